// A pool from a seed with its edges and its task, and what the comparisons ask of it.
import { candidateEdges } from '../../src/domain/matching/engine/candidates'
import { splitCaps } from '../../src/domain/matching/engine/cap-edges'
import type { Edges } from '../../src/domain/matching/engine/edges'
import type { Pool } from '../../src/domain/matching/engine/pool'
import { type Task, taskOf } from '../../src/domain/matching/engine/task'
import { madePool, type Region } from '../../tests/support/matching/made-pool'

export type Asked = {
  readonly seed: number
  readonly size: readonly [clients: number, units: number]
  readonly region: Region
}
export type Made = { readonly pool: Pool; readonly edges: Edges; readonly task: Task }

export function made({ seed, size, region }: Asked): Made {
  const pool = madePool(seed, ...size, region)
  const edges = candidateEdges(pool)
  return { pool, edges, task: taskOf(pool, edges) }
}

/** Every edge read once: the least that any way of solving does. */
export function readAll({ unit, value }: Task): number {
  let sum = 0
  for (let k = 0; k < unit.length; k++) sum += (value[k] as number) + (unit[k] as number)
  return sum
}

/** The task with points of priority weighed against fit. */
export function weighed(task: Task, { fit }: Edges, weight: number): Task {
  return {
    ...task,
    value: task.value.map((worth, k) => weight * (worth - (fit[k] as number)) + (fit[k] as number)),
  }
}

/** The task with only the caps that the network carries by itself. */
export function nestedOnly(task: Task): Task {
  const { client, unit } = splitCaps(task)
  return { ...task, caps: [...client.capOf, ...unit.capOf].flatMap((at) => task.caps[at] ?? []) }
}
