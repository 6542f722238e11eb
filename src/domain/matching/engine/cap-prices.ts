// Caps that cross the network get a price each: an edge costs what its caps cost, the network finds the best matching at
// these prices, and a cap that is passed becomes dearer (subgradient steps after Polyak). Any prices prove a bound.
import { clientOfEdges, type Split, splitCaps, type Under, underOf } from './cap-edges'
import { edgeOf, type Pair } from './earlier'
import { repaired, worthOf } from './host-places'
import { type Network, networkOf } from './network'
import { matched, optimise, reprice } from './network-simplex'
import { pricesOf } from './prices'
import { type Answer, isProven, type Task } from './task'

const STEPS = 61
/** Prices are multiples of this: with whole values every sum stays exact. */
const GRAIN = 1 / 64
const grained = (price: number) => Math.max(0, Math.round(price / GRAIN) * GRAIN)
/** What was taken one step ago counts for so much of what is taken now. */
const FADING = 0.8
/** What was matched before counts as if it had been taken so often. */
const TRUSTED = 3
/** After the first step, and then after each of so many, a matching that keeps all caps is made. */
const REPAIRED_EVERY = 4

type Search = {
  readonly task: Task
  readonly split: Split
  readonly net: Network
  readonly client: Int32Array
  readonly price: Float64Array
  readonly under: Under
  readonly often: Float64Array
  /** The edges that were ever taken: all others were never. */
  readonly taken: number[]
  best: { edge: Int32Array; value: number }
  bound: number
  prices: Answer['prices']
}

/** The best matching at the prices of now, and the bound they prove. */
function look(search: Search): Int32Array {
  const { task, split, net, price } = search
  net.value.set(task.value)
  split.crossing.forEach(({ edges }, c) => {
    const cost = price[c] as number
    if (cost) for (const k of edges) net.value[k] = (net.value[k] as number) - cost
  })
  reprice(net)
  optimise(net)
  const edge = matched(net)
  const room = split.crossing.reduce(
    (sum, { at }, c) => sum + (price[c] as number) * (task.caps[at]?.max ?? 0),
    0,
  )
  const bound = worthOf(net, edge) + room
  if (bound < search.bound) {
    search.bound = bound
    search.prices = pricesOf(net, split, { caps: task.caps.length, crossing: price.slice() })
  }
  return edge
}

/** By how much each cap that crosses is passed; below 0 there is room. A free cap with room asks for no change. */
function excess({ task, split, under, price }: Search, edge: Int32Array): Float64Array {
  const taken = new Int32Array(split.crossing.length)
  for (const k of edge.filter((one) => one >= 0))
    for (let e = under.start[k] as number; e < (under.start[k + 1] as number); e++)
      taken[under.cap[e] as number] = (taken[under.cap[e] as number] as number) + 1
  return Float64Array.from(split.crossing, ({ at }, c) => {
    const over = (taken[c] as number) - (task.caps[at]?.max ?? 0)
    return over < 0 && price[c] === 0 ? 0 : over
  })
}

/** Moves the prices along `over`. @returns whether anything is left to move. */
function move({ price, bound, best }: Search, over: Float64Array, share: number): boolean {
  const length = over.reduce((sum, by) => sum + by * by, 0)
  if (length === 0) return false
  const step = (share * (bound - best.value)) / length
  over.forEach((by, c) => {
    price[c] = grained((price[c] as number) + step * by)
  })
  return true
}

function begin(task: Task): Search {
  const split = splitCaps(task)
  const nests = { client: split.client.nest, unit: split.unit.nest }
  return {
    task,
    split,
    net: networkOf({ ...task, value: task.value.slice() }, nests),
    client: clientOfEdges(task),
    price: new Float64Array(split.crossing.length),
    under: underOf(split.crossing, task.unit.length),
    often: new Float64Array(task.unit.length),
    taken: [],
    best: { edge: new Int32Array(task.clientStart.length - 1).fill(-1), value: 0 },
    bound: Number.POSITIVE_INFINITY,
    prices: { client: new Float64Array(0), unit: new Float64Array(0), cap: new Float64Array(0) },
  }
}

/** Counts an edge as taken so often more. */
function take({ often, taken }: Search, k: number, times: number): void {
  if (often[k] === 0) taken.push(k)
  often[k] = (often[k] as number) + times
}

function remember(search: Search, edge: Int32Array): void {
  for (const k of search.taken) search.often[k] = (search.often[k] as number) * FADING
  for (const k of edge) if (k >= 0) take(search, k, 1)
}

/** Looks at the prices of now; a better matching is kept. @returns by how much each cap is passed. */
function lookAndKeep(search: Search, repairs: boolean): Float64Array {
  const edge = look(search)
  remember(search, edge)
  const over = excess(search, edge)
  const keeps = over.every((by) => by <= 0)
  if (!keeps && !repairs) return over
  const found = keeps ? { edge, value: worthOf(search.task, edge) } : repaired(search)
  if (found.value > search.best.value) search.best = found
  return over
}

const answerOf = ({ best, bound, prices }: Search): Answer => ({ ...best, bound, prices })

/** Whether an answer says what was asked; no more steps are made then. */
type Enough = (answer: Pick<Answer, 'value' | 'bound'>) => boolean

function stepOn(search: Search, enough: Enough): Answer {
  for (let step = 0; step < STEPS; step++) {
    const over = lookAndKeep(search, step % REPAIRED_EVERY === 0)
    const found = { value: search.best.value, bound: search.bound }
    if (isProven(found) || enough(found) || !move(search, over, step < STEPS / 2 ? 1 : 0.5)) break
  }
  return answerOf(search)
}

/** A matching that keeps all caps, and a bound: equal where no cap crosses, near each other where some do. */
export const solveFast = (task: Task): Answer => stepOn(begin(task), isProven)

/** What was found for a task that differed little. */
export type Before = { readonly pairs: readonly Pair[]; readonly prices: Answer['prices'] }

/** The same, begun where a task that differed little ended, until it is enough: seldom more than a few steps. */
export function solveNear(task: Task, { pairs, prices }: Before, enough: Enough): Answer {
  const search = begin(task)
  search.split.crossing.forEach(({ at }, c) => {
    search.price[c] = grained(prices.cap[at] as number)
  })
  for (const pair of pairs) {
    const k = edgeOf(task, pair)
    if (k >= 0) take(search, k, TRUSTED)
  }
  return stepOn(search, enough)
}

/** The same answer, or one that is better or proven nearer, by trying other prices for the caps that cross. */
export function tryPrices(task: Task, answer: Answer, prices: Float64Array): Answer {
  const search = begin(task)
  search.best = answer
  search.bound = answer.bound
  search.prices = answer.prices
  search.price.set(prices.map(grained))
  lookAndKeep(search, true)
  return answerOf(search)
}
