import 'server-only'
// What corporations let to clients of this covenant, by year: how much of it was passend, and how much below the DAEB limit.
import type { Actor } from '@/domain/case/actor'
import type { RuleSet } from '@/domain/covenant/rule-set'
import type { Norms } from '@/domain/norm/norm'
import {
  type Bound,
  daebBound,
  type LettingCounts,
  passendBound,
  readsLeases,
  type ShareRow,
  shareRow,
} from '@/domain/report/shares'

export type SharesScreen = {
  readonly years: readonly { readonly year: number; readonly passend: Bound; readonly daeb: Bound }[]
  readonly rows: readonly ShareRow[]
  readonly omklapCounts: boolean
  /** Small numbers are hidden for this reader. */
  readonly hides: boolean
}

/** Its people read each of these leases itself, so no number of it is hidden from them. */
const readsAll = ({ role, organisationKind }: Actor): boolean =>
  organisationKind === 'corporatie' && readsLeases.includes(role)

type Reading = { readonly actor: Actor; readonly rules: RuleSet; readonly norms: Norms; readonly day: string }

/** The shares of this year and the one before, as far as this reader may see them. `day` is 'yyyy-mm-dd'. */
export function sharesOf(
  counts: readonly LettingCounts[],
  { actor, rules, norms, day }: Reading,
): SharesScreen {
  const thisYear = Number(day.slice(0, 4))
  const years = [thisYear, thisYear - 1].map((year) => ({
    year,
    passend: passendBound(norms, year),
    daeb: daebBound(norms, year, rules),
  }))
  const hides = !readsAll(actor)
  const rows = years.flatMap(({ year, ...bounds }) =>
    counts
      .filter((one) => one.year === year)
      .map((one) => shareRow(one, bounds, hides ? rules.smallCell : 0)),
  )
  return { years, rows, omklapCounts: rules.letting.omklapCounts, hides }
}
