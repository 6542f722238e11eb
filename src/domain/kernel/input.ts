// From what a person typed to a value, or to the code of what is wrong with it.
import { z } from 'zod'
import { addDays, addMonths, isDay } from './days'
import { readPhone, readPostcode } from './dutch-writing'
import type { Field, Fields, Values } from './field'

export type Typed = Readonly<Record<string, readonly string[]>>
type Parsed = { value: unknown } | { error: string }

/** The months in Dutch and in English; three letters or more of a name will do. */
const MONTHS = [
  'januari january',
  'februari february',
  'maart mrt march',
  'april',
  'mei may',
  'juni june',
  'juli july',
  'augustus',
  'september',
  'oktober october',
  'november',
  'december',
]
const monthOf = (word: string) =>
  MONTHS.findIndex((names) => names.split(' ').some((name) => name.startsWith(word))) + 1

/** Reads a day as people type it: 1-2-26, 01-02-2026, 1 februari 2026, 2026-02-01, vandaag, +2w. Null: not a day. */
export function readDay(typed: string, today: string): string | null {
  const t = typed.trim().toLowerCase()
  if (t === 'vandaag' || t === 'today') return today
  if (t === 'morgen' || t === 'tomorrow') return addDays(today, 1)
  if (t === 'gisteren' || t === 'yesterday') return addDays(today, -1)
  const relative = /^([+-]\d{1,3})\s*([dwm])$/.exec(t)
  if (relative) {
    const n = Number(relative[1])
    return relative[2] === 'm' ? addMonths(today, n) : addDays(today, relative[2] === 'w' ? 7 * n : n)
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t)
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(t)
  if (dutch) return dayOf(fullYear(dutch[3] as string, today), Number(dutch[2]), Number(dutch[1]))
  const words = /^(\d{1,2})\s+([a-z]{3,})\.?\s+(\d{4}|\d{2})$/.exec(t)
  if (!words) return null
  const month = monthOf(words[2] as string)
  return month ? dayOf(fullYear(words[3] as string, today), month, Number(words[1])) : null
}

const fullYear = (typed: string, today: string) => {
  if (typed.length === 4) return Number(typed)
  const century = Number(today.slice(0, 2)) * 100
  const year = century + Number(typed)
  return year > Number(today.slice(0, 4)) + 20 ? year - 100 : year
}

const dayOf = (y: number, m: number, d: number): string | null => {
  const iso = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isDay(iso) ? iso : null
}

/** Reads an amount as people type it (1234,5 · 1.234,50 · € 612,45 · €1,234.50) into euro cents. Null: not an amount. */
export function readMoney(typed: string): number | null {
  const t = typed.replace(/[€\s]/g, '').replace(/,-$/, '')
  // Only with both marks is it sure that the comma stands between thousands.
  if (/^\d{1,3}(,\d{3})+\.\d{2}$/.test(t)) return Math.round(Number(t.replaceAll(',', '')) * 100)
  const dutch = /^\d{1,3}(\.\d{3})*(,\d{1,2})?$|^\d+(,\d{1,2})?$/.test(t)
  if (dutch) return Math.round(Number(t.replaceAll('.', '').replace(',', '.')) * 100)
  return /^\d+\.\d{1,2}$/.test(t) ? Math.round(Number(t) * 100) : null
}

/** A burgerservicenummer as it is compared and kept: without the spaces, dots and dashes that people type. */
export const digitsOf = (typed: string) => typed.replace(/[\s.-]/g, '')

/** The eleven test of a burgerservicenummer. */
export const isBsn = (digits: string) =>
  /^\d{9}$/.test(digits) &&
  digits !== '000000000' &&
  [...digits].reduce((sum, d, i) => sum + Number(d) * (i === 8 ? -1 : 9 - i), 0) % 11 === 0

function readWords(field: Field & { kind: 'text' | 'longText' }, typed: string): Parsed {
  // Control characters carry nothing a person meant; line ends are kept in long texts.
  const clean = typed
    .replace(/\r\n?/g, '\n')
    .replace(field.kind === 'text' ? /[\p{Cc}]+/gu : /[^\P{Cc}\n\t]+/gu, ' ')
    .trim()
  if (!clean) return field.optional ? { value: null } : { error: 'missing' }
  return [...clean].length > field.max ? { error: 'tooLong' } : { value: clean }
}

function readCalendarDay(field: Field & { kind: 'day' }, typed: string, today: string): Parsed {
  const value = readDay(typed, today)
  if (!value) return { error: 'notADay' }
  if (value < '1900-01-01' || value > '2100-12-31') return { error: 'dayOutOfReach' }
  if (field.when === 'past' && value > today) return { error: 'dayInFuture' }
  if (field.when === 'future' && value < today) return { error: 'dayInPast' }
  return { value }
}

function readCount(field: Field & { kind: 'count' }, typed: string): Parsed {
  // Points and spaces stand between thousands: 1.234 is a number, 1.5 is not a whole one.
  if (!/^\d{1,9}$|^\d{1,3}([.\s]\d{3}){1,2}$/.test(typed)) return { error: 'notANumber' }
  const value = Number(typed.replace(/[.\s]/g, ''))
  return value < field.min ? { error: 'tooSmall' } : value > field.max ? { error: 'tooLarge' } : { value }
}

function readMoneyField(field: Field & { kind: 'money' }, typed: string): Parsed {
  const value = readMoney(typed)
  if (value === null) return { error: 'notAnAmount' }
  return value > field.max ? { error: 'tooLarge' } : { value }
}

/** A field that is answered by a choice: nothing is typed in it. */
const isChosen = ({ kind }: Field) => kind === 'code' || kind === 'flag' || kind === 'ref'

function readEmail(typed: string): Parsed {
  const address = typed.toLowerCase()
  return address.length <= 200 && z.email().safeParse(address).success
    ? { value: address }
    : { error: 'notAnEmail' }
}

function readTime(typed: string): Parsed {
  const [, hour, minute] = /^([01]?\d|2[0-3])[:.]([0-5]\d)(?:\s*u(?:ur)?)?$/i.exec(typed) ?? []
  return hour ? { value: `${hour.padStart(2, '0')}:${minute}` } : { error: 'notATime' }
}

function readPhoneField(typed: string): Parsed {
  const value = readPhone(typed)
  return value ? { value } : { error: 'notAPhone' }
}

function readPostcodeField(typed: string): Parsed {
  const value = readPostcode(typed)
  return value ? { value } : { error: 'notAPostcode' }
}

/** One field: what was typed, to its value or the code of what is wrong. `today` is 'yyyy-mm-dd'. */
export function readField(field: Field, typed: readonly string[], today: string): Parsed {
  if (field.kind === 'codes' || field.kind === 'refs') {
    const known = (t: string) =>
      field.kind === 'codes' ? field.codes.includes(t) : z.uuid().safeParse(t).success
    const wrong = !typed.every(known)
    if (wrong) return { error: 'notAChoice' }
    return typed.length || field.optional ? { value: [...new Set(typed)] } : { error: 'notChosen' }
  }
  const one = (typed[0] ?? '').trim()
  if (!one) return field.optional ? { value: null } : { error: isChosen(field) ? 'notChosen' : 'missing' }
  switch (field.kind) {
    case 'text':
    case 'longText':
      return readWords(field, one)
    case 'day':
      return readCalendarDay(field, one, today)
    case 'time':
      return readTime(one)
    case 'count':
      return readCount(field, one)
    case 'money':
      return readMoneyField(field, one)
    case 'flag':
      return one === 'yes' || one === 'no' ? { value: one === 'yes' } : { error: 'notChosen' }
    case 'code':
      return field.codes.includes(one) ? { value: one } : { error: 'notAChoice' }
    case 'ref':
      return z.uuid().safeParse(one).success ? { value: one } : { error: 'notAChoice' }
    case 'email':
      return readEmail(one)
    case 'phone':
      return readPhoneField(one)
    case 'postcode':
      return readPostcodeField(one)
    case 'bsn':
      return isBsn(digitsOf(one)) ? { value: digitsOf(one) } : { error: 'notABsn' }
  }
}

/** The zod schema of a set of fields, from typed strings to values; messages are keys of the catalogue's `errors`. */
export function inputSchema<Fs extends Fields>(fields: Fs, today: string) {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      z
        .array(z.string())
        .default([])
        .transform((typed, context) => {
          const parsed = readField(field, typed, today)
          if ('value' in parsed) return parsed.value
          context.addIssue({ code: 'custom', message: parsed.error })
          return z.NEVER
        }),
    ]),
  )
  return z.object(shape) as unknown as z.ZodType<Values<Fs>, Typed>
}
