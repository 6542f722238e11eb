// Counts that can be shown: a small number can point at a person, and so can the last hidden one of a sum.

export type Cell = { readonly key: string; readonly n: number }
/** `n` is null when the count is too small to show. */
export type ShownCell = { readonly key: string; readonly n: number | null }

const hides = (n: number, limit: number) => n > 0 && n < limit

/**
 * Hides counts above zero and below the limit of the covenant. When only one is hidden, the smallest other count
 * above zero is hidden too: else it could be found by subtracting the rest from the total.
 */
export function shownCells(cells: readonly Cell[], limit: number): ShownCell[] {
  const small = new Set(cells.filter(({ n }) => hides(n, limit)).map(({ key }) => key))
  if (small.size === 1) {
    const next = cells.filter(({ key, n }) => n > 0 && !small.has(key)).sort((a, b) => a.n - b.n)[0]
    if (next) small.add(next.key)
  }
  return cells.map(({ key, n }) => ({ key, n: small.has(key) ? null : n }))
}

/** One count on its own: null when too small to show. */
export const shownCount = (n: number, limit: number): number | null => (hides(n, limit) ? null : n)

/** The middle of so many values, as it was found; null of none. */
export type Middle = { readonly n: number; readonly middle: number | null }

/** The middle value, rounded. Of fewer values than the limit it is not shown. */
export const shownMiddle = ({ n, middle }: Middle, limit: number): number | null =>
  middle === null || n < limit ? null : Math.round(middle)

/** To the nearest multiple of `step`, at least 1; what is hidden stays hidden. */
export const nearest = (n: number | null, step: number): number | null => n && Math.round(n / step) * step
