import 'server-only'
// The calendar of what comes free: for whoever reads dwellings.
import type { Actor, Role } from '@/domain/case/actor'
import { type RuleSet, ruleSet } from '@/domain/covenant/rule-set'
import { addDays } from '@/domain/kernel/days'
import { type ComingFree, comingFree, horizons } from '@/domain/report/coming-free'
import { type Tile, tilesOf } from '@/domain/report/tile-map'
import { today } from '@/server/clock'
import { comingTime } from '@/server/coming-free'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { currentActor } from '@/server/session'
import { gemeentenOf, homesByGemeente, waitingByGemeente } from '@/server/tile-map'
import { stagesFor } from './queries'

export type ComingFreeScreen = { readonly rows: readonly ComingFree[]; readonly tiles: readonly Tile[] }

/** Who is told how many households wait in each gemeente. */
const toldOfWaiting: readonly Role[] = ['coordinator', 'regisseur']

/** The region as squares, as far as this person reads it. */
async function tilesFor(tx: Tx, actor: Actor, rules: RuleSet): Promise<Tile[]> {
  return tilesOf(await gemeentenOf(tx), rules, {
    homes: await homesByGemeente(tx),
    stages: stagesFor(actor),
    waiting: toldOfWaiting.includes(actor.role) ? await waitingByGemeente(tx, actor) : null,
  })
}

/** What comes free in ninety days and what is asked for; null for who reads no dwellings. */
export async function getComingFreeScreen(): Promise<ComingFreeScreen | null> {
  const actor = await currentActor()
  if (!stagesFor(actor).length) return null
  const day = today()
  return asActor(actor, async (tx) => {
    const [version] = await tx.$queryRaw<{ rules: unknown }[]>`
      SELECT rules FROM covenant_version WHERE valid_from <= ${day}::date ORDER BY number DESC LIMIT 1`
    const rules = ruleSet.parse(version?.rules)
    const { homes, waiting } = await comingTime(tx, actor, addDays(day, horizons.at(-1) ?? 0))
    return { rows: comingFree(homes, waiting, rules, day), tiles: await tilesFor(tx, actor, rules) }
  })
}
