import 'server-only'
// The tasks that somebody gave to this person, or to their organisation, over all cases: read under the readers' own rights.
import type { Actor } from '@/domain/case/actor'
import { grants } from '@/domain/case/steps'
import { today } from '@/server/clock'
import { Prisma } from '@/server/db/client'
import { INITIALS, NAME } from '@/server/whom'

export type GivenTask = {
  readonly id: string
  readonly caseId: string
  readonly number: string
  readonly name: string | null
  readonly initials: string | null
  readonly noteText: string
  readonly from: string
  readonly handedBack: boolean
  readonly dueOn: string
  readonly late: boolean
}

/** So many are shown, the first to end on top; the rest is found when these are done. */
const SHOWN = 25

const reads = (role: string) =>
  grants.some((g) => g.role === role && g.verb === 'read' && g.object === 'notes')

/** SQL of what waits for this person now; of nothing for a role that reads no notes. */
export function givenAsked(actor: Actor): Prisma.Sql {
  if (!reads(actor.role)) return Prisma.sql`SELECT WHERE false`
  return Prisma.sql`
      SELECT n.note_id::text AS id, n.subject_id::text AS "caseId", l.number, ${NAME}, ${INITIALS}, s.note_text AS "noteText", f.writer_name AS "from",
        n.entry = 'handedBack' AS "handedBack", n.due_on::text AS "dueOn", n.due_on < ${today()}::date AS late
      FROM (SELECT * FROM case_notes n WHERE n.for_whom IN (${actor.membershipId}::uuid, ${actor.organisationId}::uuid) AND n.entry IN ('given', 'handedBack')
          AND NOT EXISTS (SELECT 1 FROM case_notes x WHERE x.subject_id = n.subject_id AND x.note_id = n.note_id AND x.seq > n.seq AND x.entry <> 'corrected')
        ORDER BY n.due_on, n.note_id LIMIT ${SHOWN}) n
      JOIN LATERAL (SELECT l.subject_id, l.number, l.person_id, l.shielded FROM relation l WHERE l.subject_id = n.subject_id LIMIT 1) l ON true
      JOIN LATERAL (SELECT x.writer_name FROM case_notes x WHERE x.subject_id = n.subject_id AND x.note_id = n.note_id ORDER BY x.seq LIMIT 1) f ON true
      JOIN LATERAL (SELECT x.note_text FROM case_notes x WHERE x.subject_id = n.subject_id AND x.note_id = n.note_id AND x.entry IN ('given', 'corrected') ORDER BY x.seq DESC LIMIT 1) s ON true
      LEFT JOIN case_identity i ON i.person_id = l.person_id
      ORDER BY n.due_on, n.note_id`
}
