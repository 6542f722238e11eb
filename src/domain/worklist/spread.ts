// The cases of somebody who is away, spread over colleagues: the computer proposes, people decide.
import type { Role } from '../case/actor'

/** The step by which a case passes to a colleague. */
export const SPREADS = 'describeParties' as const

/** Who sees what each colleague has in hand, and so can spread work over them. */
export const spreadsWork = (role: Role) => role === 'zorgLead'

/** A colleague who could take cases over. */
export type Colleague = {
  /** Of the membership. */
  readonly id: string
  readonly name: string
  /** Running cases in hand now. */
  readonly inHand: number
  /** Of these, the ones that are to be spread. */
  readonly holds: number
  /** The last day on which they are away; null for who is there. */
  readonly awayUntil: string | null
}

type Found = {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly loads: readonly { readonly name: string; readonly cases: number }[]
  readonly away: readonly { readonly name: string; readonly until: string }[]
  /** Of each case that is to be spread, who has it now. */
  readonly holders: readonly string[]
}

/** A mentor is known in a case by name alone: the same name, however it was typed, is the same person. */
export const asKnown = (name: string) => name.trim().toLowerCase()

/** Colleagues with what they have in hand, each name once, in the order given. */
export function colleaguesWith({ people, loads, away, holders }: Found): Colleague[] {
  const has = new Map(loads.map(({ name, cases }) => [asKnown(name), cases]))
  const gone = new Map(away.map(({ name, until }) => [asKnown(name), until]))
  const each = new Map(people.map(({ id, name }) => [asKnown(name), { id, name }]))
  return [...each].map(([known, { id, name }]) => ({
    id,
    name,
    inHand: has.get(known) ?? 0,
    holds: holders.filter((holder) => asKnown(holder) === known).length,
    awayUntil: gone.get(known) ?? null,
  }))
}

/**
 * Over whom it is spread: whoever was chosen and is there. Before anybody chose, everyone who is there and has none of these
 * cases now, for they are to be taken over; where all have some, everyone who is there. Nobody who is away, ever.
 */
export function takersOf(colleagues: readonly Colleague[], chosen: readonly string[] | null): Colleague[] {
  const there = colleagues.filter(({ awayUntil }) => awayUntil === null)
  if (chosen) return there.filter(({ id }) => chosen.includes(id))
  const free = there.filter(({ holds }) => holds === 0)
  return free.length ? free : there
}

/** By case, the id of the colleague who is proposed for it. */
export type Proposal = ReadonlyMap<string, string>

/**
 * Each case once, in the order given, to whoever has least by then; among equals to the first of the list. So what is due
 * first is spread as evenly as the rest, and who has least gets most. Nothing where there is nobody.
 */
export function spread(cases: readonly string[], takers: readonly Colleague[]): Proposal {
  const hands = takers.map(({ id, inHand, holds }) => ({ id, has: inHand - holds }))
  const proposal = new Map<string, string>()
  for (const one of new Set(cases)) {
    const [first, ...others] = hands
    if (!first) break
    const least = others.reduce((min, hand) => (hand.has < min.has ? hand : min), first)
    least.has++
    proposal.set(one, least.id)
  }
  return proposal
}

/** What a proposal means for one colleague: so many of these cases, and so many in hand afterwards. */
export function shareOf({ id, inHand, holds }: Colleague, proposal: Proposal) {
  const gets = [...proposal.values()].filter((to) => to === id).length
  return { gets, total: inHand - holds + gets }
}
