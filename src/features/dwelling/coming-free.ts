import 'server-only'
// The calendar of what comes free: for whoever reads dwellings.
import { ruleSet } from '@/domain/covenant/rule-set'
import { addDays } from '@/domain/kernel/days'
import { type ComingFree, comingFree, horizons } from '@/domain/report/coming-free'
import { today } from '@/server/clock'
import { comingTime } from '@/server/coming-free'
import { asActor } from '@/server/db/as-actor'
import { currentActor } from '@/server/session'
import { stagesFor } from './queries'

export type ComingFreeScreen = { readonly rows: readonly ComingFree[] }

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
    return { rows: comingFree(homes, waiting, rules, day) }
  })
}
