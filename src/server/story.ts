import 'server-only'
// What happened to a subject, as far as this reader may know: the step records, newest first.
import type { Arrival } from '@/domain/case/rail'
import { takeBackLists } from '@/domain/intake/take-back'
import { Prisma, type Tx } from './db/client'
import { tableOf } from './db/rows'

export type Told = {
  id: string
  step: string
  tells: Record<string, string | number>
  /** The compartments that it wrote. */
  shown: string[]
  role: string
  organisation: string
  person: string | null
  on: string
  /** The time of day; null for what was written down afterwards, of which only the day is known. */
  at: string | null
  /** What it added was taken back: it stands struck through. */
  struck: boolean
  /** The number of the other case of this client of which it is told; left out for the case that is read. */
  of?: string
}

/** Of each list of which rows can be taken back, the step that adds one row: its nth record brought the nth row. */
const added = Prisma.join(
  Object.entries(takeBackLists).map(
    ([list, step]) =>
      Prisma.sql`SELECT ${step} AS step, x.id, row_number() OVER (ORDER BY x.seq) AS n FROM ${Prisma.raw(tableOf('case', list))} x WHERE x.subject_id = s.id`,
  ),
  ' UNION ALL ',
)

/** The records of steps whose row was taken back, as far as this actor reads the list. */
async function struckIn(tx: Tx, subjectId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT j.id::text FROM spine s CROSS JOIN LATERAL (${added}) a JOIN row_taken_back b ON b.row_id = a.id
      JOIN (SELECT l.id, l.step, row_number() OVER (PARTITION BY l.step ORDER BY l.recorded_at, l.seq) AS n FROM journal l
        WHERE l.subject_id = ${subjectId}::uuid AND l.kind = 'step' AND l.step = ANY (${Object.values(takeBackLists)})) j ON j.step = a.step AND j.n = a.n
     WHERE s.id = ${subjectId}::uuid AND EXISTS (SELECT 1 FROM row_taken_back t WHERE t.subject_id = s.id)`
  return new Set(rows.map(({ id }) => id))
}

/**
 * The step records of a subject that row-level security tells this actor, newest first. Who took a step on a shielded case is for
 * named people: where somebody works tells where the client is.
 */
export async function storyOf(tx: Tx, subjectId: string, limit = 200): Promise<Told[]> {
  const records = await recordsOf(tx, subjectId, limit)
  const adding = records.some(({ step }) => isAdding(step))
  const struck = adding ? await struckIn(tx, subjectId) : new Set()
  return records.map((record) => ({ ...record, struck: struck.has(record.id) }))
}

/**
 * When a case came to its stages, each the last time, as far as row-level security tells this actor: a stage of which nobody
 * may tell them is left out.
 */
export const arrivalsOf = (tx: Tx, subjectId: string) => tx.$queryRaw<Arrival[]>`
  SELECT j.to_stage AS stage, max(j.taken_on)::text AS "on" FROM journal j
   WHERE j.subject_id = ${subjectId}::uuid AND j.kind = 'step' AND j.to_stage <> j.from_stage GROUP BY 1`

const isAdding = (step: string) => (Object.values(takeBackLists) as readonly string[]).includes(step)

const recordsOf = (tx: Tx, subjectId: string, limit: number) => tx.$queryRaw<Omit<Told, 'struck'>[]>`
  SELECT j.id::text, j.step, j.tells, j.shown, j.role, coalesce(o.name, '') AS organisation, CASE WHEN NOT v.outside THEN a.name END AS person, j.taken_on::text AS "on",
    CASE WHEN (j.recorded_at AT TIME ZONE 'Europe/Amsterdam')::date = j.taken_on THEN to_char(j.recorded_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') END AS at
  FROM journal j CROSS JOIN (SELECT EXISTS (SELECT 1 FROM spine s WHERE s.id = ${subjectId}::uuid AND s.shielded AND app.outside(s.id)) AS outside) v LEFT JOIN organisation o ON o.id = j.organisation_id LEFT JOIN account a ON a.id = j.account_id
  WHERE j.subject_id = ${subjectId}::uuid AND j.kind = 'step' ORDER BY j.taken_on DESC, j.recorded_at DESC LIMIT ${limit}`
