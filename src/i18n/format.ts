// Dates and money as people read them, from the values of the domain. Everything else goes through the catalogues.
import { getLocale, getTranslations } from 'next-intl/server'

const tag = (locale: string) => (locale === 'en' ? 'en-GB' : 'nl-NL')

/** A day 'yyyy-mm-dd' is a calendar day, not a moment: it has no time zone to be moved by. */
const date = (day: string) => new Date(`${day}T12:00:00Z`)

type Values = Readonly<Record<string, string | number>>
export type Format = Awaited<ReturnType<typeof formats>>

const made = new Map<string, ReturnType<typeof make>>()

/**
 * The formats of a language, made once: making them takes longer than all that a page writes with them. `day` 22-11-2026 and `time` 14:32 uur for tables and facts, `longDay` 22 november 2026, `shortDay` 22 nov 2026
 * and `weekday` zondag 22 november for sentences, `month` november 2026 of 2026-11, `nameOfDay` zondag, `week` wk 47, `money` of euro cents € 612,45.
 */
export function formatsOf(locale: string) {
  const known = made.get(locale) ?? make(locale)
  made.set(locale, known)
  return known
}

function make(locale: string) {
  const spelled = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag(locale), { day: 'numeric', month: 'long', timeZone: 'UTC', ...options })
  const long = spelled({ year: 'numeric' })
  const short = spelled({ month: 'short', year: 'numeric' })
  const weekday = spelled({ weekday: 'long' })
  const month = new Intl.DateTimeFormat(tag(locale), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const nameOfDay = new Intl.DateTimeFormat(tag(locale), { weekday: 'long', timeZone: 'UTC' })
  const and = new Intl.ListFormat(tag(locale), { type: 'conjunction' })
  const share = new Intl.NumberFormat(tag(locale), { style: 'percent', maximumFractionDigits: 1 })
  const euro = new Intl.NumberFormat(tag(locale), { style: 'currency', currency: 'EUR' })
  const longDay = (day: string) => long.format(date(day))
  return {
    locale,
    day: (day: string) => day.split('-').reverse().join('-'),
    longDay,
    shortDay: (day: string) => short.format(date(day)),
    weekday: (day: string) => weekday.format(date(day)),
    month: (of: string) => month.format(date(`${of}-01`)),
    nameOfDay: (day: string) => nameOfDay.format(date(day)),
    time: (at: string) => (locale === 'en' ? at : `${at} uur`),
    week: (number: number) => `${locale === 'en' ? 'week' : 'wk'} ${number}`,
    money: (cents: number) => euro.format(cents / 100),
    /** 0.925 is 92,5% */
    percent: (part: number) => share.format(part),
    /** a, b en c */
    list: (names: readonly string[]) => and.format(names),
    /** The values of a sentence: days are written out, the rest stays as it is. */
    inWords: (values: Values = {}) =>
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? longDay(value) : value,
        ]),
      ),
  }
}

const WHOLE_YEAR = /^(\d{4})-01-01 \1-12-31$/

/** The formats of the reader's language; `period` 2026 for a whole year, and from when until when for any other. */
export async function formats() {
  const t = await getTranslations('formats')
  const format = formatsOf(await getLocale())
  const { shortDay } = format
  return {
    ...format,
    days: (n: number) => t('days', { n }),
    period: (from: string, until: string) =>
      WHOLE_YEAR.exec(`${from} ${until}`)?.[1] ??
      t('period', { from: shortDay(from), until: shortDay(until) }),
  }
}
