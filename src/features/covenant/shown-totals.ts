// What a run would come to, as it may be shown to whoever cannot read the cases behind it.
import { type Totals, tiers } from '@/domain/matching/run/frontier'
import { nearest, shownCells, shownCount } from '@/domain/report/cells'

/** Sums tell of one person where two rows differ by one: for who cannot read the cases they are rounded to so many points. */
const ROUGHLY = 100

/** Totals for whoever cannot read the cases behind them. */
export function shownTotals({ knobs, housed, tiers: found, ...sums }: Totals, limit: number): Totals {
  const cells = shownCells(
    tiers.map((key) => ({ key, n: found[key] ?? 0 })),
    limit,
  )
  const all = shownCount(housed ?? 0, limit)
  const rough = (n: number | null) => (all === null ? null : nearest(n, ROUGHLY))
  return {
    knobs,
    housed: all,
    tiers: Object.fromEntries(cells.map(({ key, n }) => [key, n])) as Totals['tiers'],
    urgency: rough(sums.urgency),
    fit: rough(sums.fit),
    kept: shownCount(sums.kept ?? 0, limit),
  }
}
