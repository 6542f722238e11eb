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
  /** Days since the client was ready to leave. */
  waitingDays: number | null
  /** The mentor of the client, where that may be known. */
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
  /** Tasks that stand elsewhere on the page. */
  readonly except?: readonly string[]
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

function conditions(actor: Actor, wanted: Wanted, today: string): Prisma.Sql {
  const { due, tasks, except, until } = wanted
  const all = [
    Prisma.sql`t.covenant_id = ${actor.covenantId}::uuid`,
    ...whose(actor, wanted.scope),
    ...(due ? [within(due, today)] : []),
    ...(tasks ? [Prisma.sql`t.task = ANY (${[...tasks]})`] : []),
    ...(except?.length ? [Prisma.sql`t.id <> ALL (${[...except]}::uuid[])`] : []),
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

/** The tasks that are wanted, the first to end on top; at most `limit`. */
export async function workLines(
  tx: Tx,
  actor: Actor,
  wanted: Wanted,
  today: string,
  limit: number,
  cursor: DayCursor = null,
): Promise<WorkLine[]> {
  const back = cursor?.way === 'before'
  const order = back ? Prisma.sql`t.due_on DESC, t.id DESC` : Prisma.sql`t.due_on, t.id`
  const rows = await tx.$queryRaw<Omit<WorkLine, 'group' | 'late'>[]>`
    SELECT t.id::text, t.subject_id::text AS "subjectId", t.subject_kind AS kind, l.number, l.stage, ${NAME}, ${INITIALS},
      t.task, t.role, coalesce(o.name, '') AS holder, t.since::text, t.due_on::text AS "dueOn", t.paused_on::text AS "pausedOn", (${today}::date - r.ready_since) AS "waitingDays", p.mentor_name AS mentor
    FROM (SELECT * FROM turn t WHERE ${conditions(actor, wanted, today)} ${beyond(cursor)} ORDER BY ${order} LIMIT ${limit}) t
    JOIN LATERAL (SELECT l.subject_id, l.number, l.stage, l.person_id, l.shield FROM relation l WHERE l.subject_id = t.subject_id LIMIT 1) l ON true
    LEFT JOIN organisation o ON o.id = t.holder_id LEFT JOIN case_identity i ON i.person_id = l.person_id
    LEFT JOIN case_readiness r ON r.subject_id = t.subject_id LEFT JOIN case_parties p ON p.subject_id = t.subject_id
    ORDER BY ${order}`
  const lines = rows.map((row) => {
    const group = dueGroup(row, today)
    return { ...row, group, late: group === 'overdue' ? workingDaysBetween(row.dueOn, today) : 0 }
  })
  return back ? lines.reverse() : lines
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

/** How many tasks are wanted in each group of days, each counted until there are more than anybody wants to know. */
export async function dueCounts(tx: Tx, actor: Actor, wanted: Wanted, today: string): Promise<DueCounts> {
  const columns = dueGroups.map((group) => {
    const found = conditions(actor, { ...wanted, due: group }, today)
    return Prisma.sql`(SELECT count(*)::int FROM (SELECT 1 FROM turn t WHERE ${found} LIMIT ${COUNTED + 1}) n) AS ${Prisma.raw(`"${group}"`)}`
  })
  const [row] = await tx.$queryRaw<DueCounts[]>`SELECT ${Prisma.join(columns)}`
  return row as DueCounts
}
