// A month as people see it on a wall: whole weeks from Monday on, with the recognised holidays.
import { addDays, addMonths, type Holiday, holidayOn, isWorkingDay, weekOf } from '../kernel/days'

export type CalendarDay = {
  readonly day: string
  /** It belongs to the month; the others only fill its first and last week. */
  readonly inside: boolean
  readonly working: boolean
  readonly holiday: Holiday | null
}

export type CalendarWeek = { readonly week: number; readonly days: readonly CalendarDay[] }

/** Whether this is a month 'yyyy-mm' of a year that a case can live in. */
export const isMonth = (asked: unknown): asked is string =>
  typeof asked === 'string' && /^20\d\d-(0[1-9]|1[0-2])$/.test(asked)

/** The month of a day. */
export const monthOf = (day: string) => day.slice(0, 7)

/** The first and the last day of a month. */
export const daysOf = (month: string) => {
  const first = `${month}-01`
  return { from: first, until: addDays(addMonths(first, 1), -1) }
}

/** The month `n` months later; earlier when negative. */
export const monthsOn = (month: string, n: number) => monthOf(addMonths(`${month}-01`, n))

const monday = (day: string) => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The weeks of a month. */
export function weeksOf(month: string): CalendarWeek[] {
  const { from, until } = daysOf(month)
  const weeks: CalendarWeek[] = []
  for (let first = monday(from); first <= until; first = addDays(first, 7)) {
    const days = Array.from({ length: 7 }, (_, n) => addDays(first, n)).map((day) => ({
      day,
      inside: monthOf(day) === month,
      working: isWorkingDay(day),
      holiday: holidayOn(day),
    }))
    weeks.push({ week: weekOf(first), days })
  }
  return weeks
}
