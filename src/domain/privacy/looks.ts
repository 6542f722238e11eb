// Who looked at a client, as the client reads it: one line for what one colleague did for one reason on one day.
import type { OrganisationKind, Role } from '../case/actor'
import type { ConsentCategory, LegalBasis } from '../case/consent-table'
import { isDay } from '../kernel/days'
import type { Purpose } from './purposes'

/** On these many days with something to tell goes one page; more looks than fit are said to be there. */
export const LOOK_DAYS = 14
export const MOST_LOOKS = 400

/** What the journals tell. `person` tells one colleague from another within one answer, and nothing else. */
export type Look = {
  readonly day: string
  readonly from: string
  readonly until: string
  /** Null of a shielded case: only the kind is told. */
  readonly organisationId: string | null
  readonly organisationKind: OrganisationKind
  readonly role: Role
  readonly person: number
  readonly kind: 'read' | 'denied'
  readonly step: string | null
  readonly shown: readonly string[]
  /** Null of what was recorded before reasons were kept. */
  readonly purpose: Purpose | null
  readonly ground: LegalBasis | null
  readonly consents: readonly ConsentCategory[] | null
  /** It was opened in an emergency, past the ordinary rights. */
  readonly emergency: boolean
  readonly times: number
}

/** What makes two looks of one day things of the same kind; what was opened is compared apart. */
const likeness = (l: Look) =>
  JSON.stringify([
    l.organisationId,
    l.organisationKind,
    l.role,
    l.person,
    l.kind,
    l.step,
    l.purpose,
    l.emergency,
  ])

const holds = (larger: Look, smaller: Look) => smaller.shown.every((name) => larger.shown.includes(name))

const earliest = (a: Look, b: Look) => (a.from < b.from ? a.from : b.from)
const latest = (a: Look, b: Look) => (a.until > b.until ? a.until : b.until)

const both = (larger: Look, smaller: Look): Look => ({
  ...larger,
  from: earliest(larger, smaller),
  until: latest(larger, smaller),
  consents: larger.consents ?? smaller.consents,
  times: larger.times + smaller.times,
})

/** A look at less, on the same day, by the same colleague and for the same reason, is within the look at more. */
function together(alike: readonly Look[]): Look[] {
  const lines: Look[] = []
  for (const look of [...alike].sort((a, b) => b.shown.length - a.shown.length)) {
    const at = lines.findIndex((line) => holds(line, look))
    const line = lines[at]
    if (line) lines[at] = both(line, look)
    else lines.push(look)
  }
  return lines
}

export type LookDay = {
  readonly day: string
  readonly looks: readonly Look[]
  readonly denied: readonly Look[]
}

/** The days, the newest first, each with its looks and with the attempts that were refused. */
export function lookDays(looks: readonly Look[]): LookDay[] {
  const days = Map.groupBy(looks, (look) => look.day)
  const last = (a: Look, b: Look) => (a.until < b.until ? 1 : a.until > b.until ? -1 : 0)
  return [...days]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([day, all]) => {
      const lines = [...Map.groupBy(all, likeness).values()].flatMap(together).sort(last)
      return {
        day,
        looks: lines.filter((l) => l.kind === 'read'),
        denied: lines.filter((l) => l.kind === 'denied'),
      }
    })
}

export type Period = { readonly from: string | null; readonly until: string | null }

/** The period that an address asks for; whatever is no day is not asked. */
export function periodOf(asked: Readonly<Record<string, string | readonly string[] | undefined>>): Period {
  const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : null)
  return { from: day(asked.from), until: day(asked.until) }
}
