// What stands still in a region: overdue tasks by the gemeente of the case, and by the party that is waited for.
import { workingDaysBetween } from '../kernel/days'

/** An overdue task of a case. */
export type Stalled = {
  readonly subjectId: string
  readonly task: string
  readonly holder: string
  readonly gemeente: string
  readonly dueOn: string
}

export type ByGemeente = { readonly gemeente: string; readonly cases: number; readonly longest: number }
export type ByHolder = {
  readonly holder: string
  readonly task: string
  readonly tasks: number
  readonly longest: number
}

/** Working days since the earliest of these ended. */
const longestOf = (list: readonly Stalled[], today: string) =>
  Math.max(...list.map(({ dueOn }) => workingDaysBetween(dueOn, today)))

/** How many cases of each gemeente wait too long, and the longest of them in working days. */
export const byGemeente = (stalled: readonly Stalled[], today: string): ByGemeente[] =>
  [...Map.groupBy(stalled, ({ gemeente }) => gemeente)]
    .map(([gemeente, list]) => ({
      gemeente,
      cases: new Set(list.map(({ subjectId }) => subjectId)).size,
      longest: longestOf(list, today),
    }))
    .sort((a, b) => b.cases - a.cases || b.longest - a.longest)

/** With whom it stands still and for what, the most first. */
export const byHolder = (stalled: readonly Stalled[], today: string): ByHolder[] =>
  [...Map.groupBy(stalled, ({ holder, task }) => `${holder} ${task}`).values()]
    .map((list) => {
      const [{ holder, task }] = list as [Stalled]
      return { holder, task, tasks: list.length, longest: longestOf(list, today) }
    })
    .sort((a, b) => b.tasks - a.tasks || b.longest - a.longest)
