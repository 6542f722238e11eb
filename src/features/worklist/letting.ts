import 'server-only'
// What a landlord begins the day with: dwellings that become free, offers that wait for an answer, keys to hand over.
import type { Actor } from '@/domain/case/actor'
import { endOfWeek } from '@/domain/worklist/due'
import type { Tx } from '@/server/db/client'

export type Freeing = { id: string; address: string; rooms: number; rent: number; availableFrom: string }
export type WaitingOffer = {
  id: string
  address: string
  number: string
  dueOn: string | null
  overdue: boolean
}
export type Key = { id: string; name: string | null; number: string; address: string | null; dueOn: string }

/** The own dwellings that nobody was proposed for, the first to become free on top. */
export const freeingOf = (tx: Tx, { organisationId }: Actor, limit: number) => tx.$queryRaw<Freeing[]>`
  SELECT r.subject_id::text AS id, f.street || ' ' || f.house_number || ', ' || f.postcode AS address, f.rooms, f.rent, f.available_from::text AS "availableFrom"
  FROM relation r JOIN dwelling_facts f ON f.subject_id = r.subject_id
  WHERE r.holder_id = ${organisationId}::uuid AND r.subject_kind = 'dwelling' AND r.stage = 'available' AND r.relation = 'ours' AND r.part = 'corporation'
  ORDER BY f.available_from, r.number LIMIT ${limit}`

/** The own offers to which no answer came yet, with the clock of whoever must answer. */
export const waitingOffers = (
  tx: Tx,
  { organisationId }: Actor,
  today: string,
  limit: number,
) => tx.$queryRaw<WaitingOffer[]>`
  SELECT r.subject_id::text AS id, o.address, o.number, t.due_on::text AS "dueOn", coalesce(t.due_on < ${today}::date AND t.paused_on IS NULL, false) AS overdue
  FROM relation r JOIN offer_terms o ON o.subject_id = r.subject_id LEFT JOIN turn t ON t.subject_id = o."case" AND t.task = 'answerOffer'
  WHERE r.holder_id = ${organisationId}::uuid AND r.subject_kind = 'offer' AND r.stage = 'proposed' AND r.relation = 'ours' AND r.part = 'corporation'
  ORDER BY t.due_on NULLS LAST, r.number LIMIT ${limit}`

/** The keys to hand over until the end of this week, the late ones included. */
export const keysOf = (tx: Tx, actor: Actor, today: string, limit: number) => tx.$queryRaw<Key[]>`
  SELECT t.subject_id::text AS id, i.given_name || ' ' || i.family_name AS name, s.number, l.address, t.due_on::text AS "dueOn"
  FROM turn t JOIN spine s ON s.id = t.subject_id LEFT JOIN case_identity i ON i.person_id = s.person_id LEFT JOIN case_tenancy l ON l.subject_id = s.id
  WHERE t.covenant_id = ${actor.covenantId}::uuid AND t.holder_id = ${actor.organisationId}::uuid AND t.role = ${actor.role} AND t.task = 'handOverKey' AND t.due_on <= ${endOfWeek(today)}::date
  ORDER BY t.due_on, t.id LIMIT ${limit}`
