// Plays the script on a real Postgres, and before each step lets everybody else try it first.
import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '@/domain/case/actor'
import { steps } from '@/domain/case/steps'
import type { Step } from '@/domain/kernel/step'
import { inputs } from '../support/inputs'
import { attempt, type Region } from '../support/region'
import { type Line, type Stage, script } from '../support/script'
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

export type Observed = {
  readonly step: string
  readonly otherRoles: readonly Try[]
  readonly outsiders: readonly (Try & { readonly sight: Sight })[]
  readonly stale: string | null
  readonly owner: Sight
  /** Records of this subject before anyone tried, after everyone was refused, after it was taken, and sent again. */
  readonly records: readonly number[]
  readonly versions: readonly number[]
  readonly again: string | null
}

const reasonOf = (outcome: Awaited<ReturnType<typeof attempt>>) =>
  'refusal' in outcome ? outcome.refusal.reason : null

const isAny = (step: Step, role: Role) => step.row.by[role] === 'any'

const outsidersOf = ({ neighbours, strangers, gone }: People, step: Step): Actor[] =>
  (Object.keys(step.row.by) as Role[]).flatMap((role) => [
    ...(isAny(step, role) ? [] : [neighbours[role] ?? []].flat()),
    ...[strangers[role] ?? []].flat(),
    ...(gone[role] ?? []),
  ])

const tell = (actor: Actor) => `${actor.role} of ${actor.organisationName}`

async function stateOf(r: Region, id: string | undefined) {
  const [row] = await r.kernel<{ version: number; records: number }>(
    `SELECT (SELECT version FROM spine WHERE id = $1) AS version, (SELECT count(*)::int FROM journal WHERE kind = 'step' AND ($1::uuid IS NULL OR subject_id = $1)) AS records`,
    [id ?? null],
  )
  return { version: row?.version ?? 0, records: row?.records ?? 0 }
}

async function tries(people: People, line: Line, id: string | null, input: Record<string, unknown>) {
  const step: Step = steps[line.step]
  const options = { on: line.day, actionKey: randomUUID() }
  const reasonFor = async (actor: Actor) => reasonOf(await attempt(actor, line.step, id, input, options))
  const otherRoles: Try[] = []
  for (const actor of Object.values(people.home))
    if (!step.row.by[actor.role]) otherRoles.push({ who: tell(actor), reason: await reasonFor(actor) })
  const outsiders: (Try & { sight: Sight })[] = []
  for (const actor of id ? outsidersOf(people, step) : [])
    outsiders.push({ who: tell(actor), reason: await reasonFor(actor), sight: await sightOf(actor, step.kind, id as string) })
  return { otherRoles, outsiders }
}

/** One line of the script: tried by others, tried on a stale screen, taken, and sent once more. */
async function observe(r: Region, people: People, line: Line, stage: Stage): Promise<{ id: string; seen: Observed }> {
  const step: Step = steps[line.step]
  const opening = step.row.from.includes('new')
  const id = opening ? null : (stage.ids[line.on] as string)
  const given = { ...inputs[line.step]?.({ today: line.day, ids: {} }), ...(await line.input(stage)) }
  const input = readBack(step.input, given, line.day)
  const before = await stateOf(r, id ?? undefined)
  const tried = await tries(people, line, id, input)
  const actor = people.home[line.who]
  const send = (version: number | null, actionKey: string) =>
    attempt(actor, line.step, id, input, { on: line.day, version, actionKey })
  const stale = id ? reasonOf(await send(before.version - 1, randomUUID())) : null
  const refused = await stateOf(r, id ?? undefined)
  const key = randomUUID()
  const done = await send(id ? before.version : null, key)
  if ('refusal' in done) throw new Error(`${line.step}: ${JSON.stringify(done.refusal)}`)
  const { subjectId } = done.done
  const taken = await stateOf(r, id ?? undefined)
  const again = reasonOf(await send(id ? before.version : null, key))
  const after = await stateOf(r, id ?? undefined)
  const states = [before, refused, taken, after]
  const owner = await sightOf(actor, step.kind, subjectId)
  const records = states.map((s) => s.records)
  const versions = states.map((s) => s.version)
  return { id: subjectId, seen: { step: line.step, ...tried, stale, owner, records, versions, again } }
}

/** Plays the whole script; each step is observed the first time it comes by. */
export async function play(r: Region, people: People): Promise<{ ids: Record<string, string>; seen: Map<string, Observed> }> {
  const seen = new Map<string, Observed>()
  const ids: Record<string, string> = {}
  const nobody: People = { home: people.home, neighbours: {}, strangers: {}, gone: {} }
  for (const line of script) {
    const stage = { r, ids, by: (role: Role) => people.home[role] }
    const observed = await observe(r, seen.has(line.step) ? { ...nobody, home: { [line.who]: people.home[line.who] } as People['home'] } : people, line, stage)
    ids[line.on] = observed.id
    if (!seen.has(line.step)) seen.set(line.step, observed.seen)
  }
  return { ids, seen }
}
