import 'server-only'
// What a landlord begins the day with: dwellings that become free, offers that wait for an answer, keys to hand over.
import type { Actor } from '@/domain/case/actor'
import { unanswered } from '@/domain/offer/offer'
import { endOfWeek } from '@/domain/worklist/due'
import type { Tx } from '@/server/db/client'
import { listed } from '@/server/listed'
import { NAME } from '@/server/whom'

export type Freeing = { id: string; address: string; rooms: number; rent: number; availableFrom: string }
export type WaitingOffer = {
  id: string
  address: string
  number: string
  dueOn: string | null
  overdue: boolean
}
export type Key = { id: string; name: string | null; number: string; address: string | null; dueOn: string }

/** The last entered, the longest waiting: so many are looked at to find the few that are shown. */
const LOOKED_AT = 100

/** The own dwellings that nobody was proposed for, the first to become free on top. */
export const freeingOf = (tx: Tx, actor: Actor, limit: number) => tx.$queryRaw<Freeing[]>`
  SELECT l.subject_id::text AS id, f.street || ' ' || f.house_number || ', ' || f.postcode AS address, f.rooms, f.rent, f.available_from::text AS "availableFrom"
  FROM (${listed(actor, { kind: 'dwelling', stages: ['available'], newest: true, limit: LOOKED_AT })}) l JOIN dwelling_facts f ON f.subject_id = l.subject_id
  ORDER BY f.available_from, l.number LIMIT ${limit}`

/** The own offers to which no answer came yet, with the clock of whoever must answer: looked up offer by offer, for a region has many such clocks. */
export const waitingOffers = (tx: Tx, actor: Actor, today: string, limit: number) => tx.$queryRaw<
  WaitingOffer[]
>`
  SELECT l.subject_id::text AS id, o.address, o.number, t.due_on::text AS "dueOn", coalesce(t.due_on < ${today}::date AND t.paused_on IS NULL, false) AS overdue
  FROM (${listed(actor, { kind: 'offer', stages: unanswered, limit: LOOKED_AT })}) l JOIN offer_terms o ON o.subject_id = l.subject_id
  LEFT JOIN LATERAL (SELECT t.due_on, t.paused_on FROM turn t WHERE t.subject_id = app.offered_case(o.subject_id) AND t.task = 'answerOffer' LIMIT 1) t ON true ORDER BY t.due_on NULLS LAST, l.number LIMIT ${limit}`

/** The keys to hand over until the end of this week, the late ones included. */
export const keysOf = (tx: Tx, actor: Actor, today: string, limit: number) => tx.$queryRaw<Key[]>`
  SELECT t.subject_id::text AS id, ${NAME}, l.number, e.address, t.due_on::text AS "dueOn"
  FROM turn t JOIN LATERAL (SELECT r.subject_id, r.number, r.person_id, r.shielded FROM relation r WHERE r.subject_id = t.subject_id LIMIT 1) l ON true
  LEFT JOIN case_identity i ON i.person_id = l.person_id LEFT JOIN case_tenancy e ON e.subject_id = t.subject_id
  WHERE t.covenant_id = ${actor.covenantId}::uuid AND t.holder_id = ${actor.organisationId}::uuid AND t.role = ${actor.role} AND t.task = 'handOverKey' AND t.due_on <= ${endOfWeek(today)}::date
  ORDER BY t.due_on, t.id LIMIT ${limit}`
