// How arrears stand: what the landlord did about those that run now, and whether the tenant objects.
import type { Case } from '../case/case'
import type { compartments } from '../case/compartments'

export type Done = (typeof compartments.arrearsSteps.fields.done.codes)[number]

/** What the landlord did about the arrears that run now, each with its day: `ended` begins anew. */
export function arrearsDone({ of }: Pick<Case, 'of'>): ReadonlyMap<Done, string> {
  const rows = of.arrearsSteps ?? []
  const since = rows.findLastIndex((row) => row.done === 'ended') + 1
  return new Map(rows.slice(since).map((row) => [row.done, row.doneOn]))
}

/** Whether the tenant objects to telling others: the last word about it counts. */
export function tenantObjects({ of }: Pick<Case, 'of'>): boolean {
  const words = (of.arrearsSteps ?? []).map((row) => row.done)
  const [last] = words.filter((word) => ['objected', 'objectionEnded', 'ended'].includes(word)).slice(-1)
  return last === 'objected'
}
