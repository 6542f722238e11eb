// Under which caps each edge counts: what the ways of others ask of every edge that they try.
import { edgesOfCaps } from '../../src/domain/matching/engine/cap-edges'
import type { Task } from '../../src/domain/matching/engine/task'

/** Those of edge `k` are `cap[start[k]]` to before `cap[start[k + 1]]`, by their place in the task. */
export type Under = { readonly start: Int32Array; readonly cap: Int32Array }

export function capsOfEdges(task: Task): Under {
  const found = edgesOfCaps(task, [...task.caps.keys()])
  const start = new Int32Array(task.unit.length + 1)
  for (const { edges } of found) for (const k of edges) start[k + 1] = (start[k + 1] as number) + 1
  for (let k = 0; k < task.unit.length; k++) start[k + 1] = (start[k + 1] as number) + (start[k] as number)
  const cap = new Int32Array(start[task.unit.length] as number)
  const next = start.slice()
  for (const { at, edges } of found)
    for (const k of edges) {
      cap[next[k] as number] = at
      next[k] = (next[k] as number) + 1
    }
  return { start, cap }
}
