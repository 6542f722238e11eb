import 'server-only'
// Where providers guide: for their own people, and for the regie and the gemeenten.
import type { Actor } from '@/domain/case/actor'
import { readsSupport, saysSupport, supportReaders } from '@/domain/organisation/support-areas'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { type SupportArea, type SupportSaidBefore, supportAreas, supportSaid } from '@/server/support'
import { gemeentenOf } from '@/server/tile-map'

/** A gemeente with what the own organisation said of it last; null while it said nothing. */
export type OwnArea = {
  readonly id: string
  readonly name: string
  readonly said: SupportArea | null
}

export type SupportScreen = {
  readonly organisation: string
  /** Of a provider: each gemeente of the covenant. Empty for the regie and the gemeenten. */
  readonly own: readonly OwnArea[]
  readonly says: boolean
  /** What the own organisation said before, the newest first. */
  readonly before: readonly SupportSaidBefore[]
  /** Of all providers, for the regie and the gemeenten; null for others. */
  readonly all: readonly SupportArea[] | null
}

/** Null for whoever it is not for. */
export async function getSupportScreen(): Promise<SupportScreen | null> {
  const actor: Actor = await currentActor()
  if (!readsSupport(actor)) return null
  return asActor(actor, async (tx) => {
    const areas = await supportAreas(tx)
    const screen = { organisation: actor.organisationName, says: saysSupport(actor) }
    if (supportReaders.includes(actor.role)) return { ...screen, own: [], before: [], all: areas }
    const gemeenten = await gemeentenOf(tx)
    const said = new Map(areas.map((area) => [area.municipalityId, area]))
    return {
      ...screen,
      own: gemeenten.map(({ id, name }) => ({ id, name, said: said.get(id) ?? null })),
      before: await supportSaid(tx, actor.organisationId),
      all: null,
    }
  })
}
