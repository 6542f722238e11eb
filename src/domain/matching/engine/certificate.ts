// Whether an answer is what it says. Shares nothing with the solver: one pass over the caps and one over the edges, in
// which every price must pay for what it allows. Who doubts the solver needs to read this file alone.
import type { Answer, Task } from './task'

export type Certificate = {
  /** Nobody twice, no unit twice, no cap passed, every match on an edge of the client. */
  readonly feasible: boolean
  /** No price is below 0, and no edge is worth more than its client, its unit and its caps cost together. */
  readonly priced: boolean
  readonly value: number
  /** What all prices come to: nothing can be worth more. */
  readonly bound: number
}

function pairsOf({ clientStart, unit, units }: Task, edge: Int32Array) {
  const unitOf = new Int32Array(edge.length).fill(-1)
  const taken = new Uint8Array(units)
  let sound = edge.length === clientStart.length - 1
  edge.forEach((k, i) => {
    if (k < 0) return
    const j = unit[k] as number
    if (k < (clientStart[i] as number) || k >= (clientStart[i + 1] as number) || taken[j]) sound = false
    taken[j] = 1
    unitOf[i] = j
  })
  return { unitOf, sound }
}

/** Clients of which a cap speaks, as marks; caps that share a list share the marks. */
function marks(size: number) {
  const known = new Map<Int32Array, Uint8Array>()
  return (ids: Int32Array | null): Uint8Array | null => {
    if (!ids) return null
    const found = known.get(ids) ?? new Uint8Array(size)
    if (!known.has(ids)) for (const id of ids) found[id] = 1
    known.set(ids, found)
    return found
  }
}

function keepsCaps(task: Task, unitOf: Int32Array): boolean {
  const clientMarks = marks(unitOf.length)
  return task.caps.every(({ clients, units, max }) => {
    const isClient = clientMarks(clients)
    const isUnit = units && new Set(units)
    let count = 0
    unitOf.forEach((j, i) => {
      if (j >= 0 && (!isClient || isClient[i]) && (!isUnit || isUnit.has(j))) count++
    })
    return count <= max
  })
}

type Priced = { readonly isClient: Uint8Array | null; readonly price: number }

/** Caps with a price, by unit: of all units, or of some. */
function capsByUnit(task: Task, price: Float64Array) {
  const clientMarks = marks(task.clientStart.length)
  const everywhere: Priced[] = []
  const byUnit = Array.from({ length: task.units }, (): Priced[] => [])
  task.caps.forEach(({ clients, units }, c) => {
    if (!price[c]) return
    const entry = { isClient: clientMarks(clients), price: price[c] as number }
    if (units) for (const j of new Set(units)) byUnit[j]?.push(entry)
    else everywhere.push(entry)
  })
  return { everywhere, byUnit }
}

const costOf = (caps: readonly Priced[], i: number): number => {
  let cost = 0
  for (const { isClient, price } of caps) if (!isClient || isClient[i]) cost += price
  return cost
}

function everyEdgeIsPaid(task: Task, { client, unit, cap }: Answer['prices']): boolean {
  const { everywhere, byUnit } = capsByUnit(task, cap)
  for (let i = 0; i + 1 < task.clientStart.length; i++) {
    const own = (client[i] as number) + costOf(everywhere, i)
    for (let k = task.clientStart[i] as number; k < (task.clientStart[i + 1] as number); k++) {
      const j = task.unit[k] as number
      const paid = own + (unit[j] as number) + costOf(byUnit[j] ?? [], i)
      if ((task.value[k] as number) > paid) return false
    }
  }
  return true
}

const sum = (list: Float64Array): number => list.reduce((total, price) => total + price, 0)

/** What all prices come to: where they pay for every edge, no matching is worth more. */
export const boundOf = (task: Task, { client, unit, cap }: Answer['prices']): number =>
  sum(client) + sum(unit) + task.caps.reduce((total, { max }, c) => total + max * (cap[c] as number), 0)

/** Checks an answer against its task. It is optimal when feasible and priced, and no whole number lies between the two sums. */
export function certify(task: Task, { edge, prices }: Pick<Answer, 'edge' | 'prices'>): Certificate {
  const { unitOf, sound } = pairsOf(task, edge)
  const { client, unit, cap } = prices
  const noDebt = [client, unit, cap].every((list) => list.every((price) => price >= 0))
  return {
    feasible: sound && keepsCaps(task, unitOf),
    priced: noDebt && everyEdgeIsPaid(task, prices),
    value: edge.reduce((total, k) => total + (k < 0 ? 0 : (task.value[k] as number)), 0),
    bound: boundOf(task, prices),
  }
}
