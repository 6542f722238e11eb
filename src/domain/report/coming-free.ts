// What comes free in the coming time, beside what is asked for in it: counted by rooms, for the occupancy of the region goes by these.
import type { RuleSet } from '../covenant/rule-set'
import { addDays } from '../kernel/days'
import { shownCells } from './cells'

/** So many days ahead is looked, in three steps. */
export const horizons = [30, 60, 90] as const

export type ComingHome = { readonly rooms: number; readonly from: string }
/** A household that was admitted and waits; `from` is the first day on which it can and wants to move, null: at once. */
export type WaitingHousehold = { readonly persons: number; readonly from: string | null }

export type ComingFree = {
  /** So many rooms; the last one counts for larger homes too. */
  readonly rooms: number
  /** Homes that are free by then, for each of the horizons. */
  readonly free: readonly number[]
  /** Households that need at least so many rooms by the last horizon; null where that are too few to show. */
  readonly asked: number | null
}

const sizes = [1, 2, 3, 4] as const
const sizeOf = (rooms: number) => Math.min(Math.max(rooms, 1), sizes.length)

/** The rooms that a household gets at least, as the region agreed. */
const needs = ({ persons }: WaitingHousehold, { occupancy }: RuleSet) =>
  [...occupancy].sort((a, b) => b.persons - a.persons).find((row) => row.persons <= persons)?.minRooms ?? 1

/** By rooms: homes that come free and households that wait. `today` is 'yyyy-mm-dd'. */
export function comingFree(
  homes: readonly ComingHome[],
  waiting: readonly WaitingHousehold[],
  rules: RuleSet,
  today: string,
): ComingFree[] {
  const until = (days: number) => addDays(today, days)
  const last = until(horizons[horizons.length - 1] ?? 0)
  const asking = waiting.filter(({ from }) => !from || from <= last).map((one) => sizeOf(needs(one, rules)))
  const asked = shownCells(
    sizes.map((rooms) => ({ key: String(rooms), n: asking.filter((size) => size === rooms).length })),
    rules.smallCell,
  )
  return sizes.map((rooms, at) => ({
    rooms,
    free: horizons.map(
      (days) => homes.filter((home) => sizeOf(home.rooms) === rooms && home.from <= until(days)).length,
    ),
    asked: asked[at]?.n ?? null,
  }))
}
