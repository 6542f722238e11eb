// Of the lettings of a corporation in a year: the share that was passend, and the share below the DAEB limit, against the norm.
import type { Role } from '../case/actor'
import type { RuleSet } from '../covenant/rule-set'
import { type Norm, type Norms, normOn } from '../norm/norm'
import { shownCount } from './cells'

/**
 * Lettings that began in a calendar year, as they were tested on the day of signing. `fits`, `unfit`, `exempt` and `untested`
 * make up all of them (VERA PAS, NIE, NVT and not known); so do `within`, `above`, `unknown` and `outside`: no DAEB home.
 */
export type LettingCounts = {
  /** The key of the corporation. */
  readonly corporation: string
  readonly year: number
  readonly lettings: number
  readonly fits: number
  readonly unfit: number
  readonly exempt: number
  readonly untested: number
  readonly within: number
  readonly above: number
  readonly unknown: number
  readonly outside: number
}

/** What holds for a share: hundredths of a percent, and the norm it is of; null value: nobody knows it for that year. */
export type Bound = { readonly value: number | null; readonly norm: Norm | null; readonly agreed: boolean }

/** What was found counts where it is known. `open`: whether the norm is met hangs on what is not known. */
const shareStandings = ['none', 'met', 'open', 'below'] as const
export type ShareStanding = (typeof shareStandings)[number]

export type Share = {
  readonly good: number
  readonly bad: number
  readonly unknown: number
  /** Tenths of a percent, rounded down: a share just below the norm never reads as the norm. Null of none. */
  readonly tenths: number | null
  /** Null where the norm of that year is not known. */
  readonly standing: ShareStanding | null
  /** How many more may be let otherwise before the norm breaks; what is not known counts as let otherwise. */
  readonly room: number | null
}

/** The row of one corporation in one year; null is too small to show. */
export type ShareRow = {
  readonly corporation: string
  readonly year: number
  readonly lettings: number | null
  readonly passend: Share | null
  readonly daeb: Share | null
  /** Where passend toewijzen asks nothing, and homes that are no DAEB. */
  readonly exempt: number | null
  readonly outside: number | null
}

const WHOLE = 10_000

const enough = (good: number, all: number, bound: number) => good * WHOLE >= bound * all

function standingOf(
  { good, bad, unknown }: Pick<Share, 'good' | 'bad' | 'unknown'>,
  bound: number,
): ShareStanding {
  const all = good + bad + unknown
  if (all === 0) return 'none'
  if (enough(good, all, bound)) return 'met'
  return enough(good, good + bad, bound) ? 'open' : 'below'
}

/** How a share stands against a bound in hundredths of a percent. */
export function shareOf(good: number, bad: number, unknown: number, bound: number | null): Share {
  const counted = { good, bad, unknown }
  const judged = good + bad
  const tenths = judged ? Math.floor((good * 1000) / judged) : null
  if (bound === null) return { ...counted, tenths, standing: null, room: null }
  const standing = standingOf(counted, bound)
  const room = standing === 'met' ? Math.floor((good * WHOLE) / bound) - judged - unknown : 0
  return { ...counted, tenths, standing, room: standing === 'none' ? null : room }
}

const lastDay = (year: number) => `${year}-12-31`

/** Woningwet art. 46: the norm of passend toewijzen of a calendar year. */
export function passendBound(norms: Norms, year: number): Bound {
  const norm = normOn(norms, 'passend_share_min_pct', lastDay(year))
  return { value: norm?.value ?? null, norm, agreed: false }
}

/** The norm of DAEB of a calendar year, or the share that the parties agreed on instead. */
export function daebBound(norms: Norms, year: number, { letting }: Pick<RuleSet, 'letting'>): Bound {
  const norm = normOn(norms, 'daeb_share_min_pct', lastDay(year))
  const own = letting.daebPercent
  return { value: own === null ? (norm?.value ?? null) : Math.round(own * 100), norm, agreed: own !== null }
}

/** Whoever reads the lease of each of these lettings itself; everybody else reads no small number. */
export const readsLeases: readonly Role[] = ['officer', 'corporatieLead']

const parts = ['fits', 'unfit', 'exempt', 'untested', 'within', 'above', 'unknown', 'outside'] as const

/**
 * A row as it may be shown. Both shares are of the same lettings, so one small number hides all of them: else it could be
 * found from the others. `limit` 0 hides nothing.
 */
export function shareRow(
  counts: LettingCounts,
  { passend, daeb }: { readonly passend: Bound; readonly daeb: Bound },
  limit: number,
): ShareRow {
  const { corporation, year, fits, unfit, exempt, untested, within, above, unknown, outside } = counts
  const lettings = shownCount(counts.lettings, limit)
  if (parts.some((part) => shownCount(counts[part], limit) === null))
    return { corporation, year, lettings, passend: null, daeb: null, exempt: null, outside: null }
  return {
    ...{ corporation, year, lettings, exempt, outside },
    passend: shareOf(fits, unfit, untested, passend.value),
    daeb: shareOf(within, above, unknown, daeb.value),
  }
}
