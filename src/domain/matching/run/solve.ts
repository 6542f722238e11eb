// One run: the rules of the covenant make edges, the engine finds the best matching under its caps, and a check that shares
// nothing with the engine says whether it is what it says. It proposes; people decide.

import { solveFast } from '../engine/cap-prices'
import { certify } from '../engine/certificate'
import { favour, type Held, hold, type Pair } from '../engine/earlier'
import { draw, type Lots, shuffle } from '../engine/lottery'
import { type Answer, type Cap, isProven, type Task } from '../engine/task'
import { excluded } from '../order'
import { judgedIn, type RunCap, type RunClient, type RunInput, type RunPair } from './input'
import { fitOf, urgencyOf } from './worth'

/** The homes that a client may take, by their places in the input, and how well each fits. */
export type Row = { readonly unit: readonly number[]; readonly fit: readonly number[] }

/** `new`: not of the run before; `kept`: proposed before as well; `agreed`: somebody agreed to it, so it stays. */
const proposalKinds = ['new', 'kept', 'agreed'] as const
export type Proposal = RunPair & {
  readonly urgency: number
  readonly fit: number
  readonly kind: (typeof proposalKinds)[number]
}

/** What a run found. `full`, `passed`: places in the list of caps. `refused`: agreed pairs that no rule allows today. */
export type RunResult = {
  readonly proposals: readonly Proposal[]
  readonly objective: number
  readonly bound: number
  readonly proven: boolean
  readonly checked: { readonly feasible: boolean; readonly priced: boolean }
  readonly edges: number
  readonly full: readonly number[]
  readonly passed: readonly number[]
  readonly refused: readonly RunPair[]
}

export type Solver = (task: Task) => Answer | Promise<Answer>

/** The edges of one client: every blocking rule passes. What is not known of a rule is no pass, and so no proposal. */
export function rowOf(input: RunInput, client: RunClient): Row {
  const row = { unit: [] as number[], fit: [] as number[] }
  input.homes.forEach((home, at) => {
    if (client.seeker.municipality !== home.municipality) return
    const results = judgedIn(input, client, at)
    if (excluded({ results }) || results.some(({ verdict, warns }) => verdict === 'unknown' && !warns)) return
    row.unit.push(at)
    row.fit.push(fitOf(client.seeker, { ...home, street: '', postcode: '' }, input.day))
  })
  return row
}

const placesOf = (list: readonly { readonly id: string }[]) => new Map(list.map(({ id }, at) => [id, at]))

/** Ids to places; of who or what is not in this run nothing is left. */
const among = (ids: readonly string[], places: ReadonlyMap<string, number>): Int32Array =>
  Int32Array.from(ids.flatMap((id) => places.get(id) ?? []))

type Places = { readonly client: ReadonlyMap<string, number>; readonly home: ReadonlyMap<string, number> }
const placesIn = ({ clients, homes }: RunInput): Places => ({
  client: placesOf(clients),
  home: placesOf(homes),
})

const capOf = ({ most, cases, dwellings }: RunCap, places: Places): Cap => ({
  clients: cases && among(cases, places.client),
  units: among(dwellings, places.home),
  max: Math.max(0, most),
})

/** The pairs of a list that are in this run, by places. */
const pairsIn = (pairs: readonly RunPair[], { client, home }: Places): Pair[] =>
  pairs.flatMap((pair) => {
    const [i, j] = [client.get(pair.case), home.get(pair.dwelling)]
    return i === undefined || j === undefined ? [] : [{ client: i, unit: j }]
  })

/** What each home of a row is worth. */
export function valuesOf(
  { knobs }: Pick<RunInput, 'knobs'>,
  { priority, waitingDays }: RunClient,
  fit: readonly number[],
): number[] {
  const points = knobs.priorityWeight * urgencyOf(priority, waitingDays)
  return fit.map((one) => points + one)
}

/** What the engine solves: the rows of all clients, in their order, with what each edge is worth, and the caps. */
export function taskOf(input: RunInput, rows: readonly Row[]): Task {
  const clientStart = new Int32Array(rows.length + 1)
  rows.forEach(({ unit }, at) => {
    clientStart[at + 1] = (clientStart[at] as number) + unit.length
  })
  const value = new Float64Array(clientStart[rows.length] as number)
  input.clients.forEach((client, at) => {
    value.set(valuesOf(input, client, rows[at]?.fit ?? []), clientStart[at] as number)
  })
  const places = placesIn(input)
  return {
    clientStart,
    unit: Int32Array.from(rows.flatMap(({ unit }) => unit)),
    value,
    units: input.homes.length,
    caps: input.caps.map((cap) => capOf(cap, places)),
  }
}

/** What is left to match beside the pairs that stay, with those of the run before ahead. */
export function leftOf(input: RunInput, task: Task): Held {
  const places = placesIn(input)
  return hold(
    favour(task, pairsIn(input.drafts, places), input.knobs.draftBonus),
    pairsIn(input.locked, places),
  )
}

const keyOf = (pair: RunPair) => `${pair.case} ${pair.dwelling}`

/** The home of each client of the run, by places: those that stay and those that the engine found. */
function homesOf({ unit }: Task, { edge }: Answer, locked: readonly Pair[]): Map<number, number> {
  const home = new Map(locked.map((pair) => [pair.client, pair.unit]))
  edge.forEach((k, i) => {
    if (k >= 0) home.set(i, unit[k] as number)
  })
  return home
}

function proposalsOf(input: RunInput, rows: readonly Row[], homes: ReadonlyMap<number, number>): Proposal[] {
  const agreed = new Set(input.locked.map(keyOf))
  const before = new Set(input.drafts.map(keyOf))
  const found = [...homes].flatMap(([i, j]) => {
    const [client, home, row] = [input.clients[i], input.homes[j], rows[i]]
    if (!client || !home) return []
    const pair = { case: client.id, dwelling: home.id }
    const kind = agreed.has(keyOf(pair)) ? 'agreed' : before.has(keyOf(pair)) ? 'kept' : 'new'
    const urgency = urgencyOf(client.priority, client.waitingDays)
    return [{ ...pair, urgency, fit: row?.fit[row.unit.indexOf(j)] ?? 0, kind } satisfies Proposal]
  })
  return found.sort((a, b) => (a.case < b.case ? -1 : 1))
}

/** Caps that bear nobody more, by their places. */
function fullCaps({ caps }: Task, homes: ReadonlyMap<number, number>): number[] {
  return caps.flatMap(({ clients, units, max }, at) => {
    const [who, where] = [clients && new Set(clients), units && new Set(units)]
    const count = [...homes].filter(([i, j]) => who?.has(i) !== false && where?.has(j) !== false).length
    return count >= max ? [at] : []
  })
}

/** A run that was solved: everything that a question needs. */
export type Solved = {
  readonly input: RunInput
  readonly rows: readonly Row[]
  readonly task: Task
  readonly held: Held
  readonly answer: Answer
}
type By = { readonly lots: Lots; readonly solve?: Solver }

/** The best matching, with lots between equals by the ids, whatever order they came in. */
export async function solvedBy(
  input: RunInput,
  rows: readonly Row[],
  { lots, solve = solveFast }: By,
): Promise<Solved> {
  const task = taskOf(input, rows)
  const held = leftOf(input, task)
  const names = { clients: input.clients.map(({ id }) => id), units: input.homes.map(({ id }) => id) }
  const shuffled = shuffle(held.rest, names, lots)
  return { input, rows, task, held, answer: shuffled.back(draw(shuffled, await solve(shuffled.task), lots)) }
}

/** Runs it. */
export async function runOf(input: RunInput, rows: readonly Row[], by: By): Promise<RunResult> {
  const { task, held, answer } = await solvedBy(input, rows, by)
  const { feasible, priced } = certify(held.rest, answer)
  if (!feasible) throw new Error('A matching that does not keep its caps')
  const proven = isProven(answer)
  const homes = homesOf(task, answer, pairsIn(input.locked, placesIn(input)))
  const idOf = ({ client, unit }: Pair) => ({
    case: input.clients[client]?.id ?? '',
    dwelling: input.homes[unit]?.id ?? '',
  })
  return {
    proposals: proposalsOf(input, rows, homes),
    objective: held.value + answer.value,
    bound: held.value + (proven ? answer.value : Math.floor(answer.bound)),
    proven,
    checked: { feasible, priced },
    edges: task.unit.length,
    full: fullCaps(task, homes),
    passed: [...held.passed],
    refused: held.refused.map(idOf),
  }
}
