// When somebody wants to hear by mail of what happened: at once, once a day, or not; and at which hours and days.
import { z } from 'zod'
import type { Role } from '../case/actor'
import { steps } from '../case/steps'
import { addDays, isWorkingDay } from '../kernel/days'
import type { Row, Step } from '../kernel/step'
import { momentOf, wallOf } from '../kernel/zone'
import { hearsOfTerms } from './ladder'

export const mailWays = ['atOnce', 'daily', 'never'] as const

const hour = z.int().min(0).max(23)

/** What a person chose. `per` holds the events of which they chose otherwise than usual. Hours are those of the clock. */
export const mailChoice = z.object({
  usual: z.enum(mailWays).default('atOnce'),
  per: z.record(z.string(), z.enum(mailWays)).default({}),
  /** From this hour until that one no mail comes; null for whoever does not mind. */
  quiet: z.object({ from: hour, until: hour }).nullable().default(null),
  workingDays: z.boolean().default(false),
})
export type MailChoice = z.infer<typeof mailChoice>

/** Whoever chose nothing hears at once, at any hour. */
export const usualChoice: MailChoice = mailChoice.parse({})

/** An alert to a privacy officer, which is no step. */
const ALERT = 'alert'

const all = Object.values(steps) as readonly Step[]
const rows = all.map(({ name, row }): [string, Row] => [name, row])

/**
 * What must be told and cannot be put off, whatever somebody chose: an alert, and access in an emergency, of which the
 * table says who hears in any case (art. 32 and 33 AVG: whoever must act has to know).
 */
const alarming = all.filter(({ kind, row }) => kind === 'emergency' && row.alarms)
const must = new Set([ALERT, ...alarming.map(({ name }) => name)])
export const mustHear = (event: string) => must.has(event)

/** Everything of which somebody of this role hears: steps in the order of the process, and terms. */
export const eventsOf = (role: Role): readonly string[] => [
  ...rows
    .filter(([, { notifies = [], alarms = [] }]) =>
      [...notifies, ...alarms.map((a) => a.role)].includes(role),
    )
    .map(([name]) => name),
  ...hearsOfTerms(role),
]

const isQuiet = (at: number, { from, until }: NonNullable<MailChoice['quiet']>) =>
  from < until ? from <= at && at < until : at >= from || at < until

/** The first moment from then on at which this person wants mail. */
export function welcome({ quiet, workingDays }: MailChoice, from: Date): Date {
  const { day, hour } = wallOf(from)
  if (workingDays && !isWorkingDay(day))
    return welcome({ ...usualChoice, quiet, workingDays }, momentOf(addDays(day, 1), '00:00'))
  if (!quiet || quiet.from === quiet.until || !isQuiet(hour, quiet)) return from
  const end = momentOf(
    quiet.until > hour ? day : addDays(day, 1),
    `${String(quiet.until).padStart(2, '0')}:00`,
  )
  return workingDays ? welcome({ ...usualChoice, quiet, workingDays }, end) : end
}

/** The hour of the day at which what came since yesterday is put together. */
const DIGEST = '08:00'

function nextDigest(after: Date): Date {
  const { day } = wallOf(after)
  const today = momentOf(day, DIGEST)
  return today > after ? today : momentOf(addDays(day, 1), DIGEST)
}

export type Mailing = { readonly digest: boolean; readonly at: Date }

/**
 * When word of an event goes to somebody by mail; null when it does not. `ready` is when it would go to whoever minds
 * nothing: what must be told goes then.
 */
export function mailingOf(event: string, choice: MailChoice, ready: Date): Mailing | null {
  if (mustHear(event)) return { digest: false, at: ready }
  const way = choice.per[event] ?? choice.usual
  if (way === 'never') return null
  const digest = way === 'daily'
  return { digest, at: welcome(choice, digest ? nextDigest(ready) : ready) }
}
