import 'server-only'
// Open tasks as lines: a range of the index of `turn`, and for one page the names that this person may read.
import type { Actor } from '@/domain/case/actor'
import { workingDaysBetween } from '@/domain/kernel/days'
import { COUNTED } from '@/domain/kernel/paging'
import type { SubjectKind } from '@/domain/kernel/subject'
import { type DueGroup, dueGroup, dueGroups, dueWithin } from '@/domain/worklist/due'
import type { DayCursor } from '@/domain/worklist/work-filter'
import { type Away, awayIn } from '@/server/absence'
import { Prisma, type Tx } from '@/server/db/client'
import { INITIALS, NAME } from '@/server/whom'

export type WorkLine = {
  id: string
  subjectId: string
  kind: SubjectKind
  number: string
  stage: string
  name: string | null
  initials: string | null
  task: string
  role: string
  holder: string
  since: string
  dueOn: string
  pausedOn: string | null
  /** Days since the client was ready to leave, until the key. */
  waitingDays: number | null
  /** The mentor of the client, where that may be known; looked up only for what waits on others. */
  mentor: string | null
  /** Until when that mentor is away, where the task waits on them; looked up only where it is shown. */
  away?: Away | undefined
  group: DueGroup
  /** Working days since it ended; zero while it is in time. */
  late: number
}

/** `mine`: what waits on my role. `team`: on any role of my organisation. `ours`: on anyone, about cases of my organisation. */
export type Wanted = {
  readonly scope: 'mine' | 'team' | 'ours'
  readonly due?: DueGroup | null
  readonly tasks?: readonly string[]
  readonly until?: string
}

const within = (due: DueGroup, today: string): Prisma.Sql => {
  const { from, until } = dueWithin(due, today)
  const days = [
    Prisma.sql`t.paused_on IS ${due === 'paused' ? Prisma.sql`NOT NULL` : Prisma.sql`NULL`}`,
    ...(from ? [Prisma.sql`t.due_on >= ${from}::date`] : []),
    ...(until ? [Prisma.sql`t.due_on <= ${until}::date`] : []),
  ]
  return Prisma.join(days, ' AND ')
}

const whose = (actor: Actor, scope: Wanted['scope']): Prisma.Sql[] => {
  const held = Prisma.sql`t.holder_id = ${actor.organisationId}::uuid`
  const mine = Prisma.sql`t.role = ${actor.role}`
  if (scope === 'mine') return [held, mine]
  if (scope === 'team') return [held]
  return [
    Prisma.sql`NOT (${held} AND ${mine})`,
    Prisma.sql`EXISTS (SELECT 1 FROM relation r WHERE r.subject_id = t.subject_id AND r.holder_id = ${actor.organisationId}::uuid AND r.subject_kind = 'case' AND r.relation = 'ours')`,
  ]
}

/** One kind is a range of the index of tasks, the first to end on top; of several all are found before they are put in order. */
const ofKind = (tasks: readonly string[]): Prisma.Sql => {
  const [only, ...others] = tasks
  return only && !others.length ? Prisma.sql`t.task = ${only}` : Prisma.sql`t.task = ANY (${[...tasks]})`
}

function conditions(actor: Actor, wanted: Wanted, today: string): Prisma.Sql {
  const { due, tasks, until } = wanted
  const all = [
    Prisma.sql`t.covenant_id = ${actor.covenantId}::uuid`,
    ...whose(actor, wanted.scope),
    ...(due ? [within(due, today)] : []),
    ...(tasks ? [ofKind(tasks)] : []),
    ...(until ? [Prisma.sql`t.due_on <= ${until}::date`] : []),
  ]
  return Prisma.join(all, ' AND ')
}

const beyond = (cursor: DayCursor): Prisma.Sql => {
  if (!cursor) return Prisma.empty
  const row = Prisma.sql`(${cursor.day}::date, ${cursor.id}::uuid)`
  return cursor.way === 'after'
    ? Prisma.sql`AND (t.due_on, t.id) > ${row}`
    : Prisma.sql`AND (t.due_on, t.id) < ${row}`
}

/** The first of the tasks that are wanted, from a row on; at most `limit`. */
export type WorkRange = Wanted & { readonly limit: number; readonly cursor?: DayCursor | undefined }

const isBack = ({ cursor }: WorkRange) => cursor?.way === 'before'

const rangeOf = (actor: Actor, range: WorkRange, today: string, besides = Prisma.empty): Prisma.Sql => {
  const order = isBack(range) ? Prisma.sql`t.due_on DESC, t.id DESC` : Prisma.sql`t.due_on, t.id`
  return Prisma.sql`(SELECT t.* FROM turn t WHERE ${conditions(actor, range, today)} ${beyond(range.cursor ?? null)} ${besides} ORDER BY ${order} LIMIT ${range.limit})`
}

export type LineRow = Omit<WorkLine, 'group' | 'late' | 'holder'> & { holder: string | null }

/** With the holder and the mentor: what waits on others says on whom. What waits on me needs neither. */
const OTHERS = {
  columns: Prisma.sql`o.name AS holder, p.mentor_name AS mentor`,
  tables: Prisma.sql`LEFT JOIN organisation o ON o.id = t.holder_id LEFT JOIN case_parties p ON p.subject_id = t.subject_id`,
}
const MINE = { columns: Prisma.sql`NULL AS holder, NULL AS mentor`, tables: Prisma.empty }

/** Looked up only of whom has a home: each row that is read asks its policy. */
const KEY_ON = Prisma.sql`CASE WHEN l.stage = 'aftercare' THEN (SELECT k.key_on FROM case_placement k WHERE k.subject_id = t.subject_id) END`

type Ranges = readonly [...WorkRange[], WorkRange]

/** The last range goes on beside what the others took: of what comes twice, names would be looked up that nobody reads. */
function together(actor: Actor, ranges: Ranges, today: string): Prisma.Sql {
  const others = ranges.slice(0, -1).map((range) => rangeOf(actor, range, today))
  const last = ranges.at(-1) as WorkRange
  if (!others.length) return rangeOf(actor, last, today)
  const besides = Prisma.sql`AND t.id <> ALL (ARRAY(SELECT o.id FROM others o))`
  return Prisma.sql`WITH others AS MATERIALIZED (${Prisma.join(others, ' UNION ')})
    SELECT * FROM others UNION ALL ${rangeOf(actor, last, today, besides)}`
}

/** SQL of the tasks of these ranges together, each once and the first to end on top. */
export function linesAsked(actor: Actor, ranges: Ranges, today: string): Prisma.Sql {
  const { columns, tables } = ranges.every(({ scope }) => scope === 'mine') ? MINE : OTHERS
  return Prisma.sql`
    SELECT t.id::text, t.subject_id::text AS "subjectId", t.subject_kind AS kind, l.number, l.stage, ${NAME}, ${INITIALS},
      t.task, t.role, t.since::text, t.due_on::text AS "dueOn", t.paused_on::text AS "pausedOn", (coalesce(${KEY_ON}, ${today}::date) - r.ready_since) AS "waitingDays", ${columns}
    FROM (${together(actor, ranges, today)}) t
    JOIN LATERAL (SELECT l.subject_id, l.number, l.stage, l.person_id, l.shielded FROM relation l WHERE l.subject_id = t.subject_id LIMIT 1) l ON true
    LEFT JOIN case_identity i ON i.person_id = l.person_id LEFT JOIN case_readiness r ON r.subject_id = t.subject_id ${tables}
    ORDER BY t.due_on, t.id`
}

/** What was found as lines. */
export const linesFrom = (rows: readonly LineRow[], actor: Actor, today: string): WorkLine[] =>
  rows.map((row) => {
    const group = dueGroup(row, today)
    const late = group === 'overdue' ? workingDaysBetween(row.dueOn, today) : 0
    return { ...row, holder: row.holder ?? actor.organisationName, group, late }
  })

/** The tasks of these ranges together, each once and the first to end on top. */
export async function workLines(tx: Tx, actor: Actor, ranges: Ranges, today: string): Promise<WorkLine[]> {
  const rows = await tx.$queryRaw<LineRow[]>`/* work lines */ ${linesAsked(actor, ranges, today)}`
  return linesFrom(rows, actor, today)
}

/** The same lines, with whoever is away of those that are waited for. */
export async function withAway(tx: Tx, lines: WorkLine[], today: string): Promise<WorkLine[]> {
  const waiting = lines.filter(({ role, mentor }) => role === 'mentor' && mentor)
  const away = await awayIn(
    tx,
    waiting.map(({ subjectId }) => subjectId),
    today,
  )
  return lines.map((line) => (line.role === 'mentor' ? { ...line, away: away.get(line.subjectId) } : line))
}

export type DueCounts = Readonly<Record<DueGroup, number>>

/** SQL of how many tasks are wanted in each group of days, each counted until there are more than anybody wants to know. */
export function countsAsked(actor: Actor, wanted: Wanted, today: string): Prisma.Sql {
  const columns = dueGroups.map((group) => {
    const found = conditions(actor, { ...wanted, due: group }, today)
    return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM turn t WHERE ${found} LIMIT ${COUNTED + 1}) n) AS ${Prisma.raw(`"${group}"`)}`
  })
  return Prisma.sql`SELECT ${Prisma.join(columns)}`
}
