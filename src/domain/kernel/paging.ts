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
