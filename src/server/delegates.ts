import 'server-only'
// Who sits at the table of a tafel, and who could: looked up here, decided upon in the domain.
import type { Colleague, Seated } from '@/domain/kernel/context'
import { rolesOfSeat } from '@/domain/tafel/delegates'
import { Prisma, type Tx } from './db/client'

const ids = (given: readonly unknown[]) => given.filter((one): one is string => typeof one === 'string')

/** Of the people on this tafel, and in this form, those who work in the covenant now. */
export const membersFor = (
  tx: Tx,
  subjectId: string,
  input: Readonly<Record<string, unknown>>,
) => tx.$queryRaw<Colleague[]>`
    SELECT m.id::text, m.role, m.organisation_id::text AS "organisationId" FROM membership m
    WHERE app.live(m) AND (m.id = ANY (${ids([input.delegate, input.standIn])}::uuid[]) OR m.id IN (
      SELECT unnest(ARRAY[d.delegate, d.stand_in]) FROM tafel_delegates d WHERE d.subject_id = ${subjectId}::uuid))`

const lastSeats = Prisma.sql`
  SELECT DISTINCT ON (d.delegate) d.* FROM tafel_delegates d WHERE d.subject_id = (
    SELECT t.subject_id FROM tafel_session t WHERE EXISTS (SELECT 1 FROM tafel_delegates x WHERE x.subject_id = t.subject_id)
    ORDER BY t."on" DESC LIMIT 1) ORDER BY d.delegate, d.seq DESC`

/** Who sat at the last tafel and still works in the covenant. */
export const lastDelegatesFor = (tx: Tx) => tx.$queryRaw<Seated[]>`
    SELECT l.seat, l.delegate::text, s.id::text AS "standIn" FROM (${lastSeats}) l
      JOIN membership m ON m.id = l.delegate AND app.live(m) LEFT JOIN membership s ON s.id = l.stand_in AND app.live(s)
    WHERE l."on" ORDER BY l.seq`

/** Who can sit at a table at all; of a provider its support workers only where it has no team leader. */
export const seatable = (tx: Tx) => tx.$queryRaw<(Colleague & { name: string; organisation: string })[]>`
  SELECT m.id::text, m.role, m.organisation_id::text AS "organisationId", a.name, o.name AS organisation
  FROM membership m JOIN account a ON a.id = m.account_id JOIN organisation o ON o.id = m.organisation_id
  WHERE app.live(m) AND m.role = ANY (${Object.values(rolesOfSeat).flat()}) AND NOT (m.role = 'mentor' AND EXISTS (
    SELECT 1 FROM membership l WHERE l.organisation_id = m.organisation_id AND l.role = 'zorgLead' AND app.live(l)))
  ORDER BY o.kind, o.name, a.name, m.role`
