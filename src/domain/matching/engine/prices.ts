// The prices that stand in the tree of a network: differences of potential along each own arc.
import type { Split } from './cap-edges'
import type { Network } from './network'
import type { Prices } from './task'

/** `crossing`: the prices of the caps that cross, in their order. */
export function pricesOf(
  net: Network,
  split: Split,
  { caps, crossing }: { caps: number; crossing: Float64Array },
): Prices {
  const { clients, units, up, potential, idle } = net
  const above = (v: number) => potential[up[v] as number] as number
  const cap = new Float64Array(caps)
  const groups = clients + units
  split.client.capOf.forEach((at, g) => {
    cap[at] = (potential[groups + g] as number) - above(groups + g)
  })
  const unitGroups = groups + split.client.capOf.length
  split.unit.capOf.forEach((at, g) => {
    cap[at] = Math.max(0, above(unitGroups + g) - (potential[unitGroups + g] as number))
  })
  split.crossing.forEach(({ at }, c) => {
    cap[at] = crossing[c] as number
  })
  const client = new Float64Array(clients)
  for (let i = 0; i < clients; i++) client[i] = idle[i] ? 0 : (potential[i] as number) - above(i)
  const unit = new Float64Array(units)
  for (let j = 0; j < units; j++)
    unit[j] = Math.max(0, above(clients + j) - (potential[clients + j] as number))
  return { client, unit, cap }
}
