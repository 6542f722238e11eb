import 'server-only'
// Cases as lines: for one page of numbers what this person may read of each.
import type { Actor } from '@/domain/case/actor'
import type { Stage } from '@/domain/case/stages'
import { daysBetween } from '@/domain/kernel/days'
import { Prisma, type Tx } from '@/server/db/client'
import { listed, type Range } from '@/server/listed'

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

type Cases = Omit<Range, 'kind' | 'stages'> & { readonly stages: readonly Stage[] }

/** Initials stand for a name that is not shared: only then are they looked for. */
export const INITIALS = Prisma.sql`CASE WHEN i.person_id IS NULL THEN (SELECT n.initials FROM case_initials n WHERE n.subject_id = l.subject_id) END AS initials`

/** Cases as the person who asks may read them, in the order of their numbers. */
export async function caseLines(tx: Tx, actor: Actor, range: Cases, day: string): Promise<CaseLine[]> {
  const lines = await tx.$queryRaw<Omit<CaseLine, 'waitingDays' | 'overdue'>[]>`
    SELECT l.subject_id::text AS id, l.number, l.stage, i.given_name || ' ' || i.family_name AS name, ${INITIALS}, r.ready_since::text AS "readySince", p.key_on::text AS "keyOn",
      t.task, o.name AS holder, t.due_on::text AS "dueOn"
    FROM (${listed(actor, { kind: 'case', ...range })}) l
    LEFT JOIN case_identity i ON i.person_id = l.person_id LEFT JOIN case_readiness r ON r.subject_id = l.subject_id LEFT JOIN case_placement p ON p.subject_id = l.subject_id
    LEFT JOIN LATERAL (SELECT t.* FROM turn t WHERE t.subject_id = l.subject_id ORDER BY t.due_on, t.task LIMIT 1) t ON true LEFT JOIN organisation o ON o.id = t.holder_id
    ORDER BY l.number`
  return lines.map((l) => ({
    ...l,
    waitingDays: l.readySince ? daysBetween(l.readySince, l.keyOn ?? day) : null,
    overdue: !!l.dueOn && l.dueOn < day,
  }))
}
