import 'server-only'
// Cases as lines: which ones, in whatever order they were found, and for these few what this person may read of each.
import type { Actor } from '@/domain/case/actor'
import type { Stage } from '@/domain/case/stages'
import { daysBetween } from '@/domain/kernel/days'
import { type CaseCursor, type CaseFilter, type CaseSort, stagesOf } from '@/domain/worklist/case-filter'
import type { Away } from '@/server/absence'
import { Prisma, type Tx } from '@/server/db/client'
import { listed, type Range } from '@/server/listed'
import { INITIALS, NAME } from '@/server/whom'

export type CaseLine = {
  id: string
  /** Where it stands in the order of the list. */
  place: string
  number: string
  stage: string
  name: string | null
  initials: string | null
  readySince: string | null
  keyOn: string | null
  waitingDays: number | null
  task: string | null
  holder: string | null
  since: string | null
  dueOn: string | null
  overdue: boolean
  shielded: boolean
  /** Looked up only where it is shown. */
  mentor?: string | null
  /** Until when that mentor is away. */
  away?: Away | undefined
}

/** What a list shows besides what it always does. */
export type Extras = { readonly mentor?: boolean }

type Cases = Omit<Range, 'kind' | 'stages'> & { readonly stages: readonly Stage[] }

/** What this person may read of the cases that were found. `found` is SQL of subject_id, place and n, which orders them. */
async function linesOf(tx: Tx, found: Prisma.Sql, day: string, extras: Extras = {}): Promise<CaseLine[]> {
  const mentor = extras.mentor
    ? Prisma.sql`, (SELECT c.mentor_name FROM case_parties c WHERE c.subject_id = l.subject_id) AS mentor`
    : Prisma.empty
  const lines = await tx.$queryRaw<Omit<CaseLine, 'waitingDays'>[]>`
    SELECT l.subject_id::text AS id, f.place, l.number, l.stage, ${NAME}, ${INITIALS}, r.ready_since::text AS "readySince", p.key_on::text AS "keyOn",
      t.task, o.name AS holder, t.since::text, t.due_on::text AS "dueOn", coalesce(t.due_on < ${day}::date AND t.paused_on IS NULL, false) AS overdue, l.shielded${mentor}
    FROM (${found}) f JOIN LATERAL (SELECT l.subject_id, l.number, l.stage, l.person_id, l.shielded FROM relation l WHERE l.subject_id = f.subject_id LIMIT 1) l ON true
    LEFT JOIN case_identity i ON i.person_id = l.person_id LEFT JOIN case_readiness r ON r.subject_id = l.subject_id LEFT JOIN case_placement p ON p.subject_id = l.subject_id
    LEFT JOIN LATERAL (SELECT t.* FROM turn t WHERE t.subject_id = l.subject_id ORDER BY t.paused_on IS NOT NULL, t.due_on, t.task LIMIT 1) t ON true LEFT JOIN organisation o ON o.id = t.holder_id
    ORDER BY f.n`
  return lines.map((l) => ({
    ...l,
    waitingDays: l.readySince ? daysBetween(l.readySince, l.keyOn ?? day) : null,
  }))
}

/** Cases as the person who asks may read them, in the order of their numbers. */
export const caseLines = (tx: Tx, actor: Actor, range: Cases, day: string): Promise<CaseLine[]> =>
  linesOf(
    tx,
    Prisma.sql`SELECT subject_id, number AS place, row_number() OVER (ORDER BY number) AS n FROM (${listed(actor, { kind: 'case', ...range })}) x`,
    day,
  )

/** SQL of the cases that a filter asks for, in its order, from a row on: id and place. */
export const inOrder = (
  filter: CaseFilter,
  cursor: CaseCursor,
  day: string,
  most: number,
  sort: CaseSort = filter.sort,
) => {
  const { task, late, organisation, whose, mentor } = filter
  const from = cursor ? { place: cursor.place, id: cursor.id } : {}
  const back = cursor?.way === 'before'
  const asked = {
    stages: stagesOf(filter),
    task,
    late,
    organisation,
    whose,
    mentor,
    sort,
    day,
    back,
    most,
    ...from,
  }
  return Prisma.sql`app.cases_in_order(${JSON.stringify(asked)}::jsonb)`
}

/** The cases that a filter asks for, in its order, from a row on; at most `most`. */
export async function orderedCases(
  tx: Tx,
  filter: CaseFilter,
  cursor: CaseCursor,
  day: string,
  most: number,
  extras: Extras = {},
): Promise<CaseLine[]> {
  const found = Prisma.sql`SELECT o.id AS subject_id, o.place, o.n FROM ${inOrder(filter, cursor, day, most)} WITH ORDINALITY o(id, place, n)`
  const lines = await linesOf(tx, found, day, extras)
  return cursor?.way === 'before' ? lines.reverse() : lines
}

/** How many cases a filter asks for, counted no further than `most`. */
export async function countCases(tx: Tx, filter: CaseFilter, day: string, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM ${inOrder(filter, null, day, most + 1, 'due')}`
  return row?.n ?? 0
}

export type Waiting = { mine: number; fresh: number }

/** In how many cases something waits on this person, and how many of these are new to them. */
export async function countMine(tx: Tx, day: string, most: number): Promise<Waiting> {
  const [row] = await tx.$queryRaw<Waiting[]>`SELECT mine, fresh FROM app.count_mine(${day}::date, ${most})`
  return row as Waiting
}

/** The cases with one of these numbers; what is open by an emergency alone is found by nobody. */
export const casesByNumber = (tx: Tx, numbers: readonly string[], day: string) =>
  linesOf(
    tx,
    Prisma.sql`SELECT s.id AS subject_id, s.number AS place, row_number() OVER (ORDER BY s.number DESC) AS n FROM spine s
      WHERE s.covenant_id = (SELECT app.covenant()) AND s.kind = 'case' AND s.number = ANY (${[...numbers]})
        AND EXISTS (SELECT 1 FROM relation r WHERE r.subject_id = s.id AND r.relation <> 'emergency')`,
    day,
  )

/** These cases, as far as they are there for this person, in the order of their numbers. */
export const casesById = (tx: Tx, ids: readonly string[], day: string) =>
  linesOf(
    tx,
    Prisma.sql`SELECT s.id AS subject_id, s.number AS place, row_number() OVER (ORDER BY s.number) AS n FROM spine s
      WHERE s.covenant_id = (SELECT app.covenant()) AND s.kind = 'case' AND s.id = ANY (${[...ids]}::uuid[])
        AND EXISTS (SELECT 1 FROM relation r WHERE r.subject_id = s.id AND r.relation <> 'emergency')`,
    day,
  )

/** The cases of people whose names begin with these words, as far as this person may know them; at most `most`. */
export const casesByName = (tx: Tx, words: readonly string[], day: string, most: number) =>
  linesOf(
    tx,
    Prisma.sql`SELECT x.id AS subject_id, '' AS place, x.n FROM app.find_by_name(${[...words]}, ${most}) WITH ORDINALITY x(id, n)`,
    day,
  )
