// Calendar days as 'yyyy-mm-dd'; working days by the Dutch calendar. "Today" is always an argument.

const DAY = 86_400_000

/** Remembers what it found, up to two centuries of days: schedules ask for the same days over and over. */
function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found = find(key)
    if (known.size < 75_000) known.set(key, found)
    return found
  }
}

const utc = remembered((day: string) => Date.parse(`${day}T00:00:00Z`))
const iso = remembered((ms: number) => new Date(ms).toISOString().slice(0, 10))

/** Whether a text is an existing calendar day 'yyyy-mm-dd'. */
export const isDay = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(utc(day)) && iso(utc(day)) === day

/** The day `n` calendar days later (earlier when negative). */
export const addDays = (day: string, n: number) => iso(utc(day) + n * DAY)

/** The same day `n` months later; the last day of that month where it is shorter. */
export function addMonths(day: string, n: number): string {
  const [y, m, d] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(y, m + n, 0)).getUTCDate()
  return iso(Date.UTC(y, m - 1 + n, Math.min(d, last)))
}

/** Calendar days from one day to another; negative when `to` is the earlier one. */
export const daysBetween = (from: string, to: string) => Math.round((utc(to) - utc(from)) / DAY)

/** Full years of age on a day. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** The number of the week by ISO 8601: week 1 holds the first Thursday of its year. */
export function weekOf(day: string): number {
  const thursday = addDays(day, 3 - ((new Date(utc(day)).getUTCDay() + 6) % 7))
  return Math.ceil((daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) + 1) / 7)
}

/** Easter Sunday of a year (the anonymous Gregorian computus). */
export function easter(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return iso(Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1))
}

/** Koningsdag: 27 April, or the Saturday before when that is a Sunday. */
export const koningsdag = (year: number) =>
  new Date(utc(`${year}-04-27`)).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`

/** What the generally recognised holidays are called; the catalogue says them in words. */
export type Holiday =
  | 'newYear'
  | 'goodFriday'
  | 'easter'
  | 'easterMonday'
  | 'koningsdag'
  | 'bevrijdingsdag'
  | 'ascension'
  | 'pentecost'
  | 'pentecostMonday'
  | 'christmas'
  | 'secondChristmas'

/** The generally recognised holidays of a year by their days (Algemene termijnenwet art. 3; lid 1 names 5 May without a lustrum). */
function namedHolidays(year: number): ReadonlyMap<string, Holiday> {
  const sunday = easter(year)
  // Ascension Day can fall on 5 May: one free day then, under the name that moves.
  return new Map<string, Holiday>([
    [`${year}-01-01`, 'newYear'],
    [koningsdag(year), 'koningsdag'],
    [`${year}-05-05`, 'bevrijdingsdag'],
    [addDays(sunday, -2), 'goodFriday'],
    [sunday, 'easter'],
    [addDays(sunday, 1), 'easterMonday'],
    [addDays(sunday, 39), 'ascension'],
    [addDays(sunday, 49), 'pentecost'],
    [addDays(sunday, 50), 'pentecostMonday'],
    [`${year}-12-25`, 'christmas'],
    [`${year}-12-26`, 'secondChristmas'],
  ])
}

/** The same, only their days. */
export const holidays = (year: number): ReadonlySet<string> => new Set(namedHolidays(year).keys())

const ofYear = remembered(namedHolidays)

/** The holiday of a day; null on an ordinary one. */
export const holidayOn = (day: string): Holiday | null => ofYear(Number(day.slice(0, 4))).get(day) ?? null

/** Whether offices work on this day: not a Saturday, Sunday or recognised holiday. */
export function isWorkingDay(day: string): boolean {
  const weekday = new Date(utc(day)).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return !holidayOn(day)
}

/** The day on which a term of `n` working days ends; the day it starts on does not count. Zero: the first working day from then. */
export function addWorkingDays(day: string, n: number): string {
  let at = day
  if (n === 0) while (!isWorkingDay(at)) at = addDays(at, 1)
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** The working day `n` working days before a day. */
export function workingDaysBefore(day: string, n: number): string {
  let at = day
  for (let left = n; left > 0; ) {
    at = addDays(at, -1)
    if (isWorkingDay(at)) left--
  }
  return at
}

/** The working days of a year until each of its days, and of the whole year: a figure asks for thousands of pairs of days. */
const countedIn = remembered((year: number) => {
  const until = new Map<string, number>()
  let n = 0
  for (let at = `${year}-01-01`; at.slice(0, 4) === String(year); at = addDays(at, 1)) {
    if (isWorkingDay(at)) n++
    until.set(at, n)
  }
  return { until, all: n }
})

/** Working days after `from` up to and including `to`; negative when `to` is earlier. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from)
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  let n = (countedIn(last).until.get(to) ?? 0) - (countedIn(first).until.get(from) ?? 0)
  for (let year = first; year < last; year++) n += countedIn(year).all
  return n
}

/** The new end of a term that stood still: exactly the working days of the pause are added to it. */
export function resume(dueOn: string, pausedOn: string, resumedOn: string): string {
  const pause = workingDaysBetween(pausedOn, resumedOn)
  return pause > 0 ? addWorkingDays(dueOn, pause) : dueOn
}
