// What stands still in a region: overdue tasks by the gemeente of the case, and by the party that is waited for.
import { workingDaysBetween } from '../kernel/days'

/** Overdue tasks of cases: of one gemeente, or with one party and for one thing. */
type Stalled = {
  readonly cases: number
  readonly tasks: number
  /** The earliest day until which they had. */
  readonly since: string
}
export type StalledIn = Stalled & { readonly gemeenteId: string; readonly gemeente: string }
export type StalledWith = Stalled & {
  readonly holderId: string
  readonly holder: string
  readonly task: string
}

export type ByGemeente = {
  readonly gemeenteId: string
  readonly gemeente: string
  readonly cases: number
  readonly longest: number
}
export type ByHolder = {
  readonly holderId: string
  readonly holder: string
  readonly task: string
  readonly tasks: number
  readonly longest: number
}

/** How many cases of each gemeente wait too long, and the longest of them in working days. */
export const byGemeente = (stalled: readonly StalledIn[], today: string): ByGemeente[] =>
  stalled
    .map(({ gemeenteId, gemeente, cases, since }) => {
      const longest = workingDaysBetween(since, today)
      return { gemeenteId, gemeente, cases, longest }
    })
    .sort((a, b) => b.cases - a.cases || b.longest - a.longest)

/** With whom it stands still and for what, the most first. */
export const byHolder = (stalled: readonly StalledWith[], today: string): ByHolder[] =>
  stalled
    .map(({ holderId, holder, task, tasks, since }) => {
      const longest = workingDaysBetween(since, today)
      return { holderId, holder, task, tasks, longest }
    })
    .sort((a, b) => b.tasks - a.tasks || b.longest - a.longest)
