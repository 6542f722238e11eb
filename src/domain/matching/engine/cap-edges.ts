// Which caps the network can carry, and which edges the others are about.
import type { Nest } from './network'
import type { Cap, Task } from './task'

/** A nest, and for each of its groups which cap of the task it is. */
type Nested = { readonly nest: Nest; readonly capOf: readonly number[] }

export type Split = {
  readonly client: Nested
  readonly unit: Nested
  /** Caps that cross: their place in the task, and their edges. */
  readonly crossing: readonly { readonly at: number; readonly edges: Int32Array }[]
}

/** Takes caps of one side from the largest to the smallest while each lies within one group of those before it. */
function nestOf(caps: readonly Cap[], members: number, side: 'clients' | 'units'): Nested {
  const other = side === 'clients' ? 'units' : 'clients'
  const setOf = (at: number) => new Set(caps[at]?.[side])
  const bySize = [...caps.keys()]
    .filter((at) => caps[at]?.[side] && !caps[at]?.[other] && (caps[at]?.max ?? 0) > 0)
    .sort((a, b) => setOf(b).size - setOf(a).size || a - b)
  const of = new Int32Array(members).fill(-1)
  const parent: number[] = []
  const capOf: number[] = []
  for (const at of bySize) {
    const set = [...setOf(at)]
    const around = set.length ? (of[set[0] as number] as number) : -1
    if (set.some((member) => of[member] !== around)) continue
    for (const member of set) of[member] = capOf.length
    parent.push(around)
    capOf.push(at)
  }
  // One more than there are members is no cap at all, and never full.
  const cap = Int32Array.from(capOf, (at) => Math.min(caps[at]?.max ?? 0, members + 1))
  return { nest: { of, parent: Int32Array.from(parent), cap }, capOf }
}

/** The edges that a cap is about, in ascending order. */
export function edgesOf({ clientStart, unit, units }: Task, cap: Cap): Int32Array {
  const inUnits = new Uint8Array(units).fill(cap.units ? 0 : 1)
  for (const j of cap.units ?? []) inUnits[j] = 1
  const all = cap.clients ? new Set(cap.clients) : clientStart.subarray(0, -1).keys()
  const found: number[] = []
  for (const i of [...all].sort((a, b) => a - b))
    for (let k = clientStart[i] as number; k < (clientStart[i + 1] as number); k++)
      if (inUnits[unit[k] as number]) found.push(k)
  return Int32Array.from(found)
}

/** For each unit its edges: many caps are about few units, and would otherwise each read all edges. */
function edgesByUnit({ unit, units }: Task) {
  const start = new Int32Array(units + 1)
  for (const j of unit) start[j + 1] = (start[j + 1] as number) + 1
  for (let j = 0; j < units; j++) start[j + 1] = (start[j + 1] as number) + (start[j] as number)
  const fill = start.slice()
  const edge = new Int32Array(unit.length)
  for (let k = 0; k < unit.length; k++) {
    const j = unit[k] as number
    edge[fill[j] as number] = k
    fill[j] = (fill[j] as number) + 1
  }
  return { start, edge }
}

/** The client of each edge. */
export function clientOfEdges({ clientStart, unit }: Pick<Task, 'clientStart' | 'unit'>): Int32Array {
  const of = new Int32Array(unit.length)
  for (let i = 0; i + 1 < clientStart.length; i++) of.fill(i, clientStart[i], clientStart[i + 1])
  return of
}

/** The edges of each of these caps, by their place in the task, in ascending order. */
export function edgesOfCaps(task: Task, at: readonly number[]): Split['crossing'] {
  const { start, edge } = edgesByUnit(task)
  const client = clientOfEdges(task)
  const masks = new Map<Int32Array, Uint8Array>()
  return at.map((c) => {
    const cap = task.caps[c] as Cap
    if (!cap.units) return { at: c, edges: edgesOf(task, cap) }
    let mask = cap.clients ? masks.get(cap.clients) : undefined
    if (cap.clients && !mask) {
      mask = new Uint8Array(task.clientStart.length)
      for (const i of cap.clients) mask[i] = 1
      masks.set(cap.clients, mask)
    }
    const found: number[] = []
    for (const j of new Set(cap.units))
      for (let e = start[j] as number; e < (start[j + 1] as number); e++)
        if (!mask || mask[client[edge[e] as number] as number]) found.push(edge[e] as number)
    return { at: c, edges: Int32Array.from(found).sort() }
  })
}

/** Under which caps each edge counts: those of edge `k` are `cap[start[k]]` to before `cap[start[k + 1]]`. */
export type Under = { readonly start: Int32Array; readonly cap: Int32Array }

/** The same caps by edge: each is called by its place in what is given. `edges` is how many edges the task has. */
export function underOf(caps: Split['crossing'], edges: number): Under {
  const start = new Int32Array(edges + 1)
  for (const { edges: own } of caps) for (const k of own) start[k + 1] = (start[k + 1] as number) + 1
  for (let k = 0; k < edges; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number)
  const next = start.slice()
  const cap = new Int32Array(start[edges] as number)
  caps.forEach(({ edges: own }, c) => {
    for (const k of own) {
      cap[next[k] as number] = c
      next[k] = (next[k] as number) + 1
    }
  })
  return { start, cap }
}

/** Sorts the caps of a task: nested ones become groups of the network, the others get prices. */
export function splitCaps(task: Task): Split {
  const client = nestOf(task.caps, task.clientStart.length - 1, 'clients')
  const unit = nestOf(task.caps, task.units, 'units')
  const nested = new Set([...client.capOf, ...unit.capOf])
  const rest = [...task.caps.keys()].filter((at) => !nested.has(at))
  return { client, unit, crossing: edgesOfCaps(task, rest) }
}
