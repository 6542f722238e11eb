import 'server-only'
// Who stands in reserve for a dwelling, as its officer sees them: by their names for it, and how they stand to it today.
import type { Dwelling } from '@/domain/dwelling/dwelling'
import { inLine } from '@/domain/dwelling/reserve'
import type { Found } from './candidates'

/** A candidate as the officer sees one: a pseudonym, a place in the order, and verdicts. */
export type CandidateScreen = Pick<
  Found,
  'pseudonym' | 'priority' | 'waitingDays' | 'results' | 'excluded'
> & {
  /** Whether they refused this dwelling, and whether anything changed since; null too of who is shielded. */
  readonly refused: Found['refused']
}

/** One place in reserve; `candidate` is null where they look for no home any more. */
export type ReservePlace = { readonly pseudonym: string; readonly candidate: CandidateScreen | null }

export type ReserveScreen = {
  readonly places: readonly ReservePlace[]
  /** Why an officer put somebody in front; null while it is the order of the candidates. */
  readonly rankedWhy: string | null
}

export const seen = ({ shielded, ...found }: Found): CandidateScreen => ({
  pseudonym: found.pseudonym,
  priority: found.priority,
  waitingDays: found.waitingDays,
  results: found.results,
  excluded: found.excluded,
  refused: shielded ? null : found.refused,
})

/** Who is next for this dwelling, each as they stand among its candidates today; null where nobody was put in reserve. */
export function reserveOf(dwelling: Dwelling, candidates: readonly Found[]): ReserveScreen | null {
  const places = inLine(dwelling).map((pseudonym) => {
    const found = candidates.find((one) => one.pseudonym === pseudonym)
    return { pseudonym, candidate: found ? seen(found) : null }
  })
  return places.length ? { places, rankedWhy: dwelling.of.reserve?.rankedWhy ?? null } : null
}

/** Whether it can be offered to who stands at this place: nobody who refused it and is as they were, or to whom a rule says no. */
export const canHaveIt = ({ candidate }: ReservePlace) =>
  !!candidate && !candidate.excluded && candidate.refused !== 'same'
