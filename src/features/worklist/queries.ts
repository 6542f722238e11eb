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

export type WorkLine = { id: string; subjectId: string; kind: SubjectKind; number: string; name: string | null; initials: string | null; task: string; since: string; dueOn: string; pausedOn: string | null; readySince: string | null; waitingDays: number | null; overdue: boolean }
export type WorkScreen = { name: string; lines: WorkLine[]; total: number; overdue: number; next: string | null }

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
  const from = cursor ? Prisma.sql`AND (t.due_on, t.id) > (${cursor.dueOn}::date, ${cursor.id}::uuid)` : Prisma.empty
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
      lines: page.map((l) => ({ ...l, waitingDays: l.readySince ? daysBetween(l.readySince, day) : null, overdue: !l.pausedOn && l.dueOn < day })),
      total: count?.total ?? 0,
      overdue: count?.overdue ?? 0,
      next: lines.length > PAGE && last ? `${last.dueOn}_${last.id}` : null,
    }
  })
}

export type CaseLine = { id: string; number: string; stage: string; name: string | null; initials: string | null; readySince: string | null; keyOn: string | null; waitingDays: number | null; task: string | null; holder: string | null; dueOn: string | null; overdue: boolean }
export type CasesScreen = { lines: CaseLine[]; stage: string | null; counts: Record<string, number>; mayOpen: boolean; next: string | null }

const SELECTION = Prisma.sql`
  s.id::text, s.number, s.stage, i.given_name || ' ' || i.family_name AS name, n.initials, r.ready_since::text AS "readySince", p.key_on::text AS "keyOn",
  t.task, o.name AS holder, t.due_on::text AS "dueOn"`

/** The cases that this person may see, by number; one stage or all running ones. */
export async function getCasesScreen(stageAsked?: string, after?: string): Promise<CasesScreen> {
  const actor = await currentActor()
  const day = today()
  const stage = stages.find((s) => s === stageAsked && s !== 'new') ?? null
  const inStage = stage ? Prisma.sql`r.stage = ${stage}` : Prisma.sql`r.stage NOT IN ('new', 'closed')`
  const from = after ? Prisma.sql`WHERE s.number > ${after}` : Prisma.empty
  return asActor(actor, async (tx) => {
    // The relation rows of the actor are the index of what may be seen; the policy on the spine has the last word.
    const related = Prisma.sql`SELECT DISTINCT r.subject_id FROM relation r WHERE r.subject_kind = 'case' AND r.holder_id IN (${actor.organisationId}::uuid, ${actor.covenantId}::uuid)`
    const lines = await tx.$queryRaw<Omit<CaseLine, 'waitingDays' | 'overdue'>[]>`
      SELECT ${SELECTION} FROM (SELECT s.* FROM spine s JOIN (${related} AND ${inStage}) r ON r.subject_id = s.id ${from} ORDER BY s.number LIMIT ${PAGE + 1}) s
      LEFT JOIN case_identity i ON i.person_id = s.person_id LEFT JOIN case_initials n ON n.subject_id = s.id
      LEFT JOIN case_readiness r ON r.subject_id = s.id LEFT JOIN case_placement p ON p.subject_id = s.id
      LEFT JOIN LATERAL (SELECT t.* FROM turn t WHERE t.subject_id = s.id ORDER BY t.due_on, t.task LIMIT 1) t ON true LEFT JOIN organisation o ON o.id = t.holder_id
      ORDER BY s.number`
    const counted = await tx.$queryRaw<{ stage: string; n: number }[]>`SELECT s.stage, count(*)::int AS n FROM spine s JOIN (${related}) r ON r.subject_id = s.id GROUP BY s.stage`
    const page = lines.slice(0, PAGE)
    return {
      lines: page.map((l) => ({ ...l, waitingDays: l.readySince ? daysBetween(l.readySince, l.keyOn ?? day) : null, overdue: !!l.dueOn && l.dueOn < day })),
      stage,
      counts: Object.fromEntries(counted.map((c) => [c.stage, c.n])),
      mayOpen: openingStep('case', actor.role) !== null,
      next: lines.length > PAGE ? (page.at(-1)?.number ?? null) : null,
    }
  })
}
