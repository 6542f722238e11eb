import 'server-only'
// What happened for somebody, to be read in the application: from the same outbox that the mails are made of.
import type { SubjectKind } from '@/domain/kernel/subject'
import type { Tx } from '../db/client'
import { INITIALS, NAME } from '../whom'

/** One piece of news, as its reader may see it now. */
export type Notice = {
  readonly id: string
  readonly subjectId: string
  readonly kind: SubjectKind
  readonly number: string
  readonly name: string | null
  readonly initials: string | null
  /** A step, or what is said of the term of a task. */
  readonly step: string
  readonly task: string | null
  /** Null where the reader may not know more than that something happened. */
  readonly organisation: string | null
  readonly tells: Readonly<Record<string, string | number>> | null
  /** The day of the step, and the time where it was written down on that day. */
  readonly on: string
  readonly at: string | null
}

/** So many are listed: who has more unread reads them as one. */
export const MOST = 100
/** So many unread are counted, beside the bell of every page: of more it is enough to know that there are more. */
export const COUNTED = 20

/** What is unread, or what was read, the newest first. What the reader may no longer see is not there. */
export const noticesOf = (tx: Tx, unread: boolean, most = MOST) => tx.$queryRaw<Notice[]>`
  SELECT n.id::text, n.subject_id::text AS "subjectId", n.subject_kind AS kind, s.number, ${NAME}, ${INITIALS}, n.step, n.task, o.name AS organisation, n.tells,
    coalesce(n.taken_on, n.day)::text AS "on", CASE WHEN coalesce(n.taken_on, n.day) = n.day THEN to_char(n.at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') END AS at
  FROM (SELECT x.*, (x.at AT TIME ZONE 'Europe/Amsterdam')::date AS day FROM app.notices(${unread}, ${most}::int) x) n JOIN spine s ON s.id = n.subject_id
  JOIN LATERAL (SELECT l.subject_id, l.person_id, l.shielded FROM relation l WHERE l.subject_id = n.subject_id LIMIT 1) l ON true
  LEFT JOIN organisation o ON o.id = n.organisation_id LEFT JOIN case_identity i ON i.person_id = l.person_id
  ORDER BY n.at DESC, n.id`

/** How many this member has not read, counted no further than one above `COUNTED`: one question, that enters by itself. */
export async function unreadNotices(one: Tx, { membershipId }: { membershipId: string }): Promise<number> {
  const [row] = await one.$queryRaw<
    { n: number }[]
  >`/* unread */ SELECT app.count_unread_of(${membershipId}::uuid, ${COUNTED + 1}::int) AS n`
  return row?.n ?? 0
}

/** This notice was read, and with `earlier` all that came before it; one of somebody else changes nothing. */
export const readNotices = (tx: Tx, id: string, earlier: boolean) =>
  tx.$executeRaw`SELECT app.read_notices(${id}::uuid, ${earlier})`
