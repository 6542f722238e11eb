// The pool as a flow: client → unit over the edges, held by caps in nested groups on either side, all ending in one hub.
// Every node but the hub has an arc of its own towards its group. Of a client it carries what is left unhoused, of a
// unit what is let, of a group what is free (clients) or taken (units). All numbers are whole and below 2^53: exact.

/** Rows of clients with a value for each edge; only edges above 0 are ever taken. Values are changed in place. */
export type Valued = {
  readonly clientStart: Int32Array
  readonly unit: Int32Array
  readonly value: Float64Array
}

/** Nested groups of one side. `of[i]` is the group of member i, `parent[g]` that of a group; -1 is none. Caps > 0. */
export type Nest = { readonly of: Int32Array; readonly parent: Int32Array; readonly cap: Int32Array }

export type Network = Valued & {
  readonly clients: number
  readonly units: number
  /** The last node; its potential is always 0. Nodes: clients, units, groups of clients, groups of units, hub. */
  readonly hub: number
  /** The group (or hub) that the arc of a node leads to. */
  readonly up: Int32Array
  readonly cap: Int32Array
  // The tree: the arc between a node and its parent is the node's or the parent's own, or edge k as hub + k.
  readonly parent: Int32Array
  readonly arc: Int32Array
  readonly flow: Int32Array
  readonly depth: Int32Array
  readonly potential: Float64Array
  /** That of each unit and what comes after the units: the same numbers. */
  readonly unitPotential: Float64Array
  readonly firstChild: Int32Array
  readonly next: Int32Array
  readonly previous: Int32Array
  /** Arcs outside the tree that are full. */
  readonly full: Uint8Array
  /** Clients who hang on their own arc with nothing below them stand in no list of children: most do, always. */
  readonly idle: Uint8Array
  readonly clientOrder: Int32Array
}

export const UNBOUNDED = 0x3fffffff

/** The parent of each node over its own arc, and what that arc can carry. */
function layOut(edges: Valued, nests: { readonly client: Nest; readonly unit: Nest }) {
  const { client, unit } = nests
  const clients = edges.clientStart.length - 1
  const units = unit.of.length
  const clientGroups = clients + units
  const unitGroups = clientGroups + client.cap.length
  const hub = unitGroups + unit.cap.length
  const up = new Int32Array(hub).fill(hub)
  const cap = new Int32Array(hub).fill(UNBOUNDED)
  const lead = (from: number, group: number | undefined, first: number) => {
    if (group !== undefined && group >= 0) up[from] = first + group
  }
  for (let i = 0; i < clients; i++) lead(i, client.of[i], clientGroups)
  for (let j = 0; j < units; j++) lead(clients + j, unit.of[j], unitGroups)
  for (let g = 0; g < client.cap.length; g++) lead(clientGroups + g, client.parent[g], clientGroups)
  for (let g = 0; g < unit.cap.length; g++) lead(unitGroups + g, unit.parent[g], unitGroups)
  cap.fill(1, clients, clientGroups)
  cap.set(unit.cap, unitGroups)
  const flow = new Int32Array(hub)
  flow.fill(1, 0, clients)
  flow.set(client.cap, clientGroups)
  return { clients, units, hub, up, cap, flow }
}

/** Clients by their best edge, the highest first; equal ones by their place. */
function bestFirst({ clientStart, value }: Valued): Int32Array {
  const count = clientStart.length - 1
  const best = new Float64Array(count)
  for (let i = 0; i < count; i++)
    for (let k = clientStart[i] as number; k < (clientStart[i + 1] as number); k++)
      best[i] = Math.max(best[i] as number, value[k] as number)
  const order = Int32Array.from(best, (_, i) => i)
  return order.sort((a, b) => (best[b] as number) - (best[a] as number) || a - b)
}

export function addChild(net: Network, parent: number, node: number): void {
  const { firstChild, next, previous } = net
  const old = firstChild[parent] as number
  next[node] = old
  previous[node] = -1
  if (old >= 0) previous[old] = node
  firstChild[parent] = node
}

export function removeChild(net: Network, parent: number, node: number): void {
  const { firstChild, next, previous } = net
  const after = next[node] as number
  const before = previous[node] as number
  if (before >= 0) next[before] = after
  else firstChild[parent] = after
  if (after >= 0) previous[after] = before
}

/** A network in which nobody is housed: the tree is every node's own arc, so something can flow from each to the hub. */
export function networkOf(edges: Valued, nests: { readonly client: Nest; readonly unit: Nest }): Network {
  const laid = layOut(edges, nests)
  const { clients, hub, up } = laid
  const nodes = hub + 1
  const none = () => new Int32Array(nodes).fill(-1)
  const potential = new Float64Array(nodes)
  const net: Network = {
    ...edges,
    ...laid,
    parent: none(),
    arc: Int32Array.from({ length: nodes }, (_, v) => v),
    depth: new Int32Array(nodes),
    potential,
    unitPotential: potential.subarray(clients),
    firstChild: none(),
    next: none(),
    previous: none(),
    full: new Uint8Array(nodes),
    idle: new Uint8Array(nodes),
    clientOrder: bestFirst(edges),
  }
  net.parent.set(up)
  net.idle.fill(1, 0, clients)
  for (let v = clients; v < hub; v++) addChild(net, up[v] as number, v)
  for (let v = clients; v < hub; v++) {
    let depth = 0
    for (let at = v; at !== hub; at = up[at] as number) depth++
    net.depth[v] = depth
  }
  return net
}
