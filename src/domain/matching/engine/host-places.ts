// From a matching that passes caps to one that keeps them: for each cap that crosses it is said beforehand which units
// (or clients) may take part in it, no more than it allows. Whatever is matched then keeps the cap, so the kernel may
// do its best; afterwards places that stayed empty go to those who would gain most by one.
import type { Split, Under } from './cap-edges'
import type { Network } from './network'
import { matched, optimise, reprice } from './network-simplex'
import type { Task } from './task'

export type Repair = {
  readonly task: Task
  readonly split: Split
  readonly client: Int32Array
  readonly net: Network
  readonly under: Under
  /** How often, of late, an edge was taken at prices tried before: who takes part often is worth a place. */
  readonly often: Float64Array
}
type Hosts = readonly Set<number>[]

const ROUNDS = 10
/** Below 0, so that a match leaves such an edge even where nothing is gained by it. */
const FORBIDDEN = -1

/** Who stands for an edge under a cap: its unit, or its client where the cap is about all units. */
const hostOf = ({ task, client }: Repair, cap: number, k: number): number =>
  (task.caps[cap]?.units ? task.unit[k] : client[k]) as number

/** What an edge would gain at the potentials of now. */
const gainOf = ({ task, net, client }: Repair, k: number): number => {
  const i = client[k] as number
  const own = (net.idle[i] ? net.potential[net.up[i] as number] : net.potential[i]) as number
  return (task.value[k] as number) + (net.potential[net.clients + (task.unit[k] as number)] as number) - own
}

/** Those of the cap who take part, best first by `worth`, as many as it allows; `kept` come before all others. */
function chosen(repair: Repair, c: number, kept: ReadonlySet<number>): Set<number> {
  const crossing = repair.split.crossing[c]
  const max = repair.task.caps[crossing?.at ?? -1]?.max ?? 0
  if (!crossing || kept.size >= max) return new Set([...kept].slice(0, max))
  const best = new Map<number, number>()
  for (const k of crossing.edges) {
    const host = hostOf(repair, crossing.at, k)
    if (kept.has(host)) continue
    best.set(host, Math.max(best.get(host) ?? Number.NEGATIVE_INFINITY, gainOf(repair, k)))
  }
  const order = [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([host]) => host)
  return new Set([...kept, ...order.slice(0, max - kept.size)])
}

/** Who takes part most often, as many as the cap allows. */
function oftenest(repair: Repair, c: number): Set<number> {
  const { at, edges } = repair.split.crossing[c] ?? { at: -1, edges: new Int32Array(0) }
  const counts = new Map<number, number>()
  for (const k of edges) {
    const host = hostOf(repair, at, k)
    const often = repair.often[k] as number
    if (often > 0) counts.set(host, (counts.get(host) ?? 0) + often)
  }
  const order = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([host]) => host)
  return chosen(repair, c, new Set(order.slice(0, repair.task.caps[at]?.max ?? 0)))
}

/** Hosts by a matching: who takes part in it stays. */
function hostsBy(repair: Repair, edge: Int32Array): Hosts {
  const { split, under } = repair
  const taking = split.crossing.map(() => new Set<number>())
  for (const k of edge.filter((one) => one >= 0))
    for (let e = under.start[k] as number; e < (under.start[k + 1] as number); e++) {
      const c = under.cap[e] as number
      taking[c]?.add(hostOf(repair, split.crossing[c]?.at ?? -1, k))
    }
  return taking.map((hosts, c) => chosen(repair, c, hosts))
}

/** The best matching in which only hosts take part. Leaves the values of the network as the hosts allow them. */
function solveWith(repair: Repair, hosts: Hosts): Int32Array {
  const { net, task, split } = repair
  net.value.set(task.value)
  split.crossing.forEach(({ at, edges }, c) => {
    for (const k of edges) if (!hosts[c]?.has(hostOf(repair, at, k))) net.value[k] = FORBIDDEN
  })
  reprice(net)
  optimise(net)
  return matched(net)
}

export const worthOf = ({ value }: Pick<Task, 'value'>, edge: Int32Array): number =>
  edge.reduce((sum, k) => sum + (k < 0 ? 0 : (value[k] as number)), 0)

/** A matching that keeps every cap, from those at the prices so far, which may not. */
export function repaired(repair: Repair): { edge: Int32Array; value: number } {
  let edge = solveWith(
    repair,
    repair.split.crossing.map((_, c) => oftenest(repair, c)),
  )
  let value = worthOf(repair.task, edge)
  for (let round = 0; round < ROUNDS; round++) {
    const other = solveWith(repair, hostsBy(repair, edge))
    const found = worthOf(repair.task, other)
    if (found <= value) break
    edge = other
    value = found
  }
  return { edge, value }
}
