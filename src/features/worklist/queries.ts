import 'server-only'
// Lists: what waits on this person, and which cases they may see. Both start from a derived table's index.
import { stages } from '@/domain/case/stages'
import { openingStep } from '@/domain/case/steps'
import { daysBetween } from '@/domain/kernel/days'
import type { SubjectKind } from '@/domain/kernel/subject'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { currentActor } from '@/server/session'

export const PAGE = 50

export type WorkLine = {
  id: string
  subjectId: string
  kind: SubjectKind
  number: string
  name: string | null
  initials: string | null
  task: string
  since: string
  dueOn: string
  pausedOn: string | null
  readySince: string | null
  waitingDays: number | null
  overdue: boolean
}
export type WorkScreen = {
  name: string
  lines: WorkLine[]
  total: number
  overdue: number
  next: string | null
}

type Cursor = { dueOn: string; id: string } | null
const cursorOf = (text: string | undefined): Cursor => {
  const match = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(text ?? '')
  return match ? { dueOn: match[1] as string, id: match[2] as string } : null
}

/** What waits on this person's role and organisation, the first to end on top; a page at a time. */
export async function getWorkScreen(after?: string): Promise<WorkScreen> {
  const actor = await currentActor()
  const day = today()
  const cursor = cursorOf(after)
  const from = cursor
    ? Prisma.sql`AND (t.due_on, t.id) > (${cursor.dueOn}::date, ${cursor.id}::uuid)`
    : Prisma.empty
  return asActor(actor, async (tx) => {
    const mine = Prisma.sql`t.covenant_id = ${actor.covenantId}::uuid AND t.holder_id = ${actor.organisationId}::uuid AND t.role = ${actor.role}`
    const lines = await tx.$queryRaw<Omit<WorkLine, 'waitingDays' | 'overdue'>[]>`
      SELECT t.id::text, t.subject_id::text AS "subjectId", t.subject_kind AS kind, s.number, i.given_name || ' ' || i.family_name AS name, n.initials,
        t.task, t.since::text, t.due_on::text AS "dueOn", t.paused_on::text AS "pausedOn", r.ready_since::text AS "readySince"
      FROM (SELECT * FROM turn t WHERE ${mine} ${from} ORDER BY t.due_on, t.id LIMIT ${PAGE + 1}) t
      JOIN spine s ON s.id = t.subject_id LEFT JOIN case_identity i ON i.person_id = s.person_id
      LEFT JOIN case_initials n ON n.subject_id = s.id LEFT JOIN case_readiness r ON r.subject_id = s.id ORDER BY t.due_on, t.id`
    const [count] = await tx.$queryRaw<{ total: number; overdue: number }[]>`
      SELECT count(*)::int AS total, (count(*) FILTER (WHERE t.due_on < ${day}::date AND t.paused_on IS NULL))::int AS overdue FROM turn t WHERE ${mine}`
    const page = lines.slice(0, PAGE)
    const last = page.at(-1)
    return {
      name: actor.name,
      lines: page.map((l) => ({
        ...l,
        waitingDays: l.readySince ? daysBetween(l.readySince, day) : null,
        overdue: !l.pausedOn && l.dueOn < day,
      })),
      total: count?.total ?? 0,
      overdue: count?.overdue ?? 0,
      next: lines.length > PAGE && last ? `${last.dueOn}_${last.id}` : null,
    }
  })
}

export type CaseLine = {
  id: string
  number: string
  stage: string
  name: string | null
  initials: string | null
  readySince: string | null
  keyOn: string | null
  waitingDays: number | null
  task: string | null
  holder: string | null
  dueOn: string | null
  overdue: boolean
}
export type CasesScreen = {
  lines: CaseLine[]
  stage: string | null
  counts: Record<string, number>
  mayOpen: boolean
  next: string | null
}

/** More than this is said as "more than": nobody counts further, and counting would cost more the larger the region is. */
export const COUNTED = 1000

/** The stages of which this role sees the spine by this relation: the same grants by which the database decides. */
const READABLE = Prisma.sql`SELECT g.stage, CASE g.relation WHEN 'any' THEN app.covenant() ELSE app.organisation() END AS holder_id, g.relation
  FROM policy_grant g WHERE g.kind = 'case' AND g.role = app.role() AND g.verb = 'read' AND g.object = 'spine'`

/** The first numbers of each readable stage, from the index of the relation table: the cost does not grow with the region. */
const numbered = (stages: readonly string[], after: string, limit: number) => Prisma.sql`
  SELECT DISTINCT f.stage, f.number, f.subject_id FROM (${READABLE}) g CROSS JOIN LATERAL (
    SELECT r.stage, r.number, r.subject_id FROM relation r
    WHERE r.holder_id = g.holder_id AND r.subject_kind = 'case' AND r.stage = g.stage AND r.relation = g.relation AND r.covenant_id = app.covenant() AND r.number > ${after}
    ORDER BY r.number LIMIT ${limit}) f
  WHERE g.stage = ANY (${[...stages]})`

/** Whatever stands in the address: only what looks like a number goes to the database. */
const numberOf = (text: unknown) => (typeof text === 'string' && /^[\w-]{1,40}$/.test(text) ? text : '')

/** The cases that this person may see, by number; one stage or all running ones. */
export async function getCasesScreen(stageAsked?: string, afterAsked?: string): Promise<CasesScreen> {
  const after = numberOf(afterAsked)
  const actor = await currentActor()
  const day = today()
  const stage = stages.find((s) => s === stageAsked && s !== 'new') ?? null
  const asked = stage ? [stage] : stages.filter((s) => s !== 'new' && s !== 'closed')
  return asActor(actor, async (tx) => {
    const lines = await tx.$queryRaw<Omit<CaseLine, 'waitingDays' | 'overdue'>[]>`
      SELECT s.id::text, s.number, s.stage, i.given_name || ' ' || i.family_name AS name, n.initials, r.ready_since::text AS "readySince", p.key_on::text AS "keyOn",
        t.task, o.name AS holder, t.due_on::text AS "dueOn"
      FROM (SELECT * FROM (${numbered(asked, after, PAGE + 1)}) f ORDER BY f.number LIMIT ${PAGE + 1}) f JOIN spine s ON s.id = f.subject_id
      LEFT JOIN case_identity i ON i.person_id = s.person_id LEFT JOIN case_initials n ON n.subject_id = s.id
      LEFT JOIN case_readiness r ON r.subject_id = s.id LEFT JOIN case_placement p ON p.subject_id = s.id
      LEFT JOIN LATERAL (SELECT t.* FROM turn t WHERE t.subject_id = s.id ORDER BY t.due_on, t.task LIMIT 1) t ON true LEFT JOIN organisation o ON o.id = t.holder_id
      ORDER BY s.number`
    const counted = await tx.$queryRaw<
      { stage: string; n: number }[]
    >`SELECT f.stage, count(*)::int AS n FROM (${numbered(stages, '', COUNTED)}) f GROUP BY f.stage`
    const page = lines.slice(0, PAGE)
    return {
      lines: page.map((l) => ({
        ...l,
        waitingDays: l.readySince ? daysBetween(l.readySince, l.keyOn ?? day) : null,
        overdue: !!l.dueOn && l.dueOn < day,
      })),
      stage,
      counts: Object.fromEntries(counted.map((c) => [c.stage, c.n])),
      mayOpen: openingStep('case', actor.role) !== null,
      next: lines.length > PAGE ? (page.at(-1)?.number ?? null) : null,
    }
  })
}
