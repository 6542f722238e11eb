// What may be asked of a run: why this home, why not that one, what is scarce, and what one change would have done. Answers
// of "no" are certain: they stand on prices that the certificate checked, or on solving it all again.

import { isOutOfReach, type Verdict, verdictOf } from '../engine/near-misses'
import type { Task } from '../engine/task'
import { costsOf, cutOffOf, leastLoss, lossByForcing } from '../engine/why-not'
import type { RuleResult } from '../fit'
import { judgedIn, type RunCap, type RunClient, type RunInput } from './input'
import { leftOf, rowOf, type Solved, taskOf, valuesOf } from './solve'
import { urgencyOf } from './worth'

/** What keeps a pair apart: the home itself, or an agreement. Points are told in steps of 250, so that nobody is found in them. */
export type Scarcity = {
  readonly what: 'home' | RunCap['kind']
  /** Null: so few compete that a number would say who. */
  readonly cutOff: number | null
  readonly own: number
}
/** What all matches together lose when this pair is forced, in points; null where it cannot be forced at all. */
export type Why = {
  readonly urgency: number
  readonly fit: number | null
  readonly scarcity: Scarcity | null
  readonly loss: number | null
}

const STEP = 250
const rounded = (points: number) => Math.round(points / STEP) * STEP

const homeOf = ({ task, answer }: Solved, client: number): number | null => {
  const k = answer.edge[client] ?? -1
  return k < 0 ? null : (task.unit[k] as number)
}

/** How many clients of the run could take this home. */
const competing = ({ rows }: Solved, home: number): number =>
  rows.filter(({ unit }) => unit.includes(home)).length

function scarcityOf(solved: Solved, pair: { client: number; unit: number }, limit: number): Scarcity | null {
  const { held, answer, task, input } = solved
  const costs = costsOf(held.rest, answer.prices, pair)
  const cutOff = cutOffOf(costs)
  if (cutOff <= 0) return null
  const dearest = costs.caps.toSorted((a, b) => b.price - a.price)[0]
  const cap = dearest && dearest.price > costs.unit ? input.caps[dearest.at] : undefined
  const at = task.clientStart[pair.client] as number
  const k = solved.rows[pair.client]?.unit.indexOf(pair.unit) ?? -1
  const few = competing(solved, pair.unit) < limit
  return {
    what: cap?.kind ?? 'home',
    cutOff: few ? null : rounded(cutOff),
    own: rounded(task.value[at + k] as number),
  }
}

/** Why a client was or was not proposed a home. `limit`: the fewest who compete of whom a number is told. */
export function whyOf(solved: Solved, pair: { client: number; unit: number }, limit: number): Why | null {
  const client = solved.input.clients[pair.client]
  const row = solved.rows[pair.client]
  if (!client || !row) return null
  const at = row.unit.indexOf(pair.unit)
  const urgency = urgencyOf(client.priority, client.waitingDays)
  if (at < 0) return { urgency, fit: null, scarcity: null, loss: null }
  const fit = row.fit[at] ?? null
  if (homeOf(solved, pair.client) === pair.unit) return { urgency, fit, scarcity: null, loss: 0 }
  const forced = lossByForcing(solved.held.rest, solved.answer, pair)
  const loss = 'atMost' in forced ? rounded(forced.atMost) : null
  return { urgency, fit, scarcity: scarcityOf(solved, pair, limit), loss }
}

/** The homes that a client may take, the least loss for the whole first. */
export function alternativesOf(solved: Solved, client: number, most: number) {
  const { held, answer, rows } = solved
  return (rows[client]?.unit ?? [])
    .map((unit) => ({ unit, least: leastLoss(held.rest, answer, { client, unit }) }))
    .filter(({ least }) => Number.isFinite(least))
    .sort((a, b) => a.least - b.least || a.unit - b.unit)
    .slice(0, most)
    .map(({ unit }) => unit)
}

/** A home that one blocking rule alone keeps from a client: it fails, or something is not known. */
type Miss = { readonly home: number; readonly result: RuleResult }

function missesOf(input: RunInput, client: RunClient): Miss[] {
  return input.homes.flatMap((_home, home) => {
    const against = judgedIn(input, client, home).filter(({ verdict, warns }) => verdict !== 'pass' && !warns)
    const [result, ...others] = against
    return result && !others.length ? [{ home, result }] : []
  })
}

/** What a client, the table or somebody who fills in a fact could change. What protects somebody and what is law is no step to propose. */
type Change = (client: RunClient, home: RunInput['homes'][number]) => RunClient
const withProfile = (client: RunClient, change: object): RunClient => ({
  ...client,
  seeker: { ...client.seeker, profile: client.seeker.profile && { ...client.seeker.profile, ...change } },
})
const changes: Readonly<Record<string, Change>> = {
  municipality: (client, { municipality }) => ({ ...client, seeker: { ...client.seeker, municipality } }),
  occupancy: (client, { rooms }) =>
    withProfile(client, { minRooms: Math.min(client.seeker.profile?.minRooms ?? rooms, rooms) }),
}

export type { Verdict } from '../engine/near-misses'

/** The nearest home that a change in one rule opens, and whether the client would have been proposed a home then. */
export type Step = { readonly rule: string; readonly home: number; readonly verdict: Exclude<Verdict, 'no'> }

/** By the prices, or where these leave it open all solved again, with this client changed and all others as they were. */
function verdictAfter(
  { task, held, answer, ...solved }: Solved,
  client: number,
  changed: RunClient,
): Verdict {
  const input = { ...solved.input, clients: solved.input.clients.with(client, changed) }
  const row = rowOf(input, changed)
  const staying = new Set(input.locked.map(({ dwelling }) => dwelling))
  // Every home as if it had been proposed before, but for those that stay: a bound may be too high, and never too low.
  const value = valuesOf(input, changed, row.fit).map((worth, k) =>
    staying.has(input.homes[row.unit[k] as number]?.id ?? '') ? 0 : worth + input.knobs.draftBonus,
  )
  if (isOutOfReach(held.rest, answer, { client, edges: { unit: row.unit, value } })) return 'no'
  const left = (whole: Task) => leftOf(input, whole).rest
  return verdictOf({ task, left, answer }, taskOf(input, solved.rows.with(client, row)), client)
}

/** For each rule that can change, the step that would have given a home. For a client who was proposed nothing. */
export function stepsOf(solved: Solved, client: number): Step[] {
  const who = solved.input.clients[client]
  if (!who || homeOf(solved, client) !== null || solved.input.locked.some((pair) => pair.case === who.id))
    return []
  const found = new Map<string, Step>()
  for (const { home, result } of missesOf(solved.input, who)) {
    const change = changes[result.rule]
    const place = solved.input.homes[home]
    if (!change || !place || found.has(result.rule)) continue
    const verdict = verdictAfter(solved, client, change(who, place))
    if (verdict !== 'no') found.set(result.rule, { rule: result.rule, home, verdict })
  }
  return [...found.values()]
}

/** The clients of whose proposal every rule passes, also those that only warn: nothing in it asks for a closer look. */
export function undisputedIn(solved: Solved): ReadonlySet<string> {
  const { input, answer, task } = solved
  return new Set(
    input.clients.flatMap((client, at) => {
      const k = answer.edge[at] ?? -1
      if (k < 0) return []
      return judgedIn(input, client, task.unit[k] as number).every(({ verdict }) => verdict === 'pass')
        ? [client.id]
        : []
    }),
  )
}
