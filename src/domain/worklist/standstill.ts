// What stands still in a region: overdue tasks by the gemeente of the case, and by the party that is waited for.
import { workingDaysBetween } from '../kernel/days'

/** An overdue task of a case. */
export type Stalled = {
  readonly subjectId: string
  readonly task: string
  readonly holderId: string
  readonly holder: string
  readonly gemeenteId: string
  readonly gemeente: string
  readonly dueOn: string
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

/** Working days since the earliest of these ended. */
const longestOf = (list: readonly Stalled[], today: string) =>
  Math.max(...list.map(({ dueOn }) => workingDaysBetween(dueOn, today)))

/** How many cases of each gemeente wait too long, and the longest of them in working days. */
export const byGemeente = (stalled: readonly Stalled[], today: string): ByGemeente[] =>
  [...Map.groupBy(stalled, ({ gemeenteId }) => gemeenteId).values()]
    .map((list) => {
      const [{ gemeenteId, gemeente }] = list as [Stalled]
      const cases = new Set(list.map(({ subjectId }) => subjectId)).size
      return { gemeenteId, gemeente, cases, longest: longestOf(list, today) }
    })
    .sort((a, b) => b.cases - a.cases || b.longest - a.longest)

/** With whom it stands still and for what, the most first. */
export const byHolder = (stalled: readonly Stalled[], today: string): ByHolder[] =>
  [...Map.groupBy(stalled, ({ holderId, task }) => `${holderId} ${task}`).values()]
    .map((list) => {
      const [{ holderId, holder, task }] = list as [Stalled]
      return { holderId, holder, task, tasks: list.length, longest: longestOf(list, today) }
    })
    .sort((a, b) => b.tasks - a.tasks || b.longest - a.longest)
