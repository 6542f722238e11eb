import 'server-only'
// Whether homes are divided fairly: what can be seen of it in counts, for who reads how many homes were kept.
import { addMonths } from '@/domain/kernel/days'
import {
  type FairnessRow,
  fairnessDims,
  fairnessOf,
  roundedGroup,
  roundedOffers,
  type ShownOffers,
  shownOffers,
} from '@/domain/report/fairness'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { namesById } from '@/server/directory'
import { fairnessCounts, fairnessOffers } from '@/server/fairness'
import { keptCounts } from '@/server/kept-counts'
import { rulesOn } from '@/server/rules'
import { currentActor } from '@/server/session'
import { MONTHS } from './queries'
import { opensCases, readsRetention } from './retention'

export type FairnessScreen = {
  readonly covenant: string
  readonly countedAt: string | null
  readonly since: string
  readonly limit: number
  readonly rows: readonly FairnessRow[]
  readonly offers: readonly ShownOffers[]
  /** Some of the numbers are rounded to the limit. */
  readonly rounded: boolean
  /** The names of gemeenten and parties, by id. */
  readonly names: ReadonlyMap<string, string>
}

/** The counts by group and by party; null for whoever they are not for. */
export async function getFairnessScreen(): Promise<FairnessScreen | null> {
  const actor = await currentActor()
  if (!readsRetention(actor)) return null
  const day = today()
  const since = addMonths(day, -MONTHS)
  return asActor(actor, async (tx) => {
    const { smallCell: limit } = await rulesOn(tx, day)
    const { counts, countedAt } = await keptCounts(actor, ['fairness', since, day], async () => ({
      groups: await fairnessCounts(tx, { since, today: day }),
      offers: await fairnessOffers(tx, { since, today: day }),
    }))
    const rows = fairnessDims.flatMap((dim) => fairnessOf(counts.groups, dim, limit))
    const offers = shownOffers(counts.offers, limit)
    const all = opensCases(actor) && actor.organisationKind === 'gemeente'
    const isExact = ({ organisation }: ShownOffers) =>
      all || (opensCases(actor) && organisation === actor.organisationId)
    return {
      covenant: actor.covenantName,
      countedAt,
      since,
      limit,
      rows: all ? rows : rows.map((row) => roundedGroup(row, limit)),
      offers: offers.map((row) => (isExact(row) ? row : roundedOffers(row, limit))),
      rounded: !all,
      names: await namesById(tx),
    }
  })
}
