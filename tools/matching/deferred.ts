// Deferred acceptance with caps, for comparison: clients ask in the order of their own fit, homes and caps keep for now
// whoever has most points. Whoever was refused asks the next home; nobody gains by saying something else than they want.
import { edgesOf } from '../../src/domain/matching/engine/cap-edges'
import type { Task } from '../../src/domain/matching/engine/task'

/** For each edge which holders it counts under: its unit first, then its caps; and how many each takes. */
function holdersOf(task: Task) {
  const under = Array.from(task.unit, (j) => [j])
  task.caps.forEach((cap, c) => {
    for (const k of edgesOf(task, cap)) under[k]?.push(task.units + c)
  })
  const most = [...new Array<number>(task.units).fill(1), ...task.caps.map(({ max }) => max)]
  return { under, most }
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
  const { under, most } = holdersOf(task)
  const left = wishes(task, fit)
  const kept = most.map(() => new Set<number>())
  const edge = new Int32Array(left.length).fill(-1)
  const asking = [...left.keys()].reverse()
  const weaker = (a: number, b: number) => (points[a] ?? 0) - (points[b] ?? 0) || b - a
  while (asking.length) {
    const i = asking.at(-1) as number
    const k = edge[i] === -1 ? left[i]?.pop() : undefined
    if (k === undefined) {
      asking.pop()
      continue
    }
    edge[i] = k
    for (const h of under[k] ?? []) kept[h]?.add(i)
    for (const h of under[k] ?? []) {
      if ((kept[h]?.size ?? 0) <= (most[h] as number)) continue
      const out = [...(kept[h] ?? [])].reduce((a, b) => (weaker(b, a) < 0 ? b : a))
      for (const other of under[edge[out] as number] ?? []) kept[other]?.delete(out)
      edge[out] = -1
      if (out !== i) asking.push(out)
      if (out === i) break
    }
  }
  return edge
}
