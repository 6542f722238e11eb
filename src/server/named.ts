import 'server-only'
// Who can be named for a shielded case, and who is: whoever works for an organisation that takes part in it.
import { isPerson, type Role, roleNames } from '@/domain/case/actor'
import { readers } from '@/domain/case/readers'
import type { Nameable } from '@/domain/kernel/context'
import type { Tx } from './db/client'

type Found = Omit<Nameable, 'last'> & {
  role: Role
  organisationId: string
  organisation: string
  kind: string
}

/** The roles that read who a client is. */
const roles = roleNames.filter((role) => isPerson(role) && readers.identity[role])

/** Of these somebody must stay named: they act for the client. */
const acting: readonly string[] = ['zorgaanbieder', 'gemeente']

/** A team leader who was not named sees the own organisation only: the parties of the case are not theirs to read. */
const people = (tx: Tx, subjectId: string) => tx.$queryRaw<Found[]>`
  WITH involved AS (SELECT app.organisation() AS id UNION SELECT p.organisation_id FROM party p WHERE p.subject_id = ${subjectId}::uuid)
  SELECT m.id::text, a.name, m.role, o.id::text AS "organisationId", o.name AS organisation, o.kind,
    coalesce((SELECT n.named FROM case_named n WHERE n.subject_id = ${subjectId}::uuid AND n.person = m.id ORDER BY n.seq DESC LIMIT 1), false) AS named
  FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id
  WHERE m.role = ANY (${[...roles]}) AND app.live(m)
    AND (m.organisation_id IN (SELECT id FROM involved) OR m.organisation_id IN (SELECT d.from_id FROM mandate d WHERE d.to_id IN (SELECT id FROM involved)))
  ORDER BY o.name, a.name, m.role`

/** Everyone who can be named, those who are already included. */
export async function nameableFor(tx: Tx, subjectId: string): Promise<(Nameable & Found)[]> {
  const found = await people(tx, subjectId)
  const alone = (one: Found) =>
    !found.some((o) => o.named && o.id !== one.id && o.organisationId === one.organisationId)
  return found.map((one) => ({ ...one, last: one.named && acting.includes(one.kind) && alone(one) }))
}
