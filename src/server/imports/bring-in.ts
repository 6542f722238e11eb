import 'server-only'
// The job of an import: it acts as the person who agreed, row by row, by the same steps and rights as a form. When their
// access ends, nothing more comes in.
import type { Actor } from '@/domain/case/actor'
import { type StepName, stepOf } from '@/domain/case/steps'
import type { Client, Ground } from '@/domain/import/judge'
import type { Home } from '@/domain/import/judge-dwelling'
import { identitiesOf, judgeAll } from '@/domain/import/verdict'
import type { FromFile } from '@/domain/kernel/context'
import { today } from '../clock'
import { asActor, asNobody } from '../db/as-actor'
import { sqlState, type Tx } from '../db/client'
import { isStopping } from '../health'
import { log, nameOf } from '../log'
import { RefusedConsequence, runStep } from '../run-step'
import { asRefusal } from '../take-step'
import { groundFor, knownFor } from './ground'
import { type Import, importsOf, rowsOf } from './keep'

/** So many rows are looked up at a time; before each of them it is asked whether it goes on. */
const BATCH = 25

export type Claimed = { readonly import_id: string; readonly membership_id: string }

/** An import whose turn it is, and whose it is; null where none waits. */
export async function claimImport(): Promise<Claimed | null> {
  const [claimed] = await asNobody((tx) => tx.$queryRaw<Claimed[]>`SELECT * FROM app.claim_import()`)
  return claimed ?? null
}

/** The member who agreed, as they are today; null when their access has ended. */
const actorOf = (membershipId: string) =>
  asActor({ membershipId }, async (tx): Promise<Actor | null> => {
    const [actor] = await tx.$queryRaw<Actor[]>`
      SELECT m.id::text AS "membershipId", a.id::text AS "accountId", a.name, m.role, o.id::text AS "organisationId", o.name AS "organisationName",
        o.kind AS "organisationKind", c.id::text AS "covenantId", c.name AS "covenantName"
      FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id JOIN covenant c ON c.id = m.covenant_id
      WHERE m.id = app.membership() AND app.live(m)`
    return actor ?? null
  })

type Work = { readonly actor: Actor; readonly its: Import; readonly ground: Ground }
type Coming = { readonly nr: number } & ({ readonly client: Client } | { readonly home: Home })

type Taking = {
  readonly name: StepName
  readonly on: string | null
  readonly input: Readonly<Record<string, unknown>>
}

async function step(tx: Tx, { actor, its }: Work, row: FromFile | null, taking: Taking): Promise<string> {
  const found = stepOf(taking.name)
  if (!found) throw new Error(`No step ${taking.name}`)
  const outcome = await runStep(tx, {
    actor,
    step: found,
    subjectId: taking.on,
    input: { ...taking.input },
    version: null,
    today: today(),
    actionKey: null,
    requestId: its.id,
    ...(row && { fromFile: row }),
  })
  if ('refusal' in outcome) throw new RefusedConsequence(outcome.refusal)
  return outcome.done.subjectId
}

async function register(tx: Tx, work: Work, nr: number, client: Client) {
  const row: FromFile = { ...client.way, file: work.its.checksum, fileRow: nr }
  const id = await step(tx, work, row, { name: 'openCase', on: null, input: client.opening })
  if (client.safety) await step(tx, work, row, { name: 'describeSafety', on: id, input: client.safety })
}

/** One client or dwelling comes in whole, with all its steps, or not at all. */
const bringIn = (work: Work, coming: Coming) =>
  asActor(work.actor, async (tx) => {
    const [taken] = await tx.$queryRaw<
      { row: string | null }[]
    >`SELECT app.take_import_row(${work.its.id}::uuid, ${coming.nr}::int) AS row`
    if (!taken?.row) return false
    if ('client' in coming) await register(tx, work, coming.nr, coming.client)
    else await step(tx, work, null, { name: 'enterDwelling', on: null, input: coming.home.opening })
    return true
  })

const refuse = ({ actor, its }: Work, nr: number, why: string) =>
  asActor(actor, (tx) => tx.$executeRaw`SELECT app.refuse_import_row(${its.id}::uuid, ${nr}::int, ${why})`)

/** The word for what kept a row out. What the database itself is in need of is no fault of the row: then the job is tried again. */
function whyNot(error: unknown): string {
  const refusal = asRefusal(error)
  if (refusal) return refusal.reason
  const state = sqlState(error)
  if (!state || /^(08|53|57|58)/.test(state)) throw error
  log('error', { event: 'jobFailed', error: nameOf(error) })
  return 'defect'
}

async function bringInOne(work: Work, row: Coming | { nr: number; why: string }): Promise<number> {
  if ('why' in row) {
    await refuse(work, row.nr, row.why)
    return 0
  }
  try {
    return (await bringIn(work, row)) ? 1 : 0
  } catch (error) {
    await refuse(work, row.nr, whyNot(error))
    return 0
  }
}

/** The next rows, judged anew: since the preview somebody may have entered the same one. Null: nothing more comes in. */
const nextRows = ({ actor, its, ground }: Work) =>
  asActor(actor, async (tx) => {
    const [going] = await tx.$queryRaw<
      { on: boolean | null }[]
    >`SELECT app.import_goes_on(${its.id}::uuid) AS on`
    if (!going?.on) return null
    const rows = await rowsOf(tx, its.id, { states: ['good'], most: BATCH })
    const judged = judgeAll(rows, its.mapping, ground, its.kind)
    const known = await knownFor(tx, its.kind, judged)
    return judged.map(({ nr, judged: one }) => {
      if ('wrong' in one) return { nr, why: 'importChanged' }
      return identitiesOf(one).some((key) => known.has(key)) ? { nr, why: 'importDouble' } : { nr, ...one }
    })
  })

async function workFor({ import_id, membership_id }: Claimed): Promise<Work | null> {
  const actor = await actorOf(membership_id)
  if (!actor) return null
  return asActor(actor, async (tx) => {
    const [its] = await importsOf(tx, import_id)
    return its ? { actor, its, ground: await groundFor(tx, actor, today(), its.kind) } : null
  })
}

/** Brings in what it can of a claimed import; returns how many rows came in. `stopping` ends it after the row in hand. */
export async function bringInAll(claimed: Claimed, stopping: () => boolean = () => false): Promise<number> {
  const work = await workFor(claimed)
  let count = 0
  while (work && !stopping()) {
    const rows = await nextRows(work)
    if (!rows) break
    for (const row of rows) {
      if (stopping()) break
      count += await bringInOne(work, row)
    }
  }
  if (count) log('info', { event: 'imported', count })
  return count
}

/** Works on the import whose turn it is, if any. One that fails keeps its claim until that ends, and is tried again then. */
export async function bringInNext(): Promise<void> {
  const claimed = await claimImport()
  if (claimed) await bringInAll(claimed, isStopping)
}
