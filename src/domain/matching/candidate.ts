// Between a case, the rules and a proposal: what the rules ask of a client, and what a proposal may know of the answers.
import type { Case } from '../case/case'
import { movesFrom } from '../case/readiness'
import type { Candidate } from '../kernel/context'
import type { Verdict } from '../norm/letting'
import { fit, type Ground, type Home, type RuleResult, type Seeker } from './fit'

/** What the rules ask of a client, from the case as the matching membership reads it. */
export const seekerOf = ({ of }: Case): Seeker => ({
  household: of.household,
  incomeClass: of.incomeClass?.class ?? null,
  birthDate: of.identity?.birthDate ?? null,
  municipality: of.decision?.municipality ?? null,
  form: of.decision?.contractForm ?? null,
  profile: of.profile,
  exclusions: of.exclusions,
  wantedFrom: movesFrom(of.readiness),
  shielded: !!of.shield && !of.shield.endedOn,
})

/**
 * Whether a client is among the candidates of a dwelling. One who must not be found is not, where the place is not known
 * to fit, or who supports them would say something by it: nobody can propose it with a reason all the same, and refusals on
 * many dwellings do not add up to a map.
 */
export const isCandidate = ({ shielded }: Seeker, results: readonly RuleResult[]): boolean =>
  !shielded ||
  (results.some((r) => r.rule === 'location' && r.verdict === 'pass') &&
    results.every((r) => r.rule !== 'support' || r.warns || r.verdict === 'pass'))

const worst = (a: Verdict, b: Verdict): Verdict =>
  (['fail', 'unknown'] as const).find((one) => a === one || b === one) ?? 'pass'

/**
 * The verdicts as a landlord reads them. Where a provider guides would tell which provider a client has, and so what for: where it
 * bars a home it is an agreement of the region like any other, and where it only warns it is not there at all.
 */
export function forLandlord(results: readonly RuleResult[]): RuleResult[] {
  const support = results.find((r) => r.rule === 'support')
  const others = results.filter((r) => r !== support)
  if (!support || support.warns) return others
  const agreed = others.find((r) => r.rule === 'agreed')
  const verdict = worst(support.verdict, agreed?.verdict ?? 'pass')
  return results.flatMap((r) =>
    r === agreed ? [] : r === support ? [{ ...r, rule: 'agreed', verdict }] : [r],
  )
}

/** How a client stands to a dwelling for its landlord; null for who is no candidate. */
export function candidacyOf(seeker: Seeker, home: Home, ground: Ground): RuleResult[] | null {
  const results = fit(seeker, home, ground)
  return isCandidate(seeker, results) ? forLandlord(results) : null
}

type Chosen = Pick<Candidate, 'caseId' | 'number' | 'pseudonym' | 'prints' | 'refusedBefore'> & {
  readonly results: readonly RuleResult[]
}

/** What a proposal may know of the chosen candidate: which rules of the dwelling failed, and which are not known. */
export const candidateOf = (
  { results, ...chosen }: Chosen,
  { address, home, nextInLine }: { address: string; home: Home; nextInLine: readonly string[] },
): Candidate => ({
  ...chosen,
  nextInLine: nextInLine.join(' ') || null,
  dwelling: { address, rent: home.rent, availableFrom: home.availableFrom },
  failed: results.filter((r) => r.verdict === 'fail' && !r.warns).map((r) => r.rule),
  unknown: results.filter((r) => r.verdict === 'unknown').map((r) => r.rule),
})
