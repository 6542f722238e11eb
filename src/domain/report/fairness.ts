// Who waits and who was housed, by what a difference would show in: no cause, and of a small group no number.
import { nearest, shownCells, shownMiddle } from './cells'

/** By what people are told apart here; each person once in each of them. */
export const fairnessDims = ['origin', 'municipality', 'household', 'age'] as const
export type FairnessDim = (typeof fairnessDims)[number]

/** Days are calendar days since somebody was uitstroomgereed, the one in the middle. `key` is empty where it is not known. */
export type Counted = {
  readonly dim: FairnessDim
  readonly key: string
  readonly waiting: number
  readonly waitingDays: number | null
  readonly housed: number
  readonly waitedDays: number | null
}

/** The same as it may be shown: null where too few make it up. */
export type FairnessRow = Pick<Counted, 'dim' | 'key'> & {
  readonly [K in 'waiting' | 'waitingDays' | 'housed' | 'waitedDays']: number | null
}

/** Ages stand from young to old, all else by its key. */
const ages = ['to22', 'to26', 'to54', 'from55']
const placed = (a: Counted, b: Counted) => ages.indexOf(a.key) - ages.indexOf(b.key)

/** The groups of one kind, small numbers hidden by the rule of the report, in each column for itself. */
export function fairnessOf(counted: readonly Counted[], dim: FairnessDim, limit: number): FairnessRow[] {
  const rows = counted.filter((row) => row.dim === dim).sort(placed)
  const shown = (column: 'waiting' | 'housed') =>
    new Map(
      shownCells(
        rows.map((row) => ({ key: row.key, n: row[column] })),
        limit,
      ).map(({ key, n }) => [key, n]),
    )
  const [waiting, housed] = [shown('waiting'), shown('housed')]
  const middle = (n: number | null | undefined, days: number | null) =>
    n === null || n === undefined ? null : shownMiddle({ n, middle: days }, limit)
  return rows.map((row) => {
    const [waits, got] = [waiting.get(row.key) ?? null, housed.get(row.key) ?? null]
    return {
      dim,
      key: row.key,
      waiting: waits,
      waitingDays: middle(waits, row.waitingDays),
      housed: got,
      waitedDays: middle(got, row.waitedDays),
    }
  })
}

/** Its numbers of people to the nearest `step`, for whoever cannot open the cases behind them; how long people waited is a middle, and stays. */
export const roundedGroup = (row: FairnessRow, step: number): FairnessRow => ({
  ...row,
  waiting: nearest(row.waiting, step),
  housed: nearest(row.housed, step),
})

/** How the offers of one party went. */
export type OffersOf = {
  readonly by: 'provider' | 'corporation'
  readonly organisation: string
  readonly offers: number
  readonly refused: number
  readonly withdrawn: number
}
export type ShownOffers = Pick<OffersOf, 'by' | 'organisation'> & {
  readonly [K in 'offers' | 'refused' | 'withdrawn']: number | null
}

/** What is left of an offer that was neither refused nor withdrawn hides the two as well, where it is small. */
export const shownOffers = (rows: readonly OffersOf[], limit: number): ShownOffers[] =>
  rows.map(({ by, organisation, offers, refused, withdrawn }) => {
    const cells = shownCells(
      [
        { key: 'refused', n: refused },
        { key: 'withdrawn', n: withdrawn },
        { key: 'others', n: offers - refused - withdrawn },
      ],
      limit,
    )
    const of = (key: string) => cells.find((cell) => cell.key === key)?.n ?? null
    const whole = offers >= limit || offers === 0 ? offers : null
    return { by, organisation, offers: whole, refused: of('refused'), withdrawn: of('withdrawn') }
  })

/** Its numbers of offers to the nearest `step`, for whoever cannot open the cases behind them. */
export const roundedOffers = (row: ShownOffers, step: number): ShownOffers => ({
  ...row,
  offers: nearest(row.offers, step),
  refused: nearest(row.refused, step),
  withdrawn: nearest(row.withdrawn, step),
})
