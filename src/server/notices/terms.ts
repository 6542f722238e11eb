import 'server-only'
// The queue of terms: the worker tells of each at its time, and what fails is tried again, later each time.
import type { Role } from '@/domain/case/actor'
import { ladder as ladderRules } from '@/domain/covenant/terms'
import { leadOf, type Rung, tellingOf } from '@/domain/notices/ladder'
import { today } from '../clock'
import type { Client, Tx } from '../db/client'
import { log, nameOf } from '../log'
import { followTerm } from './consequences'

type DueTerm = { id: string; role: Role; since: string; due_on: string; ladder: unknown; told: string[] }

/** So many terms are looked at in a round; the others wait fifteen seconds. */
const MOST = 200

const sooner = (a: Date | null, b: Date | null) => (a && b ? new Date(Math.min(+a, +b)) : (a ?? b))

/** Returns how many rungs were told, and whether what follows the term was announced or done. */
async function tell(client: Client, term: DueTerm, on: string) {
  const { id, role, since, due_on: dueOn, ladder, told } = term
  const seen = JSON.stringify({ since, dueOn })
  const followed = await followTerm(client, { id, seen }, on)
  if (followed.taken) return 1
  const rules = ladderRules.parse(ladder ?? undefined)
  const { rung, again } = tellingOf({ role, since, dueOn }, rules, told, on)
  const next = sooner(again, followed.again)
  await client.$executeRaw`
    SELECT app.term_done(${id}::uuid, ${seen}::jsonb, ${rung}, ${leadOf[role] ?? null}, ${next?.toISOString() ?? null}::timestamptz)`
  return (rung === null ? 0 : 1) + (followed.announced ? 1 : 0)
}

/** Tells of the terms whose time has come; returns how many rungs were told. One that fails keeps nobody else waiting. */
export async function tellTerms({ client }: { client: Client }, on: string = today()): Promise<number> {
  let count = 0
  for (const term of await client.$queryRaw<DueTerm[]>`SELECT * FROM app.due_terms(${MOST}::int)`) {
    try {
      count += await tell(client, term, on)
    } catch (error) {
      log('error', { event: 'jobFailed', error: nameOf(error) })
      await client.$executeRaw`SELECT app.job_failed(${term.id}::uuid, ${nameOf(error)})`
    }
  }
  if (count) log('info', { event: 'termsTold', count })
  return count
}

export type FailedJob = {
  readonly id: string
  readonly kind: string
  readonly task: string
  readonly attempts: number
  readonly failure: string | null
  readonly dead_at: Date | null
}

/** What failed, the dead first: for whoever keeps the installation. It holds ids and names of things. */
export const failedJobs = (client: Client) => client.$queryRaw<FailedJob[]>`SELECT * FROM app.failed_jobs()`

/** Tries what is dead from the start; returns how many jobs that are. */
export async function reviveJobs(client: Client): Promise<number> {
  const [row] = await client.$queryRaw<{ n: number }[]>`SELECT app.revive_jobs() AS n`
  return row?.n ?? 0
}

/** A rung on which a term was told to somebody, and on which day. `announce`: what follows it by itself was told; `followed`: it did, and the term runs on. */
export type ToldRung = {
  readonly task: string
  readonly rung: Rung | 'announce' | 'followed'
  readonly on: string
}

/** What was told of the terms that run in a subject now. */
export const toldOf = (tx: Tx, subjectId: string) => tx.$queryRaw<ToldRung[]>`
  SELECT x.task, x.rung, (x.told_at AT TIME ZONE 'Europe/Amsterdam')::date::text AS "on" FROM term_told x
    JOIN turn t ON t.subject_id = x.subject_id AND t.task = x.task AND t.since = x.since AND t.due_on = x.due_on
  WHERE x.subject_id = ${subjectId}::uuid AND x.heard ORDER BY x.told_at`
