// One exchange in the tree: an arc comes in, its circle is filled as far as it goes, and the arc that stops it leaves.
// Which one leaves when several stop it is Cunningham's rule (Math. Programming 11, 1976): the last on the way around
// from the top of the circle. It keeps the tree strongly feasible, so that no run goes round for ever.
import { addChild, type Network, removeChild, UNBOUNDED } from './network'

/** What can still flow from a node to its parent. */
function roomUp(net: Network, v: number): number {
  const { arc, cap, flow, hub, clients } = net
  const a = arc[v] as number
  if (a < hub) return a === v ? (cap[a] as number) - (flow[v] as number) : (flow[v] as number)
  return v < clients ? UNBOUNDED : (flow[v] as number)
}

function roomDown(net: Network, v: number): number {
  const { arc, cap, flow, hub, clients } = net
  const a = arc[v] as number
  if (a < hub) return a === v ? (flow[v] as number) : (cap[a] as number) - (flow[v] as number)
  return v < clients ? (flow[v] as number) : UNBOUNDED
}

function pushUp(net: Network, v: number, amount: number): void {
  const { arc, flow, hub, clients } = net
  const a = arc[v] as number
  const along = a < hub ? a === v : v < clients
  flow[v] = (flow[v] as number) + (along ? amount : -amount)
}

/** An idle client takes its place below its group, before an edge of it comes in. */
function wake(net: Network, i: number): void {
  const group = net.up[i] as number
  net.idle[i] = 0
  net.depth[i] = (net.depth[group] as number) + 1
  net.potential[i] = net.potential[group] as number
  addChild(net, group, i)
}

function restIfIdle(net: Network, v: number): void {
  if (v >= net.clients || net.idle[v] || net.arc[v] !== v || (net.firstChild[v] as number) >= 0) return
  net.idle[v] = 1
  removeChild(net, net.parent[v] as number, v)
}

type Stop = { node: number; amount: number; below: boolean; top: number }
/** One for all pivots: nothing is made in the loop. */
const stop: Stop = { node: -1, amount: 0, below: false, top: -1 }

/** Where the circle from → to → top → from stops: `below` is whether on the side of `from`; node -1 is the new arc itself. */
function findStop(net: Network, from: number, to: number, room: number): void {
  const { parent, depth } = net
  let a = from
  let b = to
  let leastA = UNBOUNDED
  let leastB = UNBOUNDED
  let stopA = -1
  let stopB = -1
  while (a !== b) {
    if ((depth[a] as number) >= (depth[b] as number)) {
      const free = roomDown(net, a)
      if (free < leastA) {
        leastA = free
        stopA = a
      }
      a = parent[a] as number
    } else {
      const free = roomUp(net, b)
      if (free <= leastB) {
        leastB = free
        stopB = b
      }
      b = parent[b] as number
    }
  }
  stop.top = a
  stop.amount = Math.min(leastA, leastB, room)
  stop.below = false
  if (leastB === stop.amount && stopB >= 0) stop.node = stopB
  else if (room === stop.amount) stop.node = -1
  else {
    stop.node = stopA
    stop.below = true
  }
}

function pushAround(net: Network, from: number, to: number): void {
  const { amount, top } = stop
  if (amount === 0) return
  for (let v = from; v !== top; v = net.parent[v] as number) pushUp(net, v, -amount)
  for (let v = to; v !== top; v = net.parent[v] as number) pushUp(net, v, amount)
}

/** Hangs the part below the leaving arc on the new one: every parent on the way from `inside` down becomes a child. */
function hang(
  net: Network,
  ends: { inside: number; outside: number; last: number },
  arc: number,
  flow: number,
) {
  const { parent, arc: arcs, flow: flows } = net
  let node = ends.inside
  let above = ends.outside
  let nextArc = arc
  let nextFlow = flow
  for (;;) {
    const oldParent = parent[node] as number
    const oldArc = arcs[node] as number
    const oldFlow = flows[node] as number
    removeChild(net, oldParent, node)
    parent[node] = above
    arcs[node] = nextArc
    flows[node] = nextFlow
    addChild(net, above, node)
    if (node === ends.last) return
    above = node
    nextArc = oldArc
    nextFlow = oldFlow
    node = oldParent
  }
}

/** What hangs below `root` moves as one: the same change of potential for all, the depth by the new parents. */
function shift(net: Network, root: number, change: number): void {
  const { parent, depth, potential, firstChild, next } = net
  let v = root
  for (;;) {
    potential[v] = (potential[v] as number) + change
    depth[v] = (depth[parent[v] as number] as number) + 1
    if ((firstChild[v] as number) >= 0) {
      v = firstChild[v] as number
      continue
    }
    while (v !== root && (next[v] as number) < 0) v = parent[v] as number
    if (v === root) return
    v = next[v] as number
  }
}

/** Brings arc `arc` in, pushing from → to. `gain` > 0 is its reduced value in the direction of the arc itself. */
export function pivot(net: Network, arc: number, ends: { from: number; to: number }, gain: number): void {
  const { hub, full, cap } = net
  const { from, to } = ends
  if (from < net.clients && net.idle[from]) wake(net, from)
  if (to < net.clients && net.idle[to]) wake(net, to)
  const own = arc < hub
  findStop(net, from, to, own ? (cap[arc] as number) : UNBOUNDED)
  pushAround(net, from, to)
  const { node, amount, below } = stop
  const wasFull = own && full[arc] === 1
  if (node < 0) {
    full[arc] = wasFull ? 0 : 1
    return
  }
  const inside = below ? from : to
  const outside = below ? to : from
  const left = net.arc[node] as number
  const leftParent = net.parent[node] as number
  if (left < hub) full[left] = net.flow[node] === cap[left] ? 1 : 0
  if (own) full[arc] = 0
  hang(net, { inside, outside, last: node }, arc, wasFull ? (cap[arc] as number) - amount : amount)
  // The tail of an arc in the tree is worth as much more than its head as the arc is.
  const tail = own ? arc : ends.from
  shift(net, inside, inside === tail ? gain : -gain)
  restIfIdle(net, node)
  restIfIdle(net, leftParent)
  restIfIdle(net, from)
  restIfIdle(net, to)
}
