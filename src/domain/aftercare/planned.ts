// The schedule of a home as a whole: what was held, what did not come, and what is still to come.
import { aftercareOf, EARLY_DAYS } from '../case/schedule'
import type { RuleSet } from '../covenant/rule-set'
import { addDays } from '../kernel/days'

/** `tried`: nobody was at home. `late`: its day has passed, and it can still count as that one. */
export type PlannedState = 'held' | 'tried' | 'missed' | 'late' | 'coming'
export type PlannedDay = {
  readonly what: 'visit' | 'evaluation'
  /** The day of the schedule. */
  readonly on: string
  readonly state: PlannedState
  /** When it was held, or tried. */
  readonly heldOn: string | null
}

/** Days on which nothing was asked for, from one day until before another; null: until now. */
export type Quiet = { readonly from: string; readonly until: string | null }

/** A day that was held counts as the last one of the schedule, up to so many days before it. */
const countsAs = (days: readonly string[], held: string, early: number) =>
  days.findLast((on) => on <= addDays(held, early))

type Held = { readonly days: readonly string[]; readonly tried: readonly string[]; readonly early: number }

function daysOf(what: PlannedDay['what'], planned: readonly string[], held: Held, today: string) {
  const counted = (found: readonly string[]) =>
    new Map(found.map((day) => [countsAs(planned, day, held.early), day] as const))
  const [found, tried] = [counted(held.days), counted(held.tried)]
  const last = planned.findLast((on) => on <= today)
  return planned.map((on): PlannedDay => {
    const heldOn = found.get(on) ?? null
    if (heldOn) return { what, on, state: 'held', heldOn }
    const triedOn = tried.get(on)
    if (triedOn) return { what, on, state: 'tried', heldOn: triedOn }
    return { what, on, state: on >= today ? 'coming' : on === last ? 'late' : 'missed', heldOn }
  })
}

export type Kept = {
  readonly keyOn: string
  /** On which days somebody was met, nobody opened, and evaluations were held. */
  readonly visits: readonly string[]
  readonly tried: readonly string[]
  readonly evaluations: readonly string[]
  readonly quiet: readonly Quiet[]
}

/** Every day of the schedule that follows from the key and the covenant, in order; nothing while the waakvlam burns. */
export function plannedDays(
  { keyOn, visits, tried, evaluations, quiet }: Kept,
  rules: RuleSet,
  today: string,
) {
  const schedule = aftercareOf(keyOn, rules)
  const asked = (on: string) => !quiet.some(({ from, until }) => on >= from && (!until || on < until))
  const days = [
    ...daysOf(
      'visit',
      schedule.visits.filter(asked),
      { days: visits, tried, early: EARLY_DAYS.visit },
      today,
    ),
    ...daysOf(
      'evaluation',
      schedule.evaluations.filter(asked),
      { days: evaluations, tried: [], early: EARLY_DAYS.evaluation },
      today,
    ),
  ]
  return days.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}
