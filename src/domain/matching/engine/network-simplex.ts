// Which exchange is worth making: client after client, the best edge of each, until nothing is left to gain.
import type { Network } from './network'
import { pivot } from './pivot'

const ends = { from: 0, to: 0 }

/** The best edge of one client, taken into the tree if it gains. */
function offerTo(net: Network, i: number): boolean {
  const { clientStart, unit, value, potential, unitPotential, clients, idle, up, hub } = net
  const own = (idle[i] ? potential[up[i] as number] : potential[i]) as number
  const end = clientStart[i + 1] as number
  let best = own
  let found = -1
  for (let k = clientStart[i] as number; k < end; k++) {
    const worth = (value[k] as number) + (unitPotential[unit[k] as number] as number)
    if (worth > best && (value[k] as number) > 0) {
      best = worth
      found = k
    }
  }
  if (found < 0) return false
  ends.from = i
  ends.to = clients + (unit[found] as number)
  pivot(net, hub + found, ends, best - own)
  return true
}

/** The own arc of a node that is out of the tree: to be filled when its group is worth more, emptied when it is full. */
function settle(net: Network, v: number): boolean {
  const { up, arc, potential, full, idle, clients } = net
  const group = up[v] as number
  if ((v < clients && idle[v]) || arc[v] === v || arc[group] === v) return false
  const gain = (potential[group] as number) - (potential[v] as number)
  if (full[v] ? gain >= 0 : gain <= 0) return false
  ends.from = full[v] ? group : v
  ends.to = full[v] ? v : group
  pivot(net, v, ends, gain)
  return true
}

/** Makes every exchange that gains; starts from the tree as it is, so after a change of values it is soon done again. */
export function optimise(net: Network): number {
  const { clients, hub, clientOrder } = net
  let pivots = 0
  for (let gained = true; gained; ) {
    gained = false
    for (let at = 0; at < clients; at++) {
      const i = clientOrder[at] as number
      if (settle(net, i)) pivots++
      while (offerTo(net, i)) {
        gained = true
        pivots++
      }
    }
    for (let v = 0; v < hub; v++)
      if (settle(net, v)) {
        gained = true
        pivots++
      }
  }
  return pivots
}

/** Potentials anew from the tree, after values were changed in place: down the tree, each arc worth what it is now. */
export function reprice(net: Network): void {
  const { hub, clients, parent, arc, value, potential, firstChild, next } = net
  let v = firstChild[hub] as number
  while (v >= 0) {
    const a = arc[v] as number
    const worth = a < hub ? 0 : (value[a - hub] as number)
    potential[v] = (potential[parent[v] as number] as number) + (v < clients ? worth : -worth)
    if ((firstChild[v] as number) >= 0) {
      v = firstChild[v] as number
      continue
    }
    while (v !== hub && (next[v] as number) < 0) v = parent[v] as number
    v = v === hub ? -1 : (next[v] as number)
  }
}

/** The edge each client is matched on, -1 for none. */
export function matched(net: Network): Int32Array {
  const { hub, clients, arc, flow, parent } = net
  const edge = new Int32Array(clients).fill(-1)
  for (let v = 0; v < hub; v++) {
    const a = arc[v] as number
    if (a < hub || (flow[v] as number) === 0) continue
    edge[v < clients ? v : (parent[v] as number)] = a - hub
  }
  return edge
}
