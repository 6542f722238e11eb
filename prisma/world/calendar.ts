// Days of the story: working days to and fro, and the Tuesdays on which the tafels meet.
import { addDays, addMonths, addWorkingDays, isWorkingDay } from '@/domain/kernel/days'

/** The working day `n` working days later; zero: this day or the first working day after it. */
export const later = addWorkingDays

/** The working day `n` working days earlier; zero: this day or the last working day before it. */
export function earlier(day: string, n: number): string {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, -1)
  for (let left = n; left > 0; ) {
    at = addDays(at, -1)
    if (isWorkingDay(at)) left--
  }
  return at
}

export const first = (a: string, b: string) => (a < b ? a : b)
export const last = (a: string, b: string) => (a > b ? a : b)

/** The days on which the history begins: eighteen months before today. */
const beginning = (today: string) => addMonths(today, -18)

/**
 * The tafel days of a region, every so many days on a Tuesday: those held since the beginning, and the next two.
 * The last one held is at least five days ago, so that its list is adopted. A holiday is skipped.
 */
export function tafelDays(today: string, everyDays: number): { held: string[]; planned: string[] } {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const lastTuesday = addDays(today, -(5 + ((weekday - 2 - 5 + 14) % 7)))
  const held: string[] = []
  for (let at = lastTuesday; at >= beginning(today); at = addDays(at, -everyDays))
    if (isWorkingDay(at)) held.unshift(at)
  const planned: string[] = []
  for (let at = addDays(lastTuesday, everyDays); planned.length < 2; at = addDays(at, everyDays))
    if (isWorkingDay(at) && at > today) planned.push(at)
  return { held, planned }
}
