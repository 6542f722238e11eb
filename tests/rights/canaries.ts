// Values that stand nowhere else, one for each field of each subject, and how they are found back in any text.
import { randomUUID } from 'node:crypto'
import { addDays } from '@/domain/kernel/days'
import type { Field } from '@/domain/kernel/field'

/** Whose fact it is. `object` is a compartment, or what hangs on the subject: its spine, the telling of a step. */
export type Canary = { readonly subject: string; readonly object: string; readonly field: string }

const MONTHS =
  'januari februari maart april mei juni juli augustus september oktober november december january february march april may june july august september october november december'.split(
    ' ',
  )
const LONG_DAY = new RegExp(`\\b(\\d{1,2})\\s(${MONTHS.join('|')})\\s(\\d{4})\\b`, 'gi')
/** English has some of the twelve names in common with Dutch. */
const monthOf = (name: string) => String((MONTHS.indexOf(name.toLowerCase()) % 12) + 1).padStart(2, '0')

const all = (text: string, pattern: RegExp, key: (match: RegExpMatchArray) => string) =>
  [...text.matchAll(pattern)].map(key)

/** Everything in a text that could be one of ours, in the writing in which we keep it. */
const suspects = (text: string): string[] => [
  ...all(text, /cnry[0-9a-z]{8}/gi, ([whole]) => whole.toLowerCase()),
  ...all(text, /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, ([whole]) => whole.toLowerCase()),
  // Cents, euros with or without dots, a BSN with or without them, a bare number.
  ...all(text, /\d[\d.,]*\d/g, ([whole]) => whole.replace(/\D/g, '')),
  ...all(text, /\b(\d{4})-(\d\d)-(\d\d)\b/g, ([whole]) => whole),
  ...all(text, /\b(\d\d)-(\d\d)-(\d{4})\b/g, ([, day, month, year]) => `${year}-${month}-${day}`),
  ...all(
    text,
    LONG_DAY,
    ([, day = '', month = '', year]) => `${year}-${monthOf(month)}-${day.padStart(2, '0')}`,
  ),
]

/** So many days has each subject for itself: what follows from one of them on a screen is no other subject's. */
const WINDOW = 1101
const STEP = 9
/** The years in which something can really happen belong to no subject: so many windows begin before them, and then a century is left out. */
const [BEFORE, CENTURY] = [Math.floor(365_243 / WINDOW) - 1, 36_525]

export class Aviary {
  private readonly held = new Map<string, Canary>()
  private readonly days = new Map<string, { window: number; used: number }>()

  private keep(value: string, canary: Canary) {
    this.held.set(value, canary)
    return value
  }

  text = (canary: Canary) => this.keep(`cnry${this.held.size.toString(36).padStart(8, '0')}`, canary)
  id = (canary: Canary) => this.keep(randomUUID(), canary)
  /** An id that is there already. */
  known = (id: string, canary: Canary) => this.keep(id, canary)
  /** Nine digits: an amount in cents, a count, a BSN. */
  number = (canary: Canary) => Number(this.keep(String(100_000_007 + this.held.size * 7919), canary))
  day(canary: Canary) {
    const own = this.days.get(canary.subject) ?? { window: this.days.size, used: 0 }
    this.days.set(canary.subject, { ...own, used: own.used + 1 })
    if ((own.used + 1) * STEP >= WINDOW) throw new Error('A subject has more days than fit in its window')
    const first = own.window * WINDOW + (own.window < BEFORE ? 0 : CENTURY)
    return this.keep(addDays('1000-01-01', first + own.used * STEP), canary)
  }

  /** A value for any field but a flag, which has only two, and a time, of which a day has few: also where a code stands, for its key is then shown as it is. */
  for(field: Field, canary: Canary): unknown {
    switch (field.kind) {
      case 'flag':
        return true
      case 'time':
        return '14:30'
      case 'day':
        return this.day(canary)
      case 'money':
      case 'count':
        return this.number(canary)
      case 'bsn':
        return String(this.number(canary))
      case 'ref':
        return this.id(canary)
      case 'codes':
        return [this.text(canary)]
      case 'refs':
        return [this.id(canary)]
      default:
        return this.text(canary)
    }
  }

  get size() {
    return this.held.size
  }

  /** The canaries in a text, each once, by the value that betrays it. */
  in(text: string): ReadonlyMap<string, Canary> {
    const found = new Map<string, Canary>()
    for (const value of suspects(text)) {
      const canary = this.held.get(value)
      if (canary) found.set(value, canary)
    }
    return found
  }

  /** Every value of one compartment of one subject. */
  of = (subject: string, object: string): string[] =>
    [...this.held].flatMap(([value, c]) => (c.subject === subject && c.object === object ? [value] : []))
}
