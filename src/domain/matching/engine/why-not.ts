// "Why not that home?" The prices say at once what stands in the way and how much it would cost at least; solving again
// with the pair forced says what the whole would lose. Both are bounds: a pair is never called out of reach when it is
// in a best matching.
import { solveNear } from './cap-prices'
import { boundOf } from './certificate'
import { edgeOf, hold, type Pair } from './earlier'
import type { Answer, Cap, Prices, Task } from './task'

/** What a pair takes from others, in points: the place of the client, the home, and each cap that is scarce, by its place. */
export type Costs = {
  readonly client: number
  readonly unit: number
  readonly caps: readonly { readonly at: number; readonly price: number }[]
}

/** What the whole loses when a pair is forced: between these two. The least loss above 0 says: in no best matching. */
export type Loss = { readonly atLeast: number; readonly atMost: number }

/** The pair cannot be at all: the rules refuse it or another pair stays, or these caps (by place) have no room for anybody. */
export type Impossible = { readonly refused: boolean; readonly full: readonly number[] }

const isAbout = ({ clients, units }: Cap, pair: Pair): boolean =>
  clients?.includes(pair.client) !== false && units?.includes(pair.unit) !== false

/** The edge of a pair that could be taken; what is worth nothing, or is held for others, is none. */
function edgeToTake(task: Task, pair: Pair): number {
  const k = edgeOf(task, pair)
  return k >= 0 && (task.value[k] as number) > 0 ? k : -1
}

/** What a pair takes at these prices. */
export function costsOf(task: Task, prices: Prices, pair: Pair): Costs {
  const caps = task.caps.flatMap((cap, at) => {
    const price = prices.cap[at] as number
    return price > 0 && isAbout(cap, pair) ? [{ at, price }] : []
  })
  return { client: prices.client[pair.client] as number, unit: prices.unit[pair.unit] as number, caps }
}

/** Everything but the place of the client: what a home is out of reach for, by its points, is below it. */
export const cutOffOf = ({ unit, caps }: Costs): number => caps.reduce((sum, { price }) => sum + price, unit)

/** The least that the whole loses by this pair, by the prices alone: one pass over the caps, and nothing is solved. */
export function leastLoss(task: Task, answer: Answer, pair: Pair): number {
  const k = edgeToTake(task, pair)
  if (k < 0) return Number.POSITIVE_INFINITY
  const costs = costsOf(task, answer.prices, pair)
  const beyond = costs.client + cutOffOf(costs) - (task.value[k] as number)
  return Math.max(0, answer.value - boundOf(task, answer.prices) + beyond)
}

/** Losses are told in larger steps than this: a bound that is nearer would tell nobody more. */
const NEAR_ENOUGH = 100

/** The pairs of an answer. */
export const pairsOf = ({ unit }: Pick<Task, 'unit'>, { edge }: Pick<Answer, 'edge'>): Pair[] =>
  Array.from(edge, (k, client) => ({ client, unit: k < 0 ? -1 : (unit[k] as number) })).filter(
    (pair) => pair.unit >= 0,
  )

/** What the whole loses when this pair is forced: all the rest is solved again beside it. */
export function lossByForcing(task: Task, answer: Answer, pair: Pair): Loss | Impossible {
  if (edgeToTake(task, pair) < 0) return { refused: true, full: [] }
  const held = hold(task, [pair])
  if (held.passed.length) return { refused: false, full: held.passed }
  const before = { pairs: pairsOf(task, answer), prices: answer.prices }
  const forced = solveNear(held.rest, before, ({ value, bound }) => bound - value < NEAR_ENOUGH)
  return {
    atLeast: Math.max(0, answer.value - held.value - forced.bound),
    atMost: Math.max(0, answer.bound - held.value - forced.value),
  }
}
