// What somebody means who looks for something: a number in some of the ways in which people say it, words, or a day.
import { digitsOf, isBsn, readDay } from '../kernel/input'

/** So many years back a number without its year is looked for. */
const YEARS = 5

const SAID = /^(?:([a-z]{2,5})[\s-]*)?(?:(\d{2})[\s-]+)?(\d{1,8})$/i

/**
 * The case numbers that a text can mean, the latest year first: ZOD-26-0012 can be said as zod-26-12, 26-12 or 12.
 * `prefix` is that of the covenant.
 */
export function numbersMeant(typed: string, prefix: string, today: string): string[] {
  const [, letters, year, running] = SAID.exec(typed.trim()) ?? []
  if (!running || (letters && letters.toUpperCase() !== prefix)) return []
  const now = Number(today.slice(2, 4))
  const years = year ? [Number(year)] : Array.from({ length: YEARS }, (_, back) => (now - back + 100) % 100)
  const last = String(Number(running)).padStart(4, '0')
  return years.map((yy) => `${prefix}-${String(yy).padStart(2, '0')}-${last}`)
}

/** A name needs so many letters, or half of a region would be found. */
const LETTERS = 2
const WORDS = 5

/** The words of a name; none when there are too few letters to look for. */
export function wordsOf(typed: string): string[] {
  const words = typed.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  return words.some((word) => word.length >= LETTERS)
    ? words.slice(0, WORDS).map((word) => word.slice(0, 40))
    : []
}

/** A text as people type it: without capitals and accents. */
export const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether this is a burgerservicenummer, or holds one: by that nothing is looked for. */
export const holdsBsn = (typed: string): boolean =>
  (typed.match(/\d[\d .-]*\d/g) ?? []).some((run) => isBsn(digitsOf(run)))

/** The day that a text is, also one without its year: that is then this year. Null: it is no day. */
export const dayMeant = (typed: string, today: string): string | null =>
  /^\s*[+-]/.test(typed) ? null : (readDay(typed, today) ?? readDay(`${typed} ${today.slice(0, 4)}`, today))
