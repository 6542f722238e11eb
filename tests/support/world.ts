// A region in memory: steps are taken through the real engine, under what the actor may see, with all they bring about.
import type { Actor, Role } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { type StepName, steps } from '@/domain/case/steps'
import type { RuleSet } from '@/domain/covenant/rule-set'
import type { Dwelling } from '@/domain/dwelling/dwelling'
import type { Context, FromFile } from '@/domain/kernel/context'
import { blocked, type Effect, type Refusal, type Step, take } from '@/domain/kernel/step'
import type { Compartments, Loaded, Part, SubjectKind, Turn } from '@/domain/kernel/subject'
import type { Norms } from '@/domain/norm/norm'
import type { Offer } from '@/domain/offer/offer'
import type { Tafel } from '@/domain/tafel/session'
import { actors, kinds } from './actors'
import { candidateFor } from './candidate'
import { after, causesOf, type Held, seenBy, seenWhole, type Told } from './held'
import { lookedUp, promisedIn } from './looked-up'
import { swapIn } from './swapping'
import { tafelsIn } from './tafels'
import { readBack } from './typed'
import { unopened } from './unopened'

type Input = Readonly<Record<string, unknown>>
type Ids = Readonly<Partial<Record<SubjectKind, string>>>
/** What a step is given when the test says nothing else; ids are those of the subjects of this story. */
export type Inputs = Readonly<Partial<Record<StepName, (story: { today: string; ids: Ids }) => Input>>>

export type Who = Role | Actor
const actorOf = (who: Who): Actor => (typeof who === 'string' ? actors[who] : who)

export class World {
  today = '2026-01-12'
  /** The row of a file from which the next case comes. */
  fromFile?: FromFile
  /** Who else looks for the home that is proposed next. */
  others: readonly string[] = []
  records: readonly Told[] = []
  ids: Ids = {}
  kinds = kinds
  private subjects: ReadonlyMap<string, Held> = new Map()

  constructor(
    readonly rules: RuleSet,
    readonly norms: Norms,
    private readonly inputs: Inputs,
  ) {}

  /** The same story so far, to be played on. */
  copy(): World {
    const same = new World(this.rules, this.norms, this.inputs)
    return Object.assign(same, {
      ...(this.fromFile && { fromFile: this.fromFile }),
      today: this.today,
      others: this.others,
      ...{ records: this.records, ids: this.ids, kinds: this.kinds, subjects: this.subjects },
    })
  }

  on(day: string): this {
    if (day < this.today) throw new Error(`${day} is before ${this.today}`)
    this.today = day
    return this
  }

  take(name: StepName, who: Who, input: Input = {}, id?: string): this {
    const refusal = this.attempt(name, who, input, id)
    if (refusal) throw new Error(`${name} was refused: ${JSON.stringify(refusal)}`)
    return this
  }

  /** Why the step is refused, if it is. Nothing changes either way. */
  refusal(name: StepName, who: Who, input: Input = {}, id?: string): Refusal | null {
    return this.copy().attempt(name, who, input, id)
  }

  /** Why the step has no button for this actor, if it has none. */
  blocked(name: StepName, who: Who, id?: string): Refusal | null {
    const actor = actorOf(who)
    return blocked(
      steps[name],
      this.seen(steps[name].kind, actor, id),
      this.context(actor, {}, id ?? this.ids[steps[name].kind]),
    )
  }

  get kase(): Case {
    return seenWhole(this.held(this.ids.case)) as unknown as Case
  }
  get dwelling(): Dwelling {
    return seenWhole(this.held(this.ids.dwelling)) as unknown as Dwelling
  }
  get offer(): Offer {
    return seenWhole(this.held(this.ids.offer)) as unknown as Offer
  }
  get tafel(): Tafel {
    return seenWhole(this.held(this.ids.tafel)) as unknown as Tafel
  }

  as(who: Who, id?: string): Case {
    return this.seen('case', actorOf(who), id) as unknown as Case
  }

  seen(kind: SubjectKind, actor: Actor, id = this.ids[kind]): Loaded<Compartments> {
    return seenBy(id ? this.held(id) : unopened(kind, 0, this.today), actor, this.today)
  }
  turn = (task: string, id = this.ids.case): Turn | undefined =>
    this.held(id).turns.find((t) => t.task === task)
  tasks(id = this.ids.case): string[] {
    return this.held(id)
      .turns.map((t) => t.task)
      .sort()
  }
  /** The steps taken, consequences included. */
  get taken(): string[] {
    return this.records.map((r) => r.step.name)
  }
  get last(): Told {
    const hand = this.records.findLast((r) => !r.cause)
    if (!hand) throw new Error('Nothing was taken yet')
    return hand
  }
  held(id: string | undefined): Held {
    const found = id && this.subjects.get(id)
    if (!found) throw new Error(`No subject ${id}`)
    return found
  }
  all(kind: SubjectKind): Held[] {
    return [...this.subjects.values()].filter((held) => held.spine.kind === kind)
  }

  private attempt(name: StepName, who: Who, input: Input, id?: string): Refusal | null {
    const { records, ids, subjects } = this
    const step: Step = steps[name]
    const given = { ...this.inputs[name]?.({ today: this.today, ids: this.ids }), ...input }
    const subjectId = step.row.from.includes('new') ? this.open(step.kind) : (id ?? this.ids[step.kind])
    const refusal = this.run(step, actorOf(who), subjectId, readBack(step.input, given, this.today))
    if (refusal) Object.assign(this, { records, ids, subjects })
    else this.ids = { ...this.ids, [step.kind]: subjectId }
    return refusal
  }

  private open(kind: SubjectKind): string {
    const held = unopened(kind, this.subjects.size + 1, this.today)
    this.subjects = new Map([...this.subjects, [held.spine.id, held]])
    return held.spine.id
  }

  private run(
    step: Step,
    actor: Actor,
    id: string | undefined,
    input: Input,
    cause: string | null = [step.row.causedByTerm ?? []].flat()[0] ?? null,
  ): Refusal | null {
    const held = this.held(id)
    const outcome = take(
      step,
      seenBy(held, actor, this.today),
      { ...input },
      this.context(actor, input, held.spine.id),
      cause !== null,
    )
    if ('refusal' in outcome) return outcome.refusal
    if (cause && !causesOf(step.row).includes(cause)) throw new Error(`${cause} may not cause ${step.name}`)
    const { effect, from, to } = outcome.taken
    const moment = { actor, today: this.today, rules: this.rules }
    const changed = after(held, outcome.taken, moment, (other, part) => this.playing(other, part))
    this.subjects = new Map([...this.subjects, [held.spine.id, changed]])
    const record = { step, subjectId: held.spine.id, role: actor.role, from, to, effect, cause }
    this.records = [...this.records, { ...record, turns: changed.turns }]
    return this.consequences(step, effect, actor)
  }

  private consequences(step: Step, effect: Effect, actor: Actor): Refusal | null {
    for (const cause of effect.causes ?? []) {
      const by = cause.as ? actors[cause.as] : actor
      const next = steps[cause.step as StepName]
      const id = cause.subjectId ?? this.open(next.kind)
      const refusal = this.run(next, by, id, { ...cause.input }, step.name)
      if (refusal) return refusal
    }
    return null
  }

  private playing(id: string, part: Part): string {
    const found = this.held(id).playing.find((p) => p.part === part)?.organisationId
    if (!found) throw new Error(`Nobody is ${part} of ${id}`)
    return found
  }

  private context(actor: Actor, input: Input = {}, id = this.ids.dwelling): Context {
    const { today, rules, norms, kinds } = this
    const candidate = candidateFor(this, input)
    const kase = id && this.subjects.get(id)?.spine.kind === 'case' ? this.as(actor, id) : null
    const found = lookedUp(actor, this.all('case'), { today, input, kase })
    const table = tafelsIn(this.all('tafel'), rules)
    const about = { ...promisedIn(actor, id, this), ...swapIn(this, id, input.partner) }
    const row = this.fromFile ? { ...about, fromFile: this.fromFile } : about
    return { actor, today, rules, norms, kinds, ...table, ...found, ...row, ...(candidate && { candidate }) }
  }
}
