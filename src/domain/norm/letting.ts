// The two rules of the Woningwet about who may rent at which rent, by the norms of a day.
import type { incomeClassOf } from './income-class'
import { type Norms, normOn } from './norm'

export type IncomeClass = ReturnType<typeof incomeClassOf>['class']
export const verdicts = ['pass', 'fail', 'unknown'] as const
export type Verdict = (typeof verdicts)[number]
/** VERA PASSENDHEIDSSOORT: whether a letting is passend, or need not be. */
export const passendSorts = ['PAS', 'NIE', 'NVT'] as const
export type PassendSort = (typeof passendSorts)[number]

const verdict = (passes: boolean): Verdict => (passes ? 'pass' : 'fail')

type Renting = {
  readonly incomeClass: IncomeClass | null
  /** How many people come to live there; null where that is not known. */
  readonly persons: number | null
  /** Basic rent a month, in euro cents. */
  readonly rent: number
}

/** Woningwet art. 46: at or below the passend limit the basic rent stays at or below the aftoppingsgrens of the household. */
export function passendOn(day: string, norms: Norms, { incomeClass, persons, rent }: Renting): Verdict {
  if (!incomeClass || incomeClass === 'onbekend' || persons === null) return 'unknown'
  const norm = normOn(norms, persons >= 3 ? 'aftoppingsgrens_hoog' : 'aftoppingsgrens_laag', day)
  return norm ? verdict(incomeClass !== 'passend' || rent <= norm.value) : 'unknown'
}

/** Passend toewijzen as a year counts it: an income above the passend limit need not be judged. Null where it is not known. */
export function passendSortOf(incomeClass: IncomeClass | null, passend: Verdict): PassendSort | null {
  if (passend === 'unknown' || incomeClass === null) return null
  if (incomeClass !== 'passend') return 'NVT'
  return passend === 'pass' ? 'PAS' : 'NIE'
}

/** DAEB: above the income limit only in the free space of the corporation. */
export const daebOf = (incomeClass: IncomeClass | null): Verdict =>
  !incomeClass || incomeClass === 'onbekend' ? 'unknown' : verdict(incomeClass !== 'boven')
