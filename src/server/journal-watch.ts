import 'server-only'
// What the own chain says about the last days, counted per person, and whether the chain itself is whole.
import type { Actor } from '@/domain/case/actor'
import type { Day, Hour, Refused } from '@/domain/privacy/attention'
import type { Tx } from './db/client'

/** Readings per hour, cases per day and refusals of everyone in the organisation, from a day on. */
export async function seenSince(
  tx: Tx,
  { organisationId }: Actor,
  from: string,
): Promise<{ hours: Hour[]; days: Day[]; refused: Refused[] }> {
  const hours = await tx.$queryRaw<Hour[]>`
    SELECT j.account_id::text AS person, to_char(at, 'YYYY-MM-DD') AS day, extract(hour FROM at)::int AS hour, count(*)::int AS reads
    FROM journal j, LATERAL (SELECT j.recorded_at AT TIME ZONE 'Europe/Amsterdam') l(at)
    WHERE j.organisation_id = ${organisationId}::uuid AND j.kind = 'read' AND j.subject_id IS NOT NULL
      AND j.recorded_at >= (${from}::date)::timestamp AT TIME ZONE 'Europe/Amsterdam' GROUP BY 1, 2, 3`
  const days = await tx.$queryRaw<Day[]>`
    SELECT j.account_id::text AS person, to_char(j.recorded_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS day, count(DISTINCT j.subject_id)::int AS cases
    FROM journal j WHERE j.organisation_id = ${organisationId}::uuid AND j.kind = 'read' AND j.subject_kind = 'case'
      AND j.recorded_at >= (${from}::date)::timestamp AT TIME ZONE 'Europe/Amsterdam' GROUP BY 1, 2`
  const refused = await tx.$queryRaw<Refused[]>`
    SELECT j.account_id::text AS person, count(*)::int AS times FROM journal j
    WHERE j.organisation_id = ${organisationId}::uuid AND j.kind = 'denied'
      AND j.recorded_at >= (${from}::date)::timestamp AT TIME ZONE 'Europe/Amsterdam' GROUP BY 1`
  return { hours, days, refused }
}

export type ChainState = {
  /** The last record that was found whole. */
  reached: number
  /** The first record that is not; null when none was found. */
  brokenAt: number | null
  /** Whether the check has come to the end of the chain. */
  complete: boolean
  /** Since when all records from the first on are looked at, and when the last ones were. */
  began: string
  checked: string
}

/** The last anchor of the own chain: up to which record it was signed, and when; null when there is none. */
export type Anchored = { readonly seq: number; readonly at: string }
export async function lastAnchor(tx: Tx, { organisationId }: Actor): Promise<Anchored | null> {
  const [row] = await tx.$queryRaw<Anchored[]>`
    SELECT seq::int, to_char(made_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') AS at
      FROM anchor WHERE organisation_id = ${organisationId}::uuid ORDER BY number DESC LIMIT 1`
  return row ?? null
}

/** Checks what came since the last check, or everything anew; one stretch of the chain at a time. */
export async function checkChain(tx: Tx, anew = false): Promise<ChainState> {
  const [row] = await tx.$queryRaw<ChainState[]>`
    SELECT reached::int, broken_at::int AS "brokenAt", complete, to_char(began AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') AS began,
      to_char(checked AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD HH24:MI') AS checked FROM app.check_chain(${anew})`
  return row as ChainState
}
