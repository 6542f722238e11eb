// What one run is made of, whole: who seeks, what is free, what was agreed. The same input gives the same proposals to the
// last bit. Where somebody must not live is not copied into it: of each dwelling it holds only whether the place fits.
import type { MatchingRules } from '../../covenant/matching-rules'
import type { Verdict } from '../../norm/letting'
import { fit, type Ground, type Home, type RuleResult, type Seeker } from '../fit'
import { location } from '../rules'

/** A client and a dwelling, by the ids of their subjects. */
export type RunPair = { readonly case: string; readonly dwelling: string }

/** `places`: for each home of the input, in its order, the verdict on the place as one sign. */
export type RunClient = {
  readonly id: string
  readonly priority: string | null
  readonly waitingDays: number
  readonly seeker: Omit<Seeker, 'exclusions'>
  readonly places: string
}

/** Without its street and number: no rule but that on the place asks for them. */
export type RunHome = Omit<Home, 'street' | 'postcode'> & { readonly id: string }

const capKinds = ['contingent', 'complex', 'entrance', 'provider'] as const
/** At most `most` more of these clients (null: of all) come into these dwellings; `name` says whose or which it is. */
export type RunCap = {
  readonly kind: (typeof capKinds)[number]
  readonly name: string
  readonly most: number
  readonly cases: readonly string[] | null
  readonly dwellings: readonly string[]
}

export type RunInput = Omit<Ground, 'today'> & {
  readonly day: string
  readonly knobs: MatchingRules
  readonly clients: readonly RunClient[]
  readonly homes: readonly RunHome[]
  readonly caps: readonly RunCap[]
  /** Pairs that somebody agreed to: they stay. */
  readonly locked: readonly RunPair[]
  /** Pairs of the run before. */
  readonly drafts: readonly RunPair[]
}

const signs: Readonly<Record<Verdict, string>> = { pass: 'p', fail: 'f', unknown: 'u' }
const verdictOf = (sign: string | undefined): Verdict =>
  sign === 'p' ? 'pass' : sign === 'f' ? 'fail' : 'unknown'

/** A client of a run, who takes along a verdict on each place instead of the places themselves. */
export function runClientOf(
  { seeker, ...client }: Omit<RunClient, 'places' | 'seeker'> & { readonly seeker: Seeker },
  homes: readonly Home[],
  ground: Ground,
): RunClient {
  const { exclusions: _kept, ...rest } = seeker
  return {
    ...client,
    seeker: rest,
    places: homes.map((home) => signs[location(seeker, home, ground).verdict]).join(''),
  }
}

/** Every rule between a client and the home at this place of the input. */
export function judgedIn(input: RunInput, client: RunClient, at: number): RuleResult[] {
  const home = input.homes[at]
  if (!home) return []
  const ground = { rules: input.rules, norms: input.norms, today: input.day }
  const results = fit({ ...client.seeker, exclusions: [] }, { ...home, street: '', postcode: '' }, ground)
  return results.map((found) =>
    found.rule === 'location' ? { ...found, verdict: verdictOf(client.places[at]) } : found,
  )
}
