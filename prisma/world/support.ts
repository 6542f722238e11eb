// Where providers of the demo guide: said by their team leaders, before the runs that look at it. Some said nothing yet.
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { saySupport } from '@/server/support'
import { gemeentenOf } from '@/server/tile-map'

type Said = { readonly always: boolean; readonly places: number | null; readonly not?: readonly string[] }

/** By the name of a provider; `not`: the gemeenten in which it does not guide. */
const SAID: Readonly<Record<string, Said>> = {
  Cosis: { always: true, places: 6 },
  'Leger des Heils': { always: true, places: 3, not: ['Gemeente Borger-Odoorn'] },
  'Verslavingszorg Noord-Nederland': { always: false, places: null },
  'Soozijn bv': { always: false, places: 2, not: ['Gemeente Emmen'] },
}

/** Each says it of every gemeente of its covenant. */
export async function saySupportOfAll(actors: readonly Actor[]) {
  for (const actor of actors.filter(({ role }) => role === 'zorgLead')) {
    const said = SAID[actor.organisationName]
    if (!said) continue
    await asActor(actor, async (tx) => {
      for (const { id: municipality, name } of await gemeentenOf(tx)) {
        const guides = !said.not?.includes(name)
        await saySupport(tx, { municipality, base: 0, guides, always: said.always, places: said.places })
      }
    })
  }
}
