// Pages of a long list by where the last one ended, so that the thousandth costs as much as the first.

/** Nobody counts further than this, and it is said as "more than". */
export const COUNTED = 200

/** Which way a page lies from the row that an address names. */
export type Way = 'after' | 'before'

export type PageOf<T> = {
  readonly rows: T[]
  readonly isAfter: boolean
  readonly isBefore: boolean
}

/** The page of rows of which one more than its size was asked, in the order of the list: the extra one tells that there are more. */
export function pageOf<T>(found: readonly T[], size: number, way: Way | null): PageOf<T> {
  const more = found.length > size
  if (way === 'before') return { rows: more ? found.slice(-size) : [...found], isAfter: true, isBefore: more }
  return { rows: found.slice(0, size), isAfter: more, isBefore: way === 'after' }
}

/** Where the first row of a page stands in the list, as an address says it; only to be shown. */
export const placeOf = (asked: unknown): number =>
  typeof asked === 'string' && /^[1-9]\d{0,8}$/.test(asked) ? Number(asked) : 1

/** The places of the first rows of the pages beside this one. */
export const placesBeside = (place: number, rows: number, size: number) => ({
  before: Math.max(1, place - size),
  after: place + rows,
})

/** What an address asks of a list that is made as a whole each time: to go on beside a row or from it, by its key, or from a place, counted from 1. */
export type PartAsked = {
  readonly from?: unknown
  readonly after?: unknown
  readonly before?: unknown
  readonly at?: unknown
}

/** A part of a whole list; `place`: of its first row. */
export type PartOf<T> = PageOf<T> & { readonly place: number }

/**
 * The part of a list that is asked for. It goes on beside the row that was last or first on the page, wherever that stands now: who
 * leaves the list or comes into it makes nobody fall between two pages. Where that row is gone it goes on at the place that was asked.
 */
export function partOf<T>(
  list: readonly T[],
  size: number,
  { from, after, before, at }: PartAsked,
  keyOf: (row: T) => string,
): PartOf<T> {
  const key = from ?? after ?? before
  const found = key === undefined ? -1 : list.findIndex((row) => keyOf(row) === key)
  const beside = found + (from !== undefined ? 0 : after !== undefined ? 1 : -size)
  const asked = found < 0 ? placeOf(at) - 1 : beside
  const start = Math.max(0, asked < list.length ? asked : list.length - size)
  const rows = list.slice(start, start + size)
  return { rows, place: start + 1, isBefore: start > 0, isAfter: start + size < list.length }
}
