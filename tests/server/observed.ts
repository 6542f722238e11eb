// Plays the script on a real Postgres, and before each step lets everybody else try it first.
import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '@/domain/case/actor'
import { steps } from '@/domain/case/steps'
import type { Step } from '@/domain/kernel/step'
import { inputs } from '../support/inputs'
import type { Line, Stage } from '../support/line'
import { attempt, type Region } from '../support/region'
import { script } from '../support/script'
import { readBack } from '../support/typed'
import { type Sight, sightOf } from './sight'

/** Who stands where in this story: whom it is about, and who has nothing to do with it. */
export type People = {
  readonly home: Readonly<Record<Role, Actor>>
  readonly neighbours: Readonly<Partial<Record<Role, Actor>>>
  readonly strangers: Readonly<Partial<Record<Role, Actor>>>
  readonly gone: Readonly<Partial<Record<Role, readonly Actor[]>>>
}

type Try = { readonly who: string; readonly reason: string | null }

type Outsider = Try & { readonly role: Role; readonly sight: Sight }

export type Observed = {
  readonly subjectId: string
  readonly otherRoles: readonly Try[]
  readonly outsiders: readonly Outsider[]
  readonly stale: string | null
  readonly owner: Sight
  /** Records of this subject before anyone tried, after everyone was refused, after it was taken, and sent again. */
  readonly records: readonly number[]
  readonly versions: readonly number[]
  readonly again: string | null
}

const reasonOf = (outcome: Awaited<ReturnType<typeof attempt>>) =>
  'refusal' in outcome ? outcome.refusal.reason : null

/** The neighbour of this role was asked to take over, and so is no outsider at this step. */
const asked: Readonly<Record<string, Role>> = {
  stopHandover: 'mentor',
  stopMove: 'regisseur',
  prepareMove: 'regisseur',
}

const isAny = (step: Step, role: Role) => step.row.by[role] === 'any'

const outsidersOf = ({ neighbours, strangers, gone }: People, step: Step, elsewhere: boolean): Actor[] =>
  (Object.keys(step.row.by) as Role[]).flatMap((role) => [
    ...(isAny(step, role) || elsewhere || asked[step.name] === role ? [] : [neighbours[role] ?? []].flat()),
    ...[strangers[role] ?? []].flat(),
    ...(gone[role] ?? []),
  ])

const tell = (actor: Actor) => `${actor.role} of ${actor.organisationName}`

type State = { version: number; records: number; person: string | null; household: string | null }

/** As the owner of the rights sees it; of a subject that is not there yet, how many records there are at all. */
async function stateOf(r: Region, id: string | null): Promise<State> {
  const records = `(SELECT count(*)::int FROM journal WHERE kind = 'step' AND ($1::uuid IS NULL OR subject_id = $1)) AS records`
  const [row] = await r.kernel<State>(
    `SELECT version, person_id AS person, household_id AS household, ${records} FROM (SELECT) one LEFT JOIN spine ON spine.id = $1`,
    [id],
  )
  return row as State
}

type Turn = {
  readonly line: Line
  readonly id: string | null
  readonly input: Record<string, unknown>
  readonly state: State
}

/** What everybody else gets who tries it first. */
async function tries(people: People, { line, id, input, state }: Turn) {
  const step: Step = steps[line.step]
  const reasonFor = async (actor: Actor) =>
    reasonOf(await attempt(actor, line.step, id, input, { on: line.day, actionKey: randomUUID() }))
  const otherRoles: Try[] = []
  for (const actor of Object.values(people.home))
    if (!step.row.by[actor.role]) otherRoles.push({ who: tell(actor), reason: await reasonFor(actor) })
  const outsiders: Outsider[] = []
  for (const actor of id ? outsidersOf(people, step, line.elsewhere) : []) {
    const reason = await reasonFor(actor)
    const sight = await sightOf(actor, step.kind, id as string, state)
    outsiders.push({ who: tell(actor), role: actor.role, reason, sight })
  }
  return { otherRoles, outsiders }
}

async function turnOf(r: Region, line: Line, stage: Stage): Promise<Turn> {
  const step: Step = steps[line.step]
  const id = step.row.from.includes('new') ? null : (stage.ids[line.on] as string)
  const given = { ...inputs[line.step]?.({ today: line.day, ids: {} }), ...(await line.input(stage)) }
  return { line, id, input: readBack(step.input, given, line.day), state: await stateOf(r, id) }
}

const send = (actor: Actor, { line, id, input, state }: Turn, actionKey: string, behind = 0) =>
  attempt(actor, line.step, id, input, {
    on: line.day,
    version: id === null ? null : state.version - behind,
    actionKey,
    fromFile: line.fromFile,
  })

async function taken(actor: Actor, turn: Turn, key: string = randomUUID()): Promise<string> {
  const outcome = await send(actor, turn, key)
  if ('refusal' in outcome) throw new Error(`${turn.line.step}: ${JSON.stringify(outcome.refusal)}`)
  return outcome.done.subjectId
}

const takerOf = ({ home, neighbours }: People, { who, elsewhere }: Line): Actor =>
  (elsewhere ? neighbours[who] : home[who]) as Actor

/** One line of the script: tried by others, tried on a stale screen, taken, and sent once more. */
async function observe(r: Region, people: People, turn: Turn): Promise<Observed> {
  const { line, id, state } = turn
  const actor = takerOf(people, line)
  const tried = await tries(people, turn)
  const stale = id ? reasonOf(await send(actor, turn, randomUUID(), 1)) : null
  const refused = await stateOf(r, id)
  const key = randomUUID()
  const subjectId = await taken(actor, turn, key)
  const done = await stateOf(r, id)
  const again = reasonOf(await send(actor, turn, key))
  const states = [state, refused, done, await stateOf(r, id)]
  const owner = await sightOf(actor, steps[line.step].kind, subjectId, await stateOf(r, subjectId))
  const records = states.map((s) => s.records)
  const versions = states.map((s) => s.version)
  return { subjectId, ...tried, stale, owner, records, versions, again }
}

/** Plays the whole script; each step is observed the first time it comes by. */
export async function play(r: Region, people: People) {
  const seen = new Map<string, Observed>()
  const ids: Record<string, string> = {}
  for (const line of script) {
    const turn = await turnOf(r, line, { r, ids, by: (role) => people.home[role] })
    const before = seen.get(line.step)
    const observed = before ?? (await observe(r, people, turn))
    seen.set(line.step, observed)
    ids[line.on] = before ? await taken(takerOf(people, line), turn) : observed.subjectId
  }
  return { ids, seen }
}
