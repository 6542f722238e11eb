// What is left to decide once a bound is known: an edge that costs more than is missing to the bound is in no better
// matching. On the few that remain a solver of whole numbers proves the best.
import { clientOfEdges, splitCaps } from './cap-edges'
import type { Answer, Task } from './task'

/** Edges of the task as columns; each row is at most `most`, and a column counts once in each of its rows. */
export type Core = {
  readonly edges: Int32Array
  readonly value: Float64Array
  readonly start: Int32Array
  readonly row: Int32Array
  readonly most: Float64Array
  /** The row of each cap that crosses the network, in the order of its prices. */
  readonly crossingRow: Int32Array
}

type Nested = { readonly of: Int32Array; readonly parent: Int32Array }

/** How much an edge costs beyond its value, at the prices of the answer. */
function lossOf(task: Task, { client, unit, cap }: Answer['prices']): (k: number) => number {
  const split = splitCaps(task)
  const clientOf = clientOfEdges(task)
  const cost = new Float64Array(task.unit.length)
  const chain = ({ of, parent }: Nested, capOf: readonly number[], member: number) => {
    let sum = 0
    for (let g = of[member] as number; g >= 0; g = parent[g] as number)
      sum += cap[capOf[g] as number] as number
    return sum
  }
  const byClient = client.map((price, i) => price + chain(split.client.nest, split.client.capOf, i))
  const byUnit = unit.map((price, j) => price + chain(split.unit.nest, split.unit.capOf, j))
  for (const { at, edges } of split.crossing)
    for (const k of edges) cost[k] = (cost[k] as number) + (cap[at] as number)
  return (k) =>
    (byClient[clientOf[k] as number] as number) +
    (byUnit[task.unit[k] as number] as number) +
    (cost[k] as number) -
    (task.value[k] as number)
}

/** The rows of each edge: its client, its unit, its groups, its caps that cross. */
function rowsOf(task: Task, edges: Int32Array) {
  const split = splitCaps(task)
  const clientOf = clientOfEdges(task)
  const capRow = task.clientStart.length - 1 + task.units
  const place = new Int32Array(task.unit.length).fill(-1)
  edges.forEach((k, at) => {
    place[k] = at
  })
  const rows = Array.from(edges, (k) => [
    clientOf[k] as number,
    capRow - task.units + (task.unit[k] as number),
  ])
  const add = ({ of, parent }: Nested, capOf: readonly number[], member: (k: number) => number) =>
    edges.forEach((k, at) => {
      for (let g = of[member(k)] as number; g >= 0; g = parent[g] as number)
        rows[at]?.push(capRow + (capOf[g] as number))
    })
  add(split.client.nest, split.client.capOf, (k) => clientOf[k] as number)
  add(split.unit.nest, split.unit.capOf, (k) => task.unit[k] as number)
  for (const { at, edges: crossing } of split.crossing)
    for (const k of crossing) if ((place[k] as number) >= 0) rows[place[k] as number]?.push(capRow + at)
  return { rows, crossingRow: Int32Array.from(split.crossing, ({ at }) => capRow + at) }
}

/** The core of a task after an answer with a bound. */
export function coreOf(task: Task, answer: Answer): Core {
  const loss = lossOf(task, answer.prices)
  const missing = answer.bound - answer.value
  const edges = Int32Array.from(task.unit.keys()).filter(
    (k) => loss(k) <= missing && (task.value[k] as number) > 0,
  )
  const { rows, crossingRow } = rowsOf(task, edges)
  const start = new Int32Array(edges.length + 1)
  rows.forEach((list, at) => {
    start[at + 1] = (start[at] as number) + list.length
  })
  const most = new Float64Array(task.clientStart.length - 1 + task.units + task.caps.length).fill(1)
  most.set(
    task.caps.map(({ max }) => max),
    task.clientStart.length - 1 + task.units,
  )
  const value = Float64Array.from(edges, (k) => task.value[k] as number)
  return { edges, value, start, row: Int32Array.from(rows.flat()), most, crossingRow }
}

/** The better of an answer and a choice of columns of its core. `bound` is what the solver proved for the core. */
export function withChoice(
  task: Task,
  answer: Answer,
  found: { core: Core; chosen: Int32Array; bound: number },
): Answer {
  const clientOf = clientOfEdges(task)
  const edge = new Int32Array(answer.edge.length).fill(-1)
  for (const column of found.chosen) {
    const k = found.core.edges[column] as number
    edge[clientOf[k] as number] = k
  }
  const value = edge.reduce((sum, k) => sum + (k < 0 ? 0 : (task.value[k] as number)), 0)
  const best = value > answer.value ? { edge, value } : { edge: answer.edge, value: answer.value }
  // A matching with an edge outside the core is worth no more than the answer already was.
  return { ...answer, ...best, bound: Math.min(answer.bound, Math.max(best.value, found.bound)) }
}
