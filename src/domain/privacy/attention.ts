// What a privacy officer should look at: reading outside office hours, many cases on one day, attempts that were refused.
import type { RuleSet } from '../covenant/rule-set'
import { addDays, isWorkingDay } from '../kernel/days'

/** So many days back a privacy officer is told of, today included. */
const ATTENTION_DAYS = 7

/** The first day that counts. */
export const attentionFrom = (today: string) => addDays(today, 1 - ATTENTION_DAYS)

/** How often one person opened something in one hour of a day. */
export type Hour = {
  readonly person: string
  readonly day: string
  readonly hour: number
  readonly reads: number
}
/** How many different cases one person opened on a day. */
export type Day = { readonly person: string; readonly day: string; readonly cases: number }
/** How often one person was refused. */
export type Refused = { readonly person: string; readonly times: number }

/** What calls a privacy officer at once, without waiting until somebody looks. `chain` and `history` are about the journal itself. */
export const alertKinds = ['refusals', 'manyCases', 'unlikeBefore', 'chain', 'history'] as const
export type AlertKind = (typeof alertKinds)[number]
export type Alert = {
  readonly id: string
  readonly about: AlertKind
  /** Null when it is about the journal itself. */
  readonly person: string | null
  readonly day: string
  /** How many refusals or cases there were when it was raised. */
  readonly times: number | null
}

export type Concern =
  | { readonly about: 'denied'; readonly person: string; readonly times: number }
  | { readonly about: 'manyCases'; readonly person: string; readonly day: string; readonly times: number }
  | { readonly about: 'outsideHours'; readonly person: string; readonly times: number }

type Limits = RuleSet['journal']

/** Whether offices are closed: a weekend, a holiday, or an hour before they open or after they close. */
export const outsideHours = ({ day, hour }: Pick<Hour, 'day' | 'hour'>, limits: Limits) =>
  !isWorkingDay(day) || hour < limits.officeFrom || hour >= limits.officeUntil

const most = (a: { times: number }, b: { times: number }) => b.times - a.times

function readOutside(hours: readonly Hour[], limits: Limits): Concern[] {
  const outside = Map.groupBy(
    hours.filter((hour) => outsideHours(hour, limits)),
    ({ person }) => person,
  )
  return [...outside].map(([person, list]) => ({
    about: 'outsideHours' as const,
    person,
    times: list.reduce((sum, { reads }) => sum + reads, 0),
  }))
}

/** What asks attention, refusals first and the largest number on top. None of it is wrong by itself. */
export function concernsOf(
  seen: {
    readonly hours: readonly Hour[]
    readonly days: readonly Day[]
    readonly refused: readonly Refused[]
  },
  limits: Limits,
): Concern[] {
  const denied = seen.refused.map((r) => ({ about: 'denied' as const, ...r }))
  const many = seen.days
    .filter(({ cases }) => cases >= limits.casesPerDay)
    .map(({ person, day, cases }) => ({ about: 'manyCases' as const, person, day, times: cases }))
  return [...denied.sort(most), ...many.sort(most), ...readOutside(seen.hours, limits).sort(most)]
}
