import 'server-only'
import { freeOn, type TimeOutPlace } from '@/domain/aftercare/time-out-place'
// The time-out places of the covenant, for who finds one or keeps them.
import type { Actor } from '@/domain/case/actor'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { type PlaceNews, timeOutNews, timeOutPlaces } from '@/server/time-out-places'

export type PlaceLine = TimeOutPlace & { readonly state: ReturnType<typeof freeOn>; readonly own: boolean }
export type PlacesScreen = {
  readonly lines: readonly PlaceLine[]
  /** Whether this person keeps the places of their organisation. */
  readonly keeps: boolean
  /** What became of the own places lately. */
  readonly news: readonly PlaceNews[]
}

/** Who finds a place for a client, or keeps those of a provider. */
export const findsPlaces = ({ role }: Pick<Actor, 'role'>): boolean =>
  role === 'mentor' || role === 'zorgLead'

/** Every place, the free ones in front; null for whom it is not for. */
export async function getPlacesScreen(): Promise<PlacesScreen | null> {
  const actor = await currentActor()
  if (!findsPlaces(actor)) return null
  const { places, news } = await asActor(actor, async (tx) => ({
    places: await timeOutPlaces(tx),
    news: await timeOutNews(tx),
  }))
  const lines = places.map((place) => ({
    ...place,
    state: freeOn(place, today()),
    own: place.organisationId === actor.organisationId,
  }))
  const [free, not] = [
    lines.filter(({ state }) => 'free' in state),
    lines.filter(({ state }) => 'why' in state),
  ]
  return { lines: [...free, ...not], keeps: actor.role === 'zorgLead', news }
}
