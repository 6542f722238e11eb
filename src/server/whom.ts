import 'server-only'
// Whom a line of a list is about, as SQL beside `l`, a relation, and `i`, the identity that may be read of it.
import { Prisma } from './db/client'

/** Whom a line is about. Of a shielded case the alias, for who was named as well: a list lies open on the table. */
export const NAME = Prisma.sql`coalesce(CASE WHEN l.shielded THEN app.alias_of(l.subject_id) END, i.given_name || ' ' || i.family_name) AS name`

/** Initials stand for a name that is not shared: only then are they looked for. */
export const INITIALS = Prisma.sql`CASE WHEN i.person_id IS NULL THEN (SELECT n.initials FROM case_initials n WHERE n.subject_id = l.subject_id) END AS initials`
