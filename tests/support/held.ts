// A subject in memory: what the database holds of it, how one actor sees it, and what a taken step makes of it.
import { type Actor, isPerson, type Role } from '@/domain/case/actor'
import { type ConsentWord, liveConsents } from '@/domain/case/consent-ledger'
import { grants, processes } from '@/domain/case/steps'
import { lastingAt, type Spoed, type TaskName, tasks, workingDaysOf } from '@/domain/case/tasks'
import type { RuleSet } from '@/domain/covenant/rule-set'
import { addWorkingDays, resume } from '@/domain/kernel/days'
import { may } from '@/domain/kernel/grants'
import type { Effect, Step, Taken } from '@/domain/kernel/step'
import {
  type Compartments,
  type Loaded,
  type Part,
  type Relation,
  relations,
  type Spine,
  type SubjectKind,
  type Turn,
} from '@/domain/kernel/subject'
import { covenant, uuid } from './actors'
import { counting } from './counting'
import { namedRows } from './notes'

type Playing = {
  readonly part: Part | 'opener'
  readonly relation: Relation
  readonly organisationId: string
}
type Row = Readonly<Record<string, unknown>>

export type Held = {
  readonly spine: Spine
  readonly playing: readonly Playing[]
  readonly turns: readonly Turn[]
  readonly of: Readonly<Record<string, Row | readonly Row[] | null>>
}

/** A taken step, as the timeline would hold it; `cause` is the step that brought it about. */
export type Told = {
  readonly step: Step
  readonly subjectId: string
  readonly role: Role
  readonly from: string
  readonly to: string
  readonly effect: Effect
  readonly cause: string | null
  readonly turns: readonly Turn[]
}

export type Moment = { readonly actor: Actor; readonly today: string; readonly rules: RuleSet }

const compartmentsOf = (kind: SubjectKind): Compartments => processes[kind].compartments

const relationsOf = ({ spine, playing, of }: Held, actor: Actor): readonly Relation[] => {
  if (actor.covenantId !== spine.covenantId) return []
  if (spine.stage === 'new') return ['any', 'ours']
  // What the database does when somebody breaks the glass: the one who did has this relation, and nobody beside them.
  const opened = (of.opening as Row | null | undefined)?.openedBy === actor.membershipId
  return [
    'any',
    ...(opened ? (['emergency'] as const) : []),
    ...playing.filter((p) => p.organisationId === actor.organisationId).map((p) => p.relation),
  ]
}

const sharing = (held: Held, own: readonly Relation[], reads: (name: string) => boolean, outside = false) => {
  const names = Object.keys(held.of)
  const shared = new Set(names.filter(reads))
  const of = Object.fromEntries(names.map((n) => [n, shared.has(n) ? counting(held.of, n) : null]))
  return { spine: held.spine, relations: own, turns: held.turns, shared, outside, of } as Loaded<Compartments>
}

/** Whether the case is shielded and this person was not named: the last word about each counts. */
function isOutside({ of }: Held, { membershipId, role }: Actor): boolean {
  const shield = of.shield as Row | null | undefined
  if (!shield || shield.endedOn || !isPerson(role)) return false
  const said = ((of.named ?? []) as readonly Row[]).findLast((row) => row.person === membershipId)
  return said?.named !== true
}

/** As one actor may see it on a day: the compartments that are not shared are null. */
export function seenBy(held: Held, actor: Actor, today: string): Loaded<Compartments> {
  const { kind, stage } = held.spine
  const own = relationsOf(held, actor)
  const standing = {
    role: actor.role,
    relations: own,
    stage,
    consents: liveConsents((held.of.consents ?? []) as ConsentWord[], actor.organisationId, today),
    outside: isOutside(held, actor),
  }
  const seen = sharing(held, own, (name) => may(grants, kind, standing, 'read', name), standing.outside)
  return { ...seen, of: { ...seen.of, ...namedRows(held, seen.shared, actor) } as typeof seen.of }
}

/** As nobody sees it: everything, for what a test looks at afterwards. */
export const seenWhole = (held: Held) => sharing(held, relations, () => true)

const holderOf = (held: Held, part: Part) =>
  held.playing.find((p) => p.part === part)?.organisationId ?? covenant.id

/** The tasks that the step opens. A task by date must be given its day; none is opened twice. */
function opened(held: Held, kept: readonly Turn[], taken: Taken, { today, rules }: Moment): Turn[] {
  const strange = taken.opens.filter((name) => !taken.step.row.opens?.includes(name))
  if (strange.length) throw new Error(`${taken.step.name} opens ${strange}, which its row does not name`)
  return taken.opens.map((name) => {
    const { role, part, term } = tasks[name as TaskName]
    const days = term === 'byDate' ? null : workingDaysOf(term, rules, held.of.spoed as Spoed, today)
    const dueOn = taken.effect.due?.[name] ?? (days === null ? null : addWorkingDays(today, days))
    if (!dueOn) throw new Error(`${taken.step.name} opens ${name} without its day`)
    if (kept.some((t) => t.task === name)) throw new Error(`${taken.step.name} opens ${name} a second time`)
    const pausedOn = taken.effect.paused?.includes(name) ? today : null
    return { task: name, role, holderId: holderOf(held, part), since: today, dueOn, pausedOn }
  })
}

/** A step that moves the stage ends every task of the stage it leaves, but for those that last. */
function turnsAfter(held: Held, taken: Taken, moment: Moment): readonly Turn[] {
  const { step, effect, from, to } = taken
  const closes = [...(step.row.closes ?? []), ...(effect.closes ?? [])]
  const stays = ({ task }: Turn) => from === to || lastingAt(to).includes(task)
  const kept = held.turns.filter((t) => stays(t) && !closes.includes(t.task))
  const running = kept.map((t) =>
    step.row.resumes && t.pausedOn
      ? { ...t, dueOn: resume(t.dueOn, t.pausedOn, moment.today), pausedOn: null }
      : t,
  )
  return [...running, ...opened(held, running, taken, moment)]
}

function contentAfter(held: Held, { effect, step }: Taken, { actor, today }: Moment): Held['of'] {
  const of = { ...held.of }
  const writes = step.row.writes ?? []
  for (const name of [...Object.keys(effect.write ?? {}), ...Object.keys(effect.append ?? {})])
    if (!writes.includes(name)) throw new Error(`${step.name} writes ${name}, which its row does not name`)
  for (const [name, values] of Object.entries(effect.write ?? {})) {
    const fields = Object.keys(compartmentsOf(held.spine.kind)[name]?.fields ?? {})
    const strange = Object.keys(values).filter((field) => !fields.includes(field))
    if (strange.length) throw new Error(`${name} has no ${strange.join(', ')}`)
    const empty = Object.fromEntries(fields.map((field) => [field, null]))
    of[name] = { ...empty, ...(of[name] as Row | null), ...values }
  }
  for (const [name, entries] of Object.entries(effect.append ?? {})) {
    const nth = Object.keys(held.of).indexOf(name) * 1000 + held.spine.version + 100_000
    const head = { id: uuid(nth), organisationId: actor.organisationId }
    const rows = entries.map((entry) => ({ ...entry, ...head, recordedOn: today }))
    of[name] = [...((of[name] ?? []) as readonly Row[]), ...rows]
  }
  return of
}

/** The subject after the step. `asIn` finds who plays a part in another subject. */
export function after(
  held: Held,
  taken: Taken,
  moment: Moment,
  asIn: (subjectId: string, part: Part) => string,
): Held {
  const { effect, from, to } = taken
  const opener: Playing[] =
    from === 'new' ? [{ part: 'opener', relation: 'ours', organisationId: moment.actor.organisationId }] : []
  const joined = (effect.relate ?? []).map(({ part, relation, organisationId, asIn: other }) => ({
    part,
    relation,
    organisationId: organisationId ?? (other ? asIn(other, part) : ''),
  }))
  // A part that passes to another is no longer of whoever had it, and takes its open tasks along.
  const passes = (part: string) => part !== 'guest' && joined.some((one) => one.part === part)
  const stayed = held.playing.filter(
    (p) => !passes(p.part) && !effect.release?.some((part) => part === p.part),
  )
  const now = ({ task }: Turn) => joined.find(({ part }) => tasks[task as TaskName].part === part)
  const turns = held.turns.map((turn) => ({ ...turn, holderId: now(turn)?.organisationId ?? turn.holderId }))
  const related = { ...held, turns, playing: [...opener, ...stayed, ...joined] }
  return {
    spine: { ...held.spine, stage: to, version: held.spine.version + 1 },
    playing: related.playing,
    turns: turnsAfter(related, taken, moment),
    of: contentAfter(held, taken, moment),
  }
}

/** What brings a step about: other steps, or the term of a task that has passed. */
export const causesOf = ({ causedBy = [], causedByTerm }: Step['row']) => [
  ...causedBy,
  ...[causedByTerm ?? []].flat(),
]
