// What the tafels of a period did, in figures: how many of how many, and which cases these are. Small numbers are not shown.
import { workingDaysBetween } from '../kernel/days'
import { type Middle, shownCells, shownMiddle } from './cells'

/** Something that starts or ends a time in which a case waited on its provider. */
type Waited = { readonly step: string; readonly on: string }

/** A case on the agenda of a tafel that met. Days are 'yyyy-mm-dd'. */
export type Brought = {
  readonly id: string
  readonly number: string
  readonly tafel: string
  /** On how many tafels that met it stood up to this one, and ever. */
  readonly nth: number
  readonly times: number
  /** Null where nothing was adopted yet. */
  readonly outcome: string | null
  readonly adoptedOn: string | null
  readonly readySince: string | null
  /** A correction of this decision counts instead. */
  readonly corrected: boolean
  /** A later tafel decided on it. */
  readonly decidedLater: boolean
  readonly waited: readonly Waited[]
}

/** A case that waits for a tafel now: since when, in the days of its task. */
export type Waits = { readonly id: string; readonly number: string; readonly since: string }

/** Outcomes with which the table is not done with a case. */
const undone: readonly string[] = ['adjourned', 'escalated', 'backToProvider']

const pauses: readonly string[] = ['askMore', 'adjourned', 'backToProvider']

/** Working days from ready to the decision, without those in which the case waited on its provider. */
export function daysToDecision({ readySince, adoptedOn, waited }: Brought): number | null {
  if (!readySince || !adoptedOn || readySince > adoptedOn) return null
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

type Case = { readonly id: string; readonly number: string }
/** How many of how many, and which: `n` is null where that, or what is left of it, is too small to show. */
export type Figure = {
  readonly key: FigureKey
  readonly n: number | null
  readonly of: number | null
  readonly cases: readonly Case[]
}

const distinct = (cases: readonly Case[]): Case[] =>
  [...new Map(cases.map(({ id, number }) => [id, { id, number }])).values()].sort((a, b) =>
    a.number < b.number ? -1 : 1,
  )

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

/** The figures about cases: of the period, and of those that wait today. */
export function figuresOf(brought: readonly Brought[], waiting: readonly Waits[], asked: Asked): Figure[] {
  const firsts = brought.filter(({ nth }) => nth === 1)
  const decided = brought.filter(({ outcome }) => outcome)
  const figure = (key: FigureKey, found: readonly Case[], all: readonly Case[]): Figure => {
    const cases = distinct(found)
    return { key, cases, ...shownOf(cases.length, distinct(all).length, asked.limit) }
  }
  return [
    figure(
      'decidedFirst',
      firsts.filter(({ outcome }) => outcome && !undone.includes(outcome)),
      firsts,
    ),
    figure(
      'repeated',
      brought.filter(({ times }) => times > 1),
      brought,
    ),
    figure(
      'overturned',
      decided.filter((one) => one.corrected || (one.outcome === 'escalated' && one.decidedLater)),
      decided,
    ),
    figure(
      'aged',
      waiting.filter(({ since }) => workingDaysBetween(since, asked.today) > asked.agedAfter),
      waiting,
    ),
  ]
}

/** The middle of the working days from ready to a decision that is the table's last word; null of too few. */
export function middleDays(brought: readonly Brought[], limit: number): number | null {
  const done = brought.filter(({ outcome }) => outcome && !undone.includes(outcome))
  const days = done.flatMap((one) => daysToDecision(one) ?? []).sort((a, b) => a - b)
  const at = (days.length - 1) / 2
  const of: Middle = {
    n: days.length,
    middle: days.length ? ((days[Math.floor(at)] as number) + (days[Math.ceil(at)] as number)) / 2 : null,
  }
  return shownMiddle(of, limit)
}
