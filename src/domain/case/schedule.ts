// The aftercare schedule follows from the key date and the covenant: nobody has to draw it up.
import type { RuleSet } from '../covenant/rule-set'
import { addDays, addMonths, addWorkingDays, daysBetween, isWorkingDay } from '../kernel/days'

/** The last working day on which the first visit is in time; never the day of the key itself. */
function firstVisitBy(keyOn: string, { aftercare }: RuleSet): string {
  let by = addDays(keyOn, aftercare.firstVisitDays)
  while (!isWorkingDay(by)) by = addDays(by, -1)
  return by > keyOn ? by : addWorkingDays(keyOn, 1)
}

/** The pattern, with its first visit in time: put forward by less than the term for it, or one more in front of it. */
function inTime(pattern: readonly string[], by: string, within: number): string[] {
  const [first = by, ...later] = pattern
  if (first <= by) return [first, ...later]
  return daysBetween(by, first) < within ? [by, ...later] : [by, first, ...later]
}

/** The days of visits and evaluations from the key on, each moved to a working day. */
export function aftercareOf(keyOn: string, rules: RuleSet): { visits: string[]; evaluations: string[] } {
  const visits: string[] = []
  let last = 0
  for (const { untilDay, everyDays } of rules.aftercare.visits)
    for (let after = last + everyDays; after <= untilDay; after += everyDays) {
      visits.push(addWorkingDays(addDays(keyOn, after), 0))
      last = after
    }
  return {
    visits: inTime(visits, firstVisitBy(keyOn, rules), rules.aftercare.firstVisitDays),
    evaluations: rules.aftercare.evaluationMonths.map((m) => addWorkingDays(addMonths(keyOn, m), 0)),
  }
}

/** The first day of a list that is still to come after a day; null when there is none. */
export const nextAfter = (days: readonly string[], after: string): string | null =>
  days.find((d) => d > after) ?? null

/** So many days before its day a visit or evaluation counts as that one, and the next is asked for. */
export const EARLY_DAYS = { visit: 3, evaluation: 30 } as const

/** The tasks of a home of which silence is a signal by itself, where the covenant says so. */
export const silentTasks = ['visit', 'contact', 'evaluate', 'answerArrears'] as const

/** How many days apart contacts are in the waakvlam. */
export const WAAKVLAM_DAYS = 91
