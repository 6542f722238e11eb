// What the tafels of a period did, in figures: how many of how many, and which cases these are. Small numbers are not shown.
import { workingDaysBetween } from '../kernel/days'
import { type Middle, shownCells, shownMiddle } from './cells'

/** Something that starts or ends a time in which a case waited on its provider. */
type Waited = { readonly step: string; readonly on: string }

/** A case on the agenda of a tafel that met. */
export type Visit = {
  /** It stood on no tafel that met before this one. */
  readonly first: boolean
  /** It stood on more than one, ever. */
  readonly again: boolean
  /** Null where nothing was adopted yet. */
  readonly outcome: string | null
  /** A correction of this decision counts instead. */
  readonly corrected: boolean
  /** A later tafel decided on it. */
  readonly decidedLater: boolean
}

/** Cases that were on tafels in the same way: how many, and `key` by which they are found. */
export type Course = { readonly key: string; readonly visits: readonly Visit[]; readonly n: number }

/** Decisions of the same days: ready since, adopted on, and what paused it between, in their order. Days are 'yyyy-mm-dd'. */
export type Decided = {
  readonly readySince: string | null
  readonly adoptedOn: string
  readonly waited: readonly Waited[]
  readonly n: number
}

/** Cases that wait for a tafel now since one day, in the days of their task. */
export type Waits = { readonly since: string; readonly n: number }

/** Outcomes with which the table is not done with a case. */
export const undone: readonly string[] = ['adjourned', 'escalated', 'backToProvider']

const pauses: readonly string[] = ['askMore', 'adjourned', 'backToProvider']

/** Working days from ready to the decision, without those in which the case waited on its provider. */
export function daysToDecision({ readySince, adoptedOn, waited }: Omit<Decided, 'n'>): number | null {
  if (!readySince || readySince > adoptedOn) return null
  const within = (on: string) => (on < readySince ? readySince : on > adoptedOn ? adoptedOn : on)
  let paused = 0
  let since: string | null = null
  for (const { step, on } of [...waited, { step: 'end', on: adoptedOn }]) {
    if (pauses.includes(step)) since ??= within(on)
    else if (since) {
      paused += workingDaysBetween(since, within(on))
      since = null
    }
  }
  return workingDaysBetween(readySince, adoptedOn) - paused
}

export const figureKeys = ['decidedFirst', 'repeated', 'overturned', 'aged'] as const
type FigureKey = (typeof figureKeys)[number]

/** How many of how many: `n` is null where that, or what is left of it, is too small to show. */
export type Figure = {
  readonly key: FigureKey
  readonly n: number | null
  readonly of: number | null
  /** How many cases whoever asks can open, and the courses, or the days, by which they are found. */
  readonly cases: number
  readonly which: readonly string[]
}

/** One figure: how many of these, and what would be left of the whole is not told either where it is small. */
export function shownOf(n: number, of: number, limit: number): { n: number | null; of: number | null } {
  if (of > 0 && of < limit) return { n: null, of: null }
  const [own] = shownCells(
    [
      { key: 'own', n },
      { key: 'others', n: of - n },
    ],
    limit,
  )
  return { n: own?.n ?? null, of }
}

type Asked = { readonly today: string; readonly agedAfter: number; readonly limit: number }

type Group = { readonly key: string; readonly n: number }
const total = (groups: readonly Group[]) => groups.reduce((sum, { n }) => sum + n, 0)

/** The figures about cases: of the period, and of those that wait today. A case counts once in each. */
export function figuresOf(courses: readonly Course[], waiting: readonly Waits[], asked: Asked): Figure[] {
  const having = (holds: (visit: Visit) => boolean) => courses.filter(({ visits }) => visits.some(holds))
  const figure = (key: FigureKey, found: readonly Group[], all: readonly Group[]): Figure => {
    const cases = total(found)
    return { key, cases, which: found.map((one) => one.key), ...shownOf(cases, total(all), asked.limit) }
  }
  const days = waiting.map(({ since, n }) => ({ key: since, n }))
  return [
    figure(
      'decidedFirst',
      having(({ first, outcome }) => first && outcome !== null && !undone.includes(outcome)),
      having(({ first }) => first),
    ),
    figure(
      'repeated',
      having(({ again }) => again),
      courses,
    ),
    figure(
      'overturned',
      having(
        ({ outcome, corrected, decidedLater }) =>
          outcome !== null && (corrected || (outcome === 'escalated' && decidedLater)),
      ),
      having(({ outcome }) => outcome !== null),
    ),
    figure(
      'aged',
      days.filter(({ key }) => workingDaysBetween(key, asked.today) > asked.agedAfter),
      days,
    ),
  ]
}

/** The middle of the working days from ready to decisions that are the table's last word; null of too few. */
export function middleDays(decided: readonly Decided[], limit: number): number | null {
  const days = decided
    .flatMap((one) => {
      const found = daysToDecision(one)
      return found === null ? [] : Array<number>(one.n).fill(found)
    })
    .sort((a, b) => a - b)
  const at = (days.length - 1) / 2
  const of: Middle = {
    n: days.length,
    middle: days.length ? ((days[Math.floor(at)] as number) + (days[Math.ceil(at)] as number)) / 2 : null,
  }
  return shownMiddle(of, limit)
}
