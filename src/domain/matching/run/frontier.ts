// What a knob of the covenant does to a run: the same clients and homes, matched under other weights, before somebody moves one.
import type { MatchingRules } from '../../covenant/matching-rules'
import { priorities } from '../../covenant/rule-set'
import type { Lots } from '../engine/lottery'
import type { RunInput } from './input'
import { type Proposal, type Row, runOf, type Solver } from './solve'

/** How much urgency weighs against fit, and how many points a pair of the run before has ahead. */
export type Knobs = Pick<MatchingRules, 'priorityWeight' | 'draftBonus'>

/** Weights that are always shown beside those of now and of the proposal. */
const weightsShown = [1, 2, 5, 10] as const

/** What two versions do differently in a run: their knobs, and the rules of the region. */
export const movedIn = (before: MatchingRules, after: MatchingRules) => ({
  knobs: before.priorityWeight !== after.priorityWeight || before.draftBonus !== after.draftBonus,
  agreed: JSON.stringify(before.agreed) !== JSON.stringify(after.agreed),
})

/** The run as it would be under these rules of a covenant. */
export const under = (input: RunInput, matching: MatchingRules): RunInput => ({
  ...input,
  knobs: matching,
  rules: { ...input.rules, matching },
})

/** The knobs to look at: those of now, those proposed, and the usual weights; each once, by weight. */
export function knobsToShow(now: Knobs, proposed: Knobs): Knobs[] {
  const all = [now, proposed, ...weightsShown.map((priorityWeight) => ({ ...proposed, priorityWeight }))]
  const key = ({ priorityWeight, draftBonus }: Knobs) => `${priorityWeight} ${draftBonus}`
  return [...new Map(all.map((one) => [key(one), one])).values()]
    .map(({ priorityWeight, draftBonus }) => ({ priorityWeight, draftBonus }))
    .sort((a, b) => a.priorityWeight - b.priorityWeight || a.draftBonus - b.draftBonus)
}

export type Point = { readonly knobs: Knobs; readonly proposals: readonly Proposal[] }

/** The run at each of these knobs, one after the other; its rows are the same for all. */
export async function frontierOf(
  input: RunInput,
  rows: readonly Row[],
  knobs: readonly Knobs[],
  by: { readonly lots: Lots; readonly solve: Solver },
): Promise<Point[]> {
  const points: Point[] = []
  for (const one of knobs) {
    const { proposals } = await runOf({ ...input, knobs: { ...input.knobs, ...one } }, rows, by)
    points.push({ knobs: one, proposals })
  }
  return points
}

export const tiers = [...priorities, 'none'] as const
type Tier = (typeof tiers)[number]
const tierOf = (priority: string | null): Tier => tiers.find((tier) => tier === priority) ?? 'none'

/** Of one point: who is housed, by what the tafel said of them, the sums of urgency and fit, and how many homes stay as they were. */
export type Totals = {
  readonly knobs: Knobs
  readonly housed: number | null
  readonly tiers: Readonly<Record<Tier, number | null>>
  readonly urgency: number | null
  readonly fit: number | null
  readonly kept: number | null
}

/** Adds up a point, without whoever is left out. */
export function totalsOf(
  { knobs, proposals }: Point,
  { clients }: RunInput,
  without: ReadonlySet<string>,
): Totals {
  const priority = new Map(clients.map((client) => [client.id, tierOf(client.priority)]))
  const counted = proposals.filter((one) => !without.has(one.case))
  const sum = (of: 'urgency' | 'fit') => counted.reduce((all, one) => all + one[of], 0)
  const inTier = (tier: Tier) => counted.filter((one) => priority.get(one.case) === tier).length
  return {
    knobs,
    housed: counted.length,
    tiers: Object.fromEntries(tiers.map((tier) => [tier, inTier(tier)])) as Record<Tier, number>,
    urgency: sum('urgency'),
    fit: sum('fit'),
    kept: counted.filter(({ kind }) => kind !== 'new').length,
  }
}
