// The same work with packages of others: min-cost-flow (the network with its nested caps), munkres (no caps at all) and HiGHS on
// all edges with all caps.
import { minCostFlowForNumberNodes } from 'min-cost-flow'
import { munkres } from 'munkres'
import { clientOfEdges, splitCaps } from '../../src/domain/matching/engine/cap-edges'
import { coreOf } from '../../src/domain/matching/engine/core'
import { networkOf } from '../../src/domain/matching/engine/network'
import { matched, optimise } from '../../src/domain/matching/engine/network-simplex'
import type { Task } from '../../src/domain/matching/engine/task'
import { openHighs } from './prove'

/** More than any edge is worth: both packages look for the cheapest. */
const DEAR = 1_000_000

const worth = ({ value }: Task, edges: Iterable<number>): number => {
  let sum = 0
  for (const k of edges) if (k >= 0) sum += value[k] as number
  return sum
}

/** Our network alone, with the caps that it carries by itself. */
export function byNetwork(task: Task): number {
  const { client, unit } = splitCaps(task)
  const net = networkOf({ ...task, value: task.value.slice() }, { client: client.nest, unit: unit.nest })
  optimise(net)
  return worth(task, matched(net))
}

/** min-cost-flow: source, groups of clients, clients, units, groups of units, sink. It houses as many as it can at the least cost. */
export function byMinCostFlow(task: Task): number {
  const { client, unit } = splitCaps(task)
  const clients = task.clientStart.length - 1
  const first = { client: 1, unit: 1 + clients, clientGroup: 1 + clients + task.units }
  const unitGroup = first.clientGroup + client.capOf.length
  const sink = unitGroup + unit.capOf.length
  const arc = (from: number, to: number, capacity: number, cost = 0) => ({ from, to, capacity, cost })
  const groupOr = (group: number | undefined, at: number, otherwise: number) =>
    group === undefined || group < 0 ? otherwise : at + group
  const of = clientOfEdges(task)
  const arcs = [
    ...client.capOf.map((_, g) =>
      arc(
        groupOr(client.nest.parent[g], first.clientGroup, 0),
        first.clientGroup + g,
        client.nest.cap[g] as number,
      ),
    ),
    ...Array.from({ length: clients }, (_, i) =>
      arc(groupOr(client.nest.of[i], first.clientGroup, 0), first.client + i, 1),
    ),
    ...Array.from(task.unit, (j, k) =>
      arc(first.client + (of[k] as number), first.unit + j, 1, DEAR - (task.value[k] as number)),
    ),
    ...Array.from({ length: task.units }, (_, j) =>
      arc(first.unit + j, groupOr(unit.nest.of[j], unitGroup, sink), 1),
    ),
    ...unit.capOf.map((_, g) =>
      arc(unitGroup + g, groupOr(unit.nest.parent[g], unitGroup, sink), unit.nest.cap[g] as number),
    ),
  ]
  return minCostFlowForNumberNodes(arcs)
    .filter(({ cost, flow }) => cost > 0 && flow > 0)
    .reduce((sum, { cost }) => sum + DEAR - cost, 0)
}

const withoutCaps = (task: Task): Task => ({ ...task, caps: [] })

/** Our network on what munkres can do. */
export const byNetworkWithoutCaps = (task: Task): number => byNetwork(withoutCaps(task))

/** munkres: a full table of clients and units. */
export function byMunkres({ clientStart, unit, units, value }: Task): number {
  const table = Array.from({ length: units }, () => new Array<number>(clientStart.length - 1).fill(DEAR))
  for (let i = 0; i + 1 < clientStart.length; i++)
    for (let k = clientStart[i] as number; k < (clientStart[i + 1] as number); k++) {
      const row = table[unit[k] as number] as number[]
      row[i] = DEAR - (value[k] as number)
    }
  return munkres(table)
    .map(([j, i]) => DEAR - (table[j]?.[i] ?? DEAR))
    .reduce((sum, one) => sum + one, 0)
}

/** HiGHS on every edge with every cap; `whole` in whole numbers, or the relaxation. */
export async function byHighs(task: Task, whole: boolean): Promise<number> {
  const nothing = {
    edge: new Int32Array(task.clientStart.length - 1).fill(-1),
    value: 0,
    bound: Number.MAX_VALUE,
    prices: {
      client: new Float64Array(task.clientStart.length - 1),
      unit: new Float64Array(task.units),
      cap: new Float64Array(task.caps.length),
    },
  }
  const { ask, close } = openHighs()
  try {
    return (await ask({ core: coreOf(task, nothing), whole })).bound
  } finally {
    await close()
  }
}
