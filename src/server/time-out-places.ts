import 'server-only'
import type { PlaceSaid, TimeOutPlace } from '@/domain/aftercare/time-out-place'
// Time-out places that providers lend each other, and whether one is free. Whose client is where is asked and told nowhere.
import type { Actor } from '@/domain/case/actor'
import type { Context } from '@/domain/kernel/context'
import type { Tx } from './db/client'

/** The places of the covenant, for mentors and leads of care providers; none for anybody else. */
export const timeOutPlaces = (tx: Tx) => tx.$queryRaw<TimeOutPlace[]>`
  SELECT p.id::text, p.organisation_id::text AS "organisationId", o.name AS organisation, p.kind, p.name, p.municipality, p.places,
    p.free_from::text AS "freeFrom", p.note, p.held::text[] AS held
  FROM app.time_out_places() p JOIN organisation o ON o.id = p.organisation_id`

/** What became of a place of one's own: taken until a day, or free again. */
export type PlaceNews = {
  readonly id: string
  readonly name: string
  readonly event: 'taken' | 'free'
  readonly until: string | null
  readonly toldOn: string
}

/** What was told of the own places lately, the newest first; nothing for who keeps none. */
export const timeOutNews = (tx: Tx) => tx.$queryRaw<PlaceNews[]>`
  SELECT n.id::text, n.name, n.event, n.until::text, n.told_on::text AS "toldOn" FROM app.time_out_news() n`

/** Adds a place, or says it anew where `id` is given. False: not theirs to keep. */
export async function keepTimeOutPlace(tx: Tx, id: string | null, said: PlaceSaid): Promise<boolean> {
  const { kind, name, municipality, places, freeFrom, note } = said
  const [kept] = await tx.$queryRaw<{ id: string | null }[]>`
    SELECT app.keep_time_out_place(${id}::uuid, ${kind}, ${name}, ${municipality}, ${places}::int, ${freeFrom}::date, ${note})::text AS id`
  return Boolean(kept?.id)
}

/** It is lent no more; whoever is there stays until they leave. False: not theirs. */
export async function endTimeOutPlace(tx: Tx, id: string): Promise<boolean> {
  const [done] = await tx.$queryRaw<{ done: boolean }[]>`SELECT app.end_time_out_place(${id}::uuid) AS done`
  return done?.done ?? false
}

type Asking = { readonly subjectId: string; readonly input: Record<string, unknown>; readonly today: string }

/** The place that a step asks for. It stays locked until the step is saved: two clients never get one room. */
export async function roomFor(tx: Tx, _actor: Actor, asking: Asking): Promise<Pick<Context, 'room'>> {
  const { registerPlace, awaySince } = asking.input
  if (typeof registerPlace !== 'string') return {}
  const day = typeof awaySince === 'string' ? awaySince : asking.today
  const [room] = await tx.$queryRaw<{ name: string; full: boolean; tooEarly: boolean }[]>`
    SELECT t.name, t.full_now AS full, t.too_early AS "tooEarly" FROM app.time_out_room(${registerPlace}::uuid, ${asking.subjectId}::uuid, ${day}::date) t`
  return { room: room ?? null }
}
