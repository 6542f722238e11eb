// What an earlier run left behind. A pair that was shown to people stays, whatever would be worth more now. A draft
// that nobody saw may change, but has a few points ahead: proposals that change with every run are no help to anybody.
import { clientOfEdges, edgesOf } from './cap-edges'
import { PoolFault } from './read-pool'
import type { Cap, Task } from './task'

export type Pair = { readonly client: number; readonly unit: number }

/** What is left to match beside the pairs that stay. */
export type Held = {
  /** The same edges and caps; nothing of who or what is held can be taken, and caps are smaller by what they hold. */
  readonly rest: Task
  /** Points of the pairs that stay; a pair that today's rules refuse has none. */
  readonly value: number
  /** Pairs that stay although no rule would allow them today. */
  readonly refused: readonly Pair[]
  /** Caps, by their place, that the pairs that stay pass by themselves: nothing is added to them. */
  readonly passed: readonly number[]
}

/** Points that a draft has ahead of what is new: few change, and hardly a point of priority is lost by it. */
export const DRAFT_BONUS = 50
/** No matching takes an edge below 0. */
const FORBIDDEN = -1

/** The best edge of a pair, -1 where the rules give none. */
export function edgeOf({ clientStart, unit, value }: Task, pair: Pair): number {
  let found = -1
  for (let k = clientStart[pair.client] as number; k < (clientStart[pair.client + 1] as number); k++) {
    if (unit[k] !== pair.unit) continue
    if (found < 0 || (value[k] as number) > (value[found] as number)) found = k
  }
  return found
}

/** @throws PoolFault for a pair of nobody or nothing, or when a client or a unit stands in two pairs */
function refuseImpossible(task: Task, name: string, pairs: readonly Pair[]): void {
  for (const side of ['client', 'unit'] as const) {
    const count = side === 'client' ? task.clientStart.length - 1 : task.units
    const seen = new Set<number>()
    pairs.forEach((pair, at) => {
      if (pair[side] >= count) throw new PoolFault(`${name}[${at}].${side}: there is no ${pair[side]}`)
      if (seen.has(pair[side]))
        throw new PoolFault(`${name}[${at}].${side}: ${pair[side]} stands in the list twice`)
      seen.add(pair[side])
    })
  }
}

const countIn = ({ clients, units }: Cap, pairs: readonly Pair[]): number => {
  const [isClient, isUnit] = [clients && new Set(clients), units && new Set(units)]
  return pairs.filter(({ client, unit }) => isClient?.has(client) !== false && isUnit?.has(unit) !== false)
    .length
}

/** Takes the pairs that stay out of a task. @throws PoolFault when they cannot all stay */
export function hold(task: Task, locked: readonly Pair[]): Held {
  refuseImpossible(task, 'locked', locked)
  const taken = { clients: new Set<number>(), units: new Set<number>() }
  for (const { client, unit } of locked) {
    taken.clients.add(client)
    taken.units.add(unit)
  }
  const client = clientOfEdges(task)
  const value = task.value.map((worth, k) =>
    taken.clients.has(client[k] as number) || taken.units.has(task.unit[k] as number) ? FORBIDDEN : worth,
  )
  const held = task.caps.map((cap) => (locked.length ? countIn(cap, locked) : 0))
  const caps = task.caps.map((cap, c) => ({ ...cap, max: Math.max(0, cap.max - (held[c] as number)) }))
  // A cap that is full by what stays needs no price: its edges are gone.
  caps.forEach((cap, c) => {
    if (held[c] && cap.max === 0) for (const k of edgesOf(task, cap)) value[k] = FORBIDDEN
  })
  const edges = locked.map((pair) => edgeOf(task, pair))
  return {
    rest: { ...task, value, caps },
    value: edges.reduce((sum, k) => sum + (k < 0 ? 0 : (task.value[k] as number)), 0),
    refused: locked.filter((_, at) => (edges[at] as number) < 0),
    passed: [...task.caps.keys()].filter((c) => (held[c] as number) > (task.caps[c]?.max ?? 0)),
  }
}

/** Drafts with their bonus ahead. A draft that the rules of today refuse has nothing to stand on. @throws PoolFault */
export function favour(task: Task, drafts: readonly Pair[], bonus: number = DRAFT_BONUS): Task {
  refuseImpossible(task, 'drafts', drafts)
  const value = task.value.slice()
  for (const pair of drafts) {
    const k = edgeOf(task, pair)
    if (k >= 0) value[k] = (value[k] as number) + bonus
  }
  return { ...task, value }
}
