// Deferred acceptance with caps, for comparison: clients ask in the order of their own fit, homes and caps keep for now
// whoever has most points. Whoever was refused asks the next home; nobody gains by saying something else than they want.
import TinyQueue from 'tinyqueue'
import type { Task } from '../../src/domain/matching/engine/task'
import { capsOfEdges } from './under'

/** A home or a cap: how many it takes, and whom it keeps for now; in `weakest` also some who are gone, the weakest first. */
type Holder = { readonly most: number; readonly kept: Set<number>; readonly weakest: TinyQueue<number> }

/** A home is a cap of one; whoever has most points is the strongest, of equal ones the first. */
function holdersOf(task: Task, points: readonly number[]) {
  const under = capsOfEdges(task)
  const byStrength = [...points.keys()].sort((a, b) => (points[a] ?? 0) - (points[b] ?? 0) || b - a)
  const strength = new Int32Array(points.length)
  byStrength.forEach((i, at) => {
    strength[i] = at
  })
  const weaker = (a: number, b: number) => (strength[a] as number) - (strength[b] as number)
  const holder = (most: number): Holder => ({ most, kept: new Set(), weakest: new TinyQueue([], weaker) })
  const homes = Array.from({ length: task.units }, () => holder(1))
  const caps = task.caps.map(({ max }) => holder(max))
  const of = (k: number) => [
    homes[task.unit[k] as number] as Holder,
    ...Array.from(under.cap.subarray(under.start[k], under.start[k + 1]), (c) => caps[c] as Holder),
  ]
  return { of, weaker }
}

/** The weakest that a holder keeps. */
function weakestOf({ kept, weakest }: Holder): number | undefined {
  let one = weakest.peek()
  while (one !== undefined && !kept.has(one)) {
    weakest.pop()
    one = weakest.peek()
  }
  return one
}

/** Edges of each client, the best fit first. */
function wishes({ clientStart }: Task, fit: Int16Array): number[][] {
  return Array.from({ length: clientStart.length - 1 }, (_, i) => {
    const own = Array.from({ length: (clientStart[i + 1] as number) - (clientStart[i] as number) })
    return own
      .map((_, at) => (clientStart[i] as number) + at)
      .sort((a, b) => (fit[a] as number) - (fit[b] as number) || b - a)
  })
}

/** The edge of each client, -1 for none. `points`: of each client; equal ones by their place. */
export function deferred(task: Task, fit: Int16Array, points: readonly number[]): Int32Array {
  const { of, weaker } = holdersOf(task, points)
  const left = wishes(task, fit)
  const edge = new Int32Array(left.length).fill(-1)
  const asking = [...left.keys()].reverse()
  /** Whether every holder takes this client in, each sending away its weakest where it is full. */
  const enters = (i: number, holders: readonly Holder[]): boolean => {
    for (const holder of holders) {
      if (holder.kept.size < holder.most) continue
      const out = weakestOf(holder)
      if (out === undefined || weaker(i, out) < 0) return false
      for (const other of of(edge[out] as number)) other.kept.delete(out)
      edge[out] = -1
      asking.push(out)
    }
    for (const { kept, weakest } of holders) {
      kept.add(i)
      weakest.push(i)
    }
    return true
  }
  for (let i = asking.at(-1); i !== undefined; i = asking.at(-1)) {
    const k = edge[i] === -1 ? left[i]?.pop() : undefined
    if (k === undefined) asking.pop()
    else if (enters(i, of(k))) edge[i] = k
  }
  return edge
}
