// The days of a series of tafels.
import { addDays, addWorkingDays } from '../kernel/days'

/**
 * The later days of a series: every so many weeks on the weekday of the first one, `times` days in all. What falls on a day on
 * which offices are closed is held on the first working day after it. Days are 'yyyy-mm-dd'.
 */
export const seriesFrom = (first: string, everyWeeks: number, times: number): string[] =>
  Array.from({ length: times - 1 }, (_, n) => addWorkingDays(addDays(first, 7 * everyWeeks * (n + 1)), 0))
