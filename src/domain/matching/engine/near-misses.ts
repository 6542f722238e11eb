// Homes that are one change away from a client: one rule fails, all others pass. What protects somebody and what is a
// fact of a person or a home is no change to propose: a zone that a client must not enter stays shut here.
import { candidateEdges } from './candidates'
import { solveNear } from './cap-prices'
import { boundOf } from './certificate'
import { type Client, distanceKm, type Pool, type Unit } from './pool'
import { type exchangeRules, judge, type RulePack } from './rules'
import type { Answer, Task } from './task'
import { costsOf, cutOffOf, pairsOf } from './why-not'

/** A unit that one rule alone refuses. `slack`: by how much, below 0 or just 0, in the measure of the rule. */
export type NearMiss = {
  readonly unit: number
  readonly rule: string
  readonly slack: number
  readonly compared: Readonly<Record<string, unknown>>
}

/** What the client would have to take, so that the rule lets this unit pass. */
type Yield = (client: Client, unit: Unit) => Client
/** By rule; a rule that is not here is not the client's to give way in. */
export type Yields = Readonly<Record<string, Yield>>

export const exchangeYields: Yields = {
  'R1-bedrooms': (client, { bedrooms }) => ({
    ...client,
    minBedrooms: Math.min(client.minBedrooms, bedrooms),
    maxBedrooms: Math.max(client.maxBedrooms, bedrooms),
  }),
  'R3-rent': (client, { rentCents }) => ({ ...client, maxRentCents: rentCents }),
  'R5-municipality': (client, { municipality }) => ({
    ...client,
    municipalities: [...client.municipalities, municipality],
  }),
  'R8-date': (client, { availableDay }) => ({
    ...client,
    fromDay: Math.min(client.fromDay, availableDay),
    toDay: Math.max(client.toDay, availableDay),
  }),
  'R11-shared': (client) => ({ ...client, acceptsShared: true }),
  'R12-provider': (client) => ({ ...client, providerMustServe: false }),
  'R13-distance': (client, unit) => ({ ...client, maxDistanceKm: distanceKm(client.anchor, unit) }),
} satisfies Partial<Record<keyof typeof exchangeRules, Yield>>

/**
 * The units that one rule alone keeps from a client; of one rule the nearest first. With the rules that protect: they
 * say where somebody must not be, so only those who may read that are shown more than the rules in `Yields`.
 */
export function nearMisses(pack: RulePack, pool: Pool, client: Client): NearMiss[] {
  const found = pool.units.flatMap((unit): NearMiss[] => {
    const [failing, ...others] = judge(pack, pool, [client, unit]).filter(({ passes }) => !passes)
    if (!failing || others.length) return []
    const { rule, slack, compared } = failing
    return [{ unit: unit.id, rule, slack, compared }]
  })
  return found.sort((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : b.slack - a.slack))
}

/** Whether the client, who was proposed nothing, is in every best matching after a change; open where a gap is left. */
export type Verdict = 'yes' | 'no' | 'open'
/** The smallest step in one rule that would have given a home, and `unit`, the near miss that it opens. */
export type Change = {
  readonly rule: string
  readonly unit: number
  readonly slack: number
  readonly verdict: 'yes' | 'open'
}

/** `task`: as the pool makes it; `left`: what earlier.ts leaves of a task, drafts ahead; the answer is of that. */
export type Run = {
  readonly pool: Pool
  readonly task: Task
  readonly left: (task: Task) => Task
  readonly answer: Answer
}

/** The edges of one client who is asked for anew, beside the edges of all others as they were. */
export function withClient({ pool, task }: Pick<Run, 'pool' | 'task'>, client: Client): Task {
  const alone = candidateEdges({ ...pool, clients: [{ ...client, id: 0 }] })
  const [from, to] = [task.clientStart[client.id] as number, task.clientStart[client.id + 1] as number]
  const more = alone.unit.length - (to - from)
  const unit = new Int32Array(task.unit.length + more)
  const value = new Float64Array(unit.length)
  unit.set(task.unit.subarray(0, from))
  unit.set(alone.unit, from)
  unit.set(task.unit.subarray(to), from + alone.unit.length)
  value.set(task.value.subarray(0, from))
  value.set(
    Float64Array.from(alone.fit, (fit) => client.points + fit),
    from,
  )
  value.set(task.value.subarray(to), from + alone.unit.length)
  const clientStart = task.clientStart.map((start, i) => (i > client.id ? start + more : start))
  return { ...task, clientStart, unit, value }
}

/** The edges of one client: `value[k]` of `unit[k]`. */
export type ClientEdges = { readonly unit: ArrayLike<number>; readonly value: ArrayLike<number> }

/** Whether a client who was proposed nothing is out of reach with these edges, by the prices as they were: nothing is solved. */
export function isOutOfReach(
  task: Task,
  { prices, value }: Pick<Answer, 'prices' | 'value'>,
  { client, edges }: { readonly client: number; readonly edges: ClientEdges },
): boolean {
  let best = 0
  for (let k = 0; k < edges.unit.length; k++) {
    const costs = costsOf(task, prices, { client, unit: edges.unit[k] as number })
    best = Math.max(best, (edges.value[k] as number) - cutOffOf(costs))
  }
  return Math.floor(boundOf(task, prices) - (prices.client[client] as number) + best) <= value
}

/** A client without a home has one in every best matching after a change when, and only when, the whole is worth more. */
export function verdictOf(
  { task, left, answer }: Pick<Run, 'task' | 'left' | 'answer'>,
  changed: Task,
  client: number,
): Verdict {
  const after = left(changed)
  const [from, to] = [after.clientStart[client], after.clientStart[client + 1]]
  const edges = { unit: after.unit.subarray(from, to), value: after.value.subarray(from, to) }
  if (isOutOfReach(after, answer, { client, edges })) return 'no'
  const isYes = ({ value }: { value: number }) => value > Math.floor(answer.bound)
  const isNo = ({ bound }: { bound: number }) => Math.floor(bound) <= answer.value
  const before = { pairs: pairsOf(task, answer), prices: answer.prices }
  const found = solveNear(after, before, (so) => isYes(so) || isNo(so))
  if (isYes(found)) return 'yes'
  return isNo(found) ? 'no' : 'open'
}

/**
 * For each rule in which a client can give way, the smallest step that would have given a home. For a client who was
 * proposed nothing; for all others there is nothing to ask. A rule that is missing would have given none in one step.
 */
export function smallestChanges(
  run: Run,
  client: Client,
  { pack, yields }: { pack: RulePack; yields: Yields },
): Change[] {
  if ((run.answer.edge[client.id] as number) >= 0) return []
  const found = new Map<string, Change>()
  for (const { rule, unit, slack } of nearMisses(pack, run.pool, client)) {
    const give = yields[rule]
    const home = run.pool.units[unit]
    if (!give || !home || found.has(rule)) continue
    const verdict = verdictOf(run, withClient(run, give(client, home)), client.id)
    if (verdict !== 'no') found.set(rule, { rule, unit, slack, verdict })
  }
  return [...found.values()]
}
