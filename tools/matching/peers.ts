// Ways to fill homes without an optimum, for comparison: each goes through clients or units in an order and takes the
// first or best that is free and keeps every cap.
import { clientOfEdges } from '../../src/domain/matching/engine/cap-edges'
import type { Edges } from '../../src/domain/matching/engine/edges'
import type { Pool } from '../../src/domain/matching/engine/pool'
import type { Task } from '../../src/domain/matching/engine/task'
import { deferred } from './deferred'
import { capsOfEdges } from './under'

/** The edges in the order in which they are tried. */
type Order = (task: Task, pool: Pool) => Int32Array
type Key = (k: number) => number

const by = (task: Task, ...keys: Key[]): Int32Array =>
  Int32Array.from(task.unit.keys()).sort((a, b) => {
    for (const key of keys) if (key(a) !== key(b)) return key(a) - key(b)
    return a - b
  })

function keysOf(task: Task, pool: Pool) {
  const client = clientOfEdges(task)
  const fitting = new Int32Array(task.units)
  for (const j of task.unit) fitting[j] = (fitting[j] as number) + 1
  const one = (k: number) => pool.clients[client[k] as number]
  const home = (k: number) => pool.units[task.unit[k] as number]
  return {
    longestWaiting: (k: number) => -(one(k)?.waitDays ?? 0),
    highestPoints: (k: number) => -(one(k)?.points ?? 0),
    client: (k: number) => client[k] as number,
    unit: (k: number) => task.unit[k] as number,
    firstVacant: (k: number) => home(k)?.availableDay ?? 0,
    rarest: (k: number) => fitting[task.unit[k] as number] as number,
    worth: (k: number) => -(task.value[k] as number),
  }
}

const orders: Record<string, Order> = {
  'first come (FIFO)': (task, pool) => {
    const key = keysOf(task, pool)
    return by(task, key.longestWaiting, key.client, key.worth)
  },
  'vacancy order': (task, pool) => {
    const key = keysOf(task, pool)
    return by(task, key.firstVacant, key.unit, key.highestPoints)
  },
  'rarest home first (CAS-like)': (task, pool) => {
    const key = keysOf(task, pool)
    return by(task, key.rarest, key.unit, key.highestPoints)
  },
  'highest priority first (greedy)': (task, pool) => {
    const key = keysOf(task, pool)
    return by(task, key.highestPoints, key.client, key.worth)
  },
}

/** Edges one by one in an order: each is taken that is free and keeps every cap. */
function firstFree(task: Task, order: Int32Array): Int32Array {
  const under = capsOfEdges(task)
  const client = clientOfEdges(task)
  const edge = new Int32Array(task.clientStart.length - 1).fill(-1)
  const taken = new Uint8Array(task.units)
  const room = task.caps.map(({ max }) => max)
  for (const k of order) {
    const [i, j] = [client[k] as number, task.unit[k] as number]
    if (edge[i] !== -1 || taken[j]) continue
    const caps = under.cap.subarray(under.start[k], under.start[k + 1])
    if (caps.some((c) => (room[c] as number) < 1)) continue
    edge[i] = k
    taken[j] = 1
    for (const c of caps) room[c] = (room[c] as number) - 1
  }
  return edge
}

type Ways = Readonly<Record<string, () => Int32Array>>

/** What each of these ways makes of a task: an edge for each client, -1 for none. */
export function peers(task: Task, pool: Pool, { fit }: Edges): Ways {
  const points = pool.clients.map((one) => one.points)
  const inOrder = Object.entries(orders).map(([name, order]) => [
    name,
    () => firstFree(task, order(task, pool)),
  ])
  return { ...Object.fromEntries(inOrder), 'deferred acceptance': () => deferred(task, fit, points) }
}
