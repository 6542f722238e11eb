// A region in which a provider has two clients who seek a home, three homes are free, and somebody can say where it guides.
import type { Actor } from '@/domain/case/actor'
import type { MatchingRules } from '@/domain/covenant/matching-rules'
import { asActor } from '@/server/db/as-actor'
import { askRun, claimRun, computeRun } from '@/server/matching/run'
import { saySupport, supportAreas } from '@/server/support'
import { admit, castOf, enter, register } from './main-job'
import { region, TODAY } from './region'

const yes = { guides: true, always: true, places: null as number | null }

export async function supported() {
  const r = await region('zuidoost-drenthe', 'flevoland')
  const cast = await castOf(r)
  const lead = await r.actor('zorgLead', 'cosis', 'Teamleider')
  const coordinator = await r.actor('coordinator', 'emmen')
  const clients = [await register(r, cast), await register(r, cast, { givenName: 'Piet', familyName: 'Bos' })]
  await admit(r, cast, ...clients)
  const homes = [await enter(r, cast, '1'), await enter(r, cast, '2'), await enter(r, cast, '3')]

  /** What this person says after number `base`: that it guides there, day and night, unless something else is said. */
  const say = (who: Actor, base: number, said: Partial<typeof yes> = {}, at = 'emmen') =>
    asActor(who, (tx) =>
      saySupport(tx, { ...yes, ...said, base, municipality: r.organisations[at] as string }),
    )
  const areas = (who: Actor) => asActor(who, supportAreas)
  /** What the covenant agreed about it. */
  const agreedOn = (support: MatchingRules['support']) =>
    r.kernel(`UPDATE covenant_version SET rules = jsonb_set(rules, '{matching}', $1::jsonb)`, [
      JSON.stringify({ support }),
    ])
  /** A run, asked and computed; its id. */
  async function ran(): Promise<string> {
    const id = await asActor(cast.regisseur, askRun)
    const claimed = await claimRun()
    if (!id || !claimed || !(await computeRun(claimed, TODAY))) throw new Error('A run that did not end')
    return id
  }
  return { r, cast, lead, coordinator, clients, homes, say, areas, agreedOn, ran }
}
export type Supported = Awaited<ReturnType<typeof supported>>
