import 'server-only'
// Cases as lines: numbers from the index of `relation`, and for one page what this person may read of each.
import type { Stage } from '@/domain/case/stages'
import { daysBetween } from '@/domain/kernel/days'
import { COUNTED } from '@/domain/kernel/paging'
import { Prisma, type Tx } from '@/server/db/client'

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

/** The cases of these stages that this person may see, by number, from a number on. */
export async function caseLines(
  tx: Tx,
  stages: readonly Stage[],
  after: string,
  limit: number,
  day: string,
): Promise<CaseLine[]> {
  const lines = await tx.$queryRaw<Omit<CaseLine, 'waitingDays' | 'overdue'>[]>`
    SELECT s.id::text, s.number, s.stage, i.given_name || ' ' || i.family_name AS name, n.initials, r.ready_since::text AS "readySince", p.key_on::text AS "keyOn",
      t.task, o.name AS holder, t.due_on::text AS "dueOn"
    FROM (SELECT * FROM (${numbered(stages, after, limit)}) f ORDER BY f.number LIMIT ${limit}) f JOIN spine s ON s.id = f.subject_id
    LEFT JOIN case_identity i ON i.person_id = s.person_id LEFT JOIN case_initials n ON n.subject_id = s.id
    LEFT JOIN case_readiness r ON r.subject_id = s.id LEFT JOIN case_placement p ON p.subject_id = s.id
    LEFT JOIN LATERAL (SELECT t.* FROM turn t WHERE t.subject_id = s.id ORDER BY t.due_on, t.task LIMIT 1) t ON true LEFT JOIN organisation o ON o.id = t.holder_id
    ORDER BY s.number`
  return lines.map((l) => ({
    ...l,
    waitingDays: l.readySince ? daysBetween(l.readySince, l.keyOn ?? day) : null,
    overdue: !!l.dueOn && l.dueOn < day,
  }))
}

/** How many cases there are of each stage, counted no further than anybody wants to know. */
export async function stageCounts(tx: Tx, stages: readonly Stage[]): Promise<Record<string, number>> {
  const counted = await tx.$queryRaw<
    { stage: string; n: number }[]
  >`SELECT f.stage, count(*)::int AS n FROM (${numbered(stages, '', COUNTED)}) f GROUP BY f.stage`
  return Object.fromEntries(counted.map((c) => [c.stage, c.n]))
}
