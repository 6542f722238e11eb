// Norms of a year that is not published yet, for the demo only: the latest known values, marked as provisional.
import type { Norm, Norms } from '@/domain/norm/norm'

/** For each kind that has no row in this year: its latest earlier row, as a provisional one of this year. */
export function provisionalFor(norms: Norms, year: number): Norm[] {
  const latest = new Map<string, Norm>()
  for (const norm of norms) {
    const known = latest.get(norm.kind)
    if (Number(norm.validFrom.slice(0, 4)) <= year && (!known || known.validFrom < norm.validFrom))
      latest.set(norm.kind, norm)
  }
  return [...latest.values()]
    .filter((norm) => Number(norm.validFrom.slice(0, 4)) < year)
    .map((norm) => ({ ...norm, validFrom: `${year}-01-01`, status: 'provisional' }))
}
