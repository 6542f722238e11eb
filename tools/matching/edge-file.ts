// A file of edges alone: who could take what and what it is worth, with caps over any clients and any units.
import { z } from 'zod'
import { PoolFault, readAs } from '../../src/domain/matching/engine/read-pool'
import type { Task } from '../../src/domain/matching/engine/task'

const MOST_DECIMALS = 6
const LARGEST = 2 ** 40
const count = z.int().min(0).max(10_000_000)
const ids = z.array(z.int().min(0))

const shape = z.object({
  clients: count,
  units: count,
  edges: z.object({ client: ids, unit: ids, value: z.array(z.number()) }),
  caps: z
    .array(z.object({ clients: ids.nullish(), units: ids.nullish(), max: z.int().min(0) }))
    .optional()
    .default([]),
})

type EdgeFile = z.output<typeof shape>

function refuseLost(name: string, list: readonly number[], below: number): void {
  const at = list.findIndex((id) => id >= below)
  if (at >= 0) throw new PoolFault(`${name}[${at}]: there is no ${list[at]}, only 0 to ${below - 1}`)
}

/** By what values are multiplied so that all are whole. */
function scaleOf(value: readonly number[]): number {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const scale = 10 ** decimals
    if (value.every((v) => Math.abs(Math.round(v * scale) / scale - v) <= Math.abs(v) * Number.EPSILON))
      return scale
  }
  const at = value.findIndex((v) => Math.round(v * 10 ** MOST_DECIMALS) / 10 ** MOST_DECIMALS !== v)
  throw new PoolFault(`edges.value[${at}]: has more than ${MOST_DECIMALS} decimals`)
}

function check({ clients, units, edges, caps }: EdgeFile): void {
  const lengths = [edges.client.length, edges.unit.length, edges.value.length]
  if (new Set(lengths).size > 1)
    throw new PoolFault(
      `edges: client, unit and value have ${lengths.join(', ')} rows, as many expected of each`,
    )
  refuseLost('edges.client', edges.client, clients)
  refuseLost('edges.unit', edges.unit, units)
  caps.forEach((cap, c) => {
    refuseLost(`caps[${c}].clients`, cap.clients ?? [], clients)
    refuseLost(`caps[${c}].units`, cap.units ?? [], units)
  })
}

/** Edges in rows of clients, units ascending; of two edges of one pair the better one comes first. */
function rows({ clients, edges }: EdgeFile, scale: number): Pick<Task, 'clientStart' | 'unit' | 'value'> {
  const order = Array.from(edges.client.keys())
  const at = (list: readonly number[], k: number) => list[k] as number
  order.sort(
    (a, b) =>
      at(edges.client, a) - at(edges.client, b) ||
      at(edges.unit, a) - at(edges.unit, b) ||
      at(edges.value, b) - at(edges.value, a),
  )
  const clientStart = new Int32Array(clients + 1)
  for (const i of edges.client) clientStart[i + 1] = (clientStart[i + 1] as number) + 1
  for (let i = 0; i < clients; i++)
    clientStart[i + 1] = (clientStart[i] as number) + (clientStart[i + 1] as number)
  return {
    clientStart,
    unit: Int32Array.from(order, (k) => at(edges.unit, k)),
    value: Float64Array.from(order, (k) => Math.round(at(edges.value, k) * scale)),
  }
}

/** The task in a file of edges, and by what its values were multiplied. @throws PoolFault */
export function readEdgeFile(data: unknown): { task: Task; scale: number } {
  const file = readAs(shape, data)
  check(file)
  const scale = scaleOf(file.edges.value)
  const largest = file.edges.value.findIndex((v) => Math.abs(v) * scale > LARGEST)
  if (largest >= 0) throw new PoolFault(`edges.value[${largest}]: is too large to be added up exactly`)
  const caps = file.caps.map(({ clients, units, max }) => ({
    clients: clients ? Int32Array.from(new Set(clients)) : null,
    units: units ? Int32Array.from(new Set(units)) : null,
    max: Math.min(max, 10_000_000),
  }))
  return { task: { ...rows(file, scale), units: file.units, caps }, scale }
}
