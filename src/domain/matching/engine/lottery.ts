// Between matchings of one worth a lottery decides, and nothing else: not the order of a list, not the way the solver
// went. Clients, units and caps are put into an order that the seed makes of their names, and each pair that is in
// some best matching draws a lot. Worth goes before lots, always: the lots of all pairs together weigh less than one
// point.
import { solveFast } from './cap-prices'
import { boundOf } from './certificate'
import { coreOf } from './core'
import type { Answer, Cap, Task } from './task'

/** A whole number of 0 to 2^32 - 1 for a text: the same for the same seed, and not to be foreseen without it. */
export type Lots = (about: string) => number

/** What clients and units are called in every list, wherever they stand in it. No two have one name. */
export type Names = { readonly clients: readonly string[]; readonly units: readonly string[] }

/** A task in the order of a seed, and the way back to the order in which it came. */
export type Shuffled = {
  readonly task: Task
  readonly names: Names
  readonly back: (answer: Answer) => Answer
}

const MOST_LOT_BITS = 20
/** Prices are multiples of 1/64, so that of 53 bits these are left for worth and lots together. */
const BITS = 47
/** No matching takes an edge below 0. */
const FORBIDDEN = -1

/** Places of names in the order of their lots; who draws the same stands by name. */
function orderOf(names: readonly string[], what: string, lots: Lots): Int32Array {
  const lot = names.map((name) => lots(`${what}\n${name}`))
  const later = (a: number, b: number) => ((names[a] as string) < (names[b] as string) ? -1 : 1)
  return Int32Array.from(names.keys()).sort((a, b) => (lot[a] as number) - (lot[b] as number) || later(a, b))
}

function placesOf(order: Int32Array): Int32Array {
  const place = new Int32Array(order.length)
  order.forEach((old, at) => {
    place[old] = at
  })
  return place
}

/** Caps about other places, sorted by what they say; lists that were one stay one. */
function movedCaps(caps: readonly Cap[], clientPlace: Int32Array, unitPlace: Int32Array) {
  const moved = new Map<Int32Array, { ids: Int32Array; text: string }>()
  const move = (ids: Int32Array | null, place: Int32Array) => {
    if (!ids) return null
    const there = Int32Array.from(new Set(ids), (id) => place[id] as number).sort()
    const found = moved.get(ids) ?? { ids: there, text: there.join() }
    moved.set(ids, found)
    return found
  }
  const all = caps.map(({ clients, units, max }, at) => {
    const [c, u] = [move(clients, clientPlace), move(units, unitPlace)]
    const text = [max, c?.text ?? 'all', u?.text ?? 'all'].join('|')
    return { at, text, cap: { clients: c?.ids ?? null, units: u?.ids ?? null, max } }
  })
  return all.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.at - b.at))
}

/** The edges of a task by the new order of its clients: for each place the edge that it was. */
function movedEdges({ clientStart, unit, value }: Task, clients: Int32Array, unitPlace: Int32Array) {
  const start = new Int32Array(clientStart.length)
  const was = new Int32Array(unit.length)
  const place = (k: number) => unitPlace[unit[k] as number] as number
  clients.forEach((old, i) => {
    const [from, to] = [clientStart[old] as number, clientStart[old + 1] as number]
    const row = Array.from({ length: to - from }, (_, at) => from + at)
    row.sort((a, b) => place(a) - place(b) || (value[b] as number) - (value[a] as number))
    was.set(row, start[i])
    start[i + 1] = (start[i] as number) + row.length
  })
  return { start, was }
}

/** An answer in places of before: of clients, units and caps it is said which each was, of edges too. */
function cameFrom(answer: Answer, was: Record<'clients' | 'units' | 'caps' | 'edges', Int32Array>): Answer {
  const pick = (list: Float64Array, order: Int32Array) => {
    const found = new Float64Array(list.length)
    order.forEach((old, at) => {
      found[old] = list[at] as number
    })
    return found
  }
  const edge = new Int32Array(answer.edge.length).fill(-1)
  was.clients.forEach((old, i) => {
    const k = answer.edge[i] as number
    if (k >= 0) edge[old] = was.edges[k] as number
  })
  const { client, unit, cap } = answer.prices
  const prices = { client: pick(client, was.clients), unit: pick(unit, was.units), cap: pick(cap, was.caps) }
  return { ...answer, edge, prices }
}

/** The same task whatever order it came in: only the names and the seed say where anything stands. */
export function shuffle(task: Task, names: Names, lots: Lots): Shuffled {
  const clients = orderOf(names.clients, 'client', lots)
  const units = orderOf(names.units, 'unit', lots)
  const unitPlace = placesOf(units)
  const moved = movedCaps(task.caps, placesOf(clients), unitPlace)
  const { start, was: edges } = movedEdges(task, clients, unitPlace)
  const caps = Int32Array.from(moved, ({ at }) => at)
  return {
    task: {
      clientStart: start,
      unit: Int32Array.from(edges, (k) => unitPlace[task.unit[k] as number] as number),
      value: Float64Array.from(edges, (k) => task.value[k] as number),
      units: task.units,
      caps: moved.map(({ cap }) => cap),
    },
    names: {
      clients: Array.from(clients, (old) => names.clients[old] as string),
      units: Array.from(units, (old) => names.units[old] as string),
    },
    back: (answer) => cameFrom(answer, { clients, units, caps, edges }),
  }
}

const bitsOf = (most: number): number => Math.ceil(Math.log2(Math.max(1, most)))

/** Worth times so much that no sum of lots reaches one point, plus the lot; null where 53 bits cannot hold both. */
function withLots({ task, names }: Shuffled, edges: Int32Array, lots: Lots): Float64Array | null {
  const matches = Math.min(task.clientStart.length - 1, task.units)
  const top = edges.reduce((most, k) => Math.max(most, task.value[k] as number), 0)
  const bits = Math.min(MOST_LOT_BITS, BITS - bitsOf(matches * (top + 1)) - bitsOf(matches))
  if (bits < 1) return null
  const scale = 2 ** (bits + bitsOf(matches))
  const value = new Float64Array(task.value.length).fill(FORBIDDEN)
  let i = 0
  for (const k of edges) {
    while ((task.clientStart[i + 1] as number) <= k) i++
    const lot = lots(`pair\n${names.clients[i]}\n${names.units[task.unit[k] as number]}`) >>> (32 - bits)
    value[k] = (task.value[k] as number) * scale + lot
  }
  return value
}

/**
 * The best matching that the lots choose. An answer that is not proven has no equals to choose from and stays as it
 * is, and so it does where the fast way finds no equal under caps that cross: then the order of the seed has decided.
 */
export function draw(shuffled: Shuffled, answer: Answer, lots: Lots): Answer {
  const { task } = shuffled
  if (answer.bound - answer.value >= 1) return answer
  // A bound from elsewhere may be lower than the prices prove; only what the prices refuse is surely in no equal.
  const { edges } = coreOf(task, { ...answer, bound: boundOf(task, answer.prices) })
  const value = withLots(shuffled, edges, lots)
  if (!value) return answer
  const { edge } = solveFast({ ...task, value })
  const worth = edge.reduce((sum, k) => sum + (k < 0 ? 0 : (task.value[k] as number)), 0)
  return worth === answer.value ? { ...answer, edge } : answer
}
