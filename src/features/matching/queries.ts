import 'server-only'
// The runs of a covenant, and what the newest one proposes, for the regie and the gemeenten.
import type { Actor } from '@/domain/case/actor'
import { type Decided, decidedIn } from '@/domain/matching/run/decided'
import type { RunCap } from '@/domain/matching/run/input'
import { undisputedIn } from '@/domain/matching/run/questions'
import type { Proposal, RunResult } from '@/domain/matching/run/solve'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { answersGiven, type Given } from '@/server/matching/answer'
import { lastSolved } from '@/server/matching/solved'
import { currentActor } from '@/server/session'
import { type Gone, goneSince } from './gone'
import { type PassedBy, passedByIn } from './passed-by'

/** What a run says of itself; `found` once it ended well. */
export type Run = {
  readonly id: string
  readonly state: 'asked' | 'running' | 'done' | 'cancelled' | 'stopped'
  readonly progress: number
  readonly on: string
  readonly at: string
  readonly by: string
  readonly commitment: string
  /** Open once it ended. */
  readonly seed: string | null
  readonly inputHash: string | null
  readonly resultHash: string | null
  readonly found:
    | (Omit<RunResult, 'proposals' | 'refused'> & {
        readonly clients: number
        readonly homes: number
        readonly proposed: number
        readonly refused: number
        readonly caps: readonly (Pick<RunCap, 'kind' | 'name' | 'most'> & { readonly homes: number })[]
      })
    | null
}

export type Line = Pick<Proposal, 'case' | 'dwelling' | 'urgency' | 'fit' | 'kind'> & {
  readonly number: string
  readonly address: string
  readonly answer: Given | null
  /** Every rule passes, also those that only warn. */
  readonly undisputed: boolean
}

export type MatchingScreen = {
  readonly covenant: string
  /** The newest first. */
  readonly runs: readonly Run[]
  /** Of the last run that ended well: those of the clients that this person reads. */
  readonly lines: readonly Line[]
  /** What the run before proposed for them, and the last one no longer does. */
  readonly gone: readonly Gone[]
  readonly decided: Decided | null
  /** Who has no proposal while a home that fits them went to somebody less urgent. */
  readonly passed: readonly PassedBy[]
  /** When it was shown: how long somebody looked is counted. */
  readonly shown: number
}

/** Who asks for runs reads them, and nobody else. */
export const readsRuns = ({ role }: Actor) => role === 'coordinator' || role === 'regisseur'

const MOST = 12

const runsOf = (tx: Tx) => tx.$queryRaw<Run[]>`
  SELECT r.id::text, r.state, r.progress, to_char(r.asked_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "on", to_char(r.asked_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS at,
    coalesce(o.name, '') AS by, r.commitment, CASE WHEN r.state = 'done' THEN r.seed END AS seed, r.input_hash AS "inputHash", r.result_hash AS "resultHash", r.found
  FROM matching_run r LEFT JOIN membership m ON m.id = r.membership_id LEFT JOIN organisation o ON o.id = m.organisation_id
  ORDER BY r.asked_at DESC LIMIT ${MOST}`

const rowsOf = (tx: Tx, { role }: Actor, run: string) => tx.$queryRaw<Omit<Line, 'undisputed'>[]>`
  SELECT p.case_id::text AS "case", p.dwelling_id::text AS dwelling, p.urgency, p.fit, p.kind, s.number, f.street || ' ' || f.house_number AS address,
    (SELECT jsonb_build_object('answer', a.answer, 'reason', a.reason) FROM proposal_answer a WHERE a.run_id = p.run_id AND a.case_id = p.case_id AND a.role = ${role}) AS answer
  FROM matching_proposal p JOIN spine s ON s.id = p.case_id JOIN dwelling_facts f ON f.subject_id = p.dwelling_id
  WHERE p.run_id = ${run}::uuid ORDER BY p.urgency DESC, s.number`

async function linesOf(tx: Tx, actor: Actor, run: string): Promise<Line[]> {
  const rows = await rowsOf(tx, actor, run)
  const last = rows.length ? await lastSolved(tx, actor) : null
  const plain = last?.run === run ? undisputedIn(last.solved) : new Set<string>()
  return rows.map((row) => ({ ...row, undisputed: plain.has(row.case) }))
}

/** What is agreed to in one press: proposals of the last run that nobody of this role answered, and in which every rule passes. */
export async function linesToAnswer(tx: Tx, actor: Actor): Promise<{ run: string | null; cases: string[] }> {
  const last = readsRuns(actor) ? (await runsOf(tx)).find(({ state }) => state === 'done') : undefined
  if (!last) return { run: null, cases: [] }
  const lines = await linesOf(tx, actor, last.id)
  return {
    run: last.id,
    cases: lines.filter((line) => line.undisputed && !line.answer).map((line) => line.case),
  }
}

/** The runs and the proposals of the last one; null for who reads none. */
export async function getMatchingScreen(): Promise<MatchingScreen | null> {
  const actor = await currentActor()
  if (!readsRuns(actor)) return null
  return asActor(actor, async (tx) => {
    const runs = await runsOf(tx)
    const [last, before] = runs.filter(({ state }) => state === 'done')
    return {
      covenant: actor.covenantName,
      runs,
      lines: last ? await linesOf(tx, actor, last.id) : [],
      gone: last && before ? await goneSince(tx, before.id, last.id) : [],
      decided: decidedIn(await answersGiven(tx)),
      passed: last ? await passedByIn(tx, actor, last.id) : [],
      shown: Date.now(),
    }
  })
}
