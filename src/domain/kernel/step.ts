// The engine: a step is refused with a reason, or taken with its effect. It reads no clock and writes nothing.
import type { Role } from '../case/actor'
import { type AskedWith, answered, notOpen } from './asked-with'
import type { Context } from './context'
import type { Fields, Values } from './field'
import type { Compartments, Entry, Loaded, Part, Relation, RowHead, Single, SubjectKind } from './subject'

/** Why a step cannot be taken; `reason` is a key of the catalogue's `refusals`. */
export type Refusal = {
  readonly reason: string
  readonly field?: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** One row of a process table. Nobody takes consequences by hand: `causedBy` names steps, `causedByTerm` the tasks of which a term passed. */
export type Row = {
  readonly by: Readonly<Partial<Record<Role, Relation>>>
  readonly from: readonly string[]
  readonly to?: string | readonly string[]
  readonly writes?: readonly string[]
  readonly closes?: readonly string[]
  readonly opens?: readonly string[]
  readonly causedBy?: readonly string[]
  readonly causedByTerm?: string | readonly string[]
  /** Roles that hold some task; of each, the organisation that has that part in the subject now, if any. */
  readonly notifies?: readonly Role[]
  /** Roles that hear of it whatever tasks they hold, each at the organisation that plays this part. */
  readonly alarms?: readonly { readonly role: Role; readonly part: Part }[]
  /** Word of it does not wait to be sent together with other news. */
  readonly urgent?: true
  /** Clocks that stood still run again; the pause is added to their terms. */
  readonly resumes?: true
  readonly undoes?: true // it begins again what had ended: where it is taken from is an end all the same
  readonly grave?: true // not to be undone: the screen says so before it is taken
  readonly onDevice?: true // typed where the line drops: an organisation may let its form be kept on the device until it arrives
  /** Who can take it on a shielded subject without being named for it. */
  readonly underAlias?: readonly Role[]
}

/** Whether people take it: no other step brings it about, and no term that passed. */
export const byHand = ({ causedBy, causedByTerm }: Row) => !causedBy && !causedByTerm

/** A consequence on another subject, in the same transaction, with a record that names its cause; null where it opens one. */
export type Cause = {
  readonly step: string
  readonly subjectId: string | null
  readonly input?: Readonly<Record<string, unknown>>
  /** Taken by this system membership, where the person who caused it may not see the subject. */
  readonly as?: 'matching'
}

/** An organisation that comes to relate to the subject; `asIn` takes it from the part it plays in another subject. */
type Relating = {
  readonly part: Part
  readonly relation: Relation
  readonly organisationId?: string
  readonly asIn?: string
}

export type Effect = {
  readonly write?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly append?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  readonly to?: string
  /** Tasks that end besides those of the row. */
  readonly closes?: readonly string[]
  /** Which of the row's tasks open; all of them when left out. */
  readonly opens?: readonly string[]
  /** Last days of opened tasks that are not a fixed term. */
  readonly due?: Readonly<Record<string, string | undefined>>
  /** Opened tasks whose clock stands still, because the subject waits on someone else first. */
  readonly paused?: readonly string[]
  readonly relate?: readonly Relating[]
  readonly release?: readonly Part[]
  readonly causes?: readonly Cause[]
  /** Roles of the row for whom it is no news this time. */
  readonly unheard?: readonly Role[]
  /** Which role at which organisation hears of it besides those of the row. */
  readonly hears?: readonly { readonly role: Role; readonly organisationId: string }[]
  /** Nobody is told: the person objected, or it is nobody else's news. */
  readonly quiet?: true
  /** Values for the timeline's sentence. Only what every reader of the timeline may know. */
  readonly tells?: Readonly<Record<string, string | number>>
}

/** A step without its types: what a registry holds and the server runs. */
export type Step = {
  readonly name: string
  readonly kind: SubjectKind
  readonly row: Row
  readonly input: Fields
  /** Its form brings a file, which is kept before the step is taken: a paper, or a picture and nothing else. */
  readonly file: boolean | 'picture'
  /** Of some code fields only these codes are open to this actor, under these agreements. */
  readonly choices: (context: Context) => Readonly<Record<string, readonly string[]>>
  readonly askedWith: AskedWith | null
  readonly blockedBy: readonly ((subject: Loaded<Compartments>, context: Context) => Refusal | null)[]
  readonly check: (
    subject: Loaded<Compartments>,
    input: Record<string, unknown>,
    context: Context,
  ) => Refusal | null
  readonly apply: (subject: Loaded<Compartments>, input: Record<string, unknown>, context: Context) => Effect
}

type Writes<R extends Row> = R['writes'] extends readonly (infer W)[] ? W : never
type Ones<Cs extends Compartments, W> = {
  [K in keyof Cs & W as Cs[K] extends { many: true } ? never : K]?: Partial<Single<Cs[K]>>
}
type Lists<Cs extends Compartments, W> = {
  [K in keyof Cs & W as Cs[K] extends { many: true } ? K : never]?: readonly Omit<
    Entry<Cs[K]>,
    keyof RowHead
  >[]
}
type TypedEffect<Cs extends Compartments, W> = Omit<Effect, 'write' | 'append'> & {
  write?: Ones<Cs, W>
  append?: Lists<Cs, W>
}

export type StepBody<Cs extends Compartments, W, I extends Fields> = {
  input: I
  file?: true | 'picture'
  choices?: (context: Context) => { readonly [K in keyof I]?: readonly string[] }
  askedWith?: AskedWith
  blockedBy?: ((subject: Loaded<Cs>, context: Context) => Refusal | null)[]
  check?: (subject: Loaded<Cs>, input: Values<I>, context: Context) => Refusal | null
  apply: (subject: Loaded<Cs>, input: Values<I>, context: Context) => TypedEffect<Cs, W>
}

/** Makes the `step` function of one process: a body may write only the compartments of its row. */
export const stepsOf =
  <Cs extends Compartments, const Rows extends Record<string, Row>>(
    kind: SubjectKind,
    _compartments: Cs,
    process: Rows,
  ) =>
  <N extends keyof Rows & string, const I extends Fields>(
    name: N,
    body: StepBody<Cs, Writes<Rows[N]>, I>,
  ): Step => {
    const row = process[name] as Row
    return {
      blockedBy: [],
      file: false,
      choices: () => ({}),
      askedWith: null,
      check: () => null,
      ...body,
      name,
      kind,
      row,
    } as unknown as Step
  }

/** Why this actor cannot take the step on this subject now, before any input; null when they can. */
export function blocked(step: Step, subject: Loaded<Compartments>, context: Context): Refusal | null {
  const relation = step.row.by[context.actor.role]
  if (context.rules.switchedOff.includes(step.name)) return { reason: 'notInThisCovenant' }
  if (!relation) return { reason: 'notYourRole' }
  if (!subject.relations.includes(relation)) return { reason: 'notYours' }
  if (!step.row.from.includes(subject.spine.stage)) return { reason: 'notAtThisStage' }
  if (subject.outside && !step.row.underAlias?.includes(context.actor.role)) return { reason: 'namedOnly' }
  for (const reason of step.blockedBy) {
    const refusal = reason(subject, context)
    if (refusal) return refusal
  }
  return null
}

export type Taken = {
  readonly step: Step
  readonly from: string
  readonly to: string
  readonly effect: Effect
  readonly opens: readonly string[]
}

/** Takes a step: a refusal with its reason, or the effect to be saved. `caused` says that another step or a term brings it about. */
export function take(
  step: Step,
  subject: Loaded<Compartments>,
  typed: Record<string, unknown>,
  context: Context,
  caused = false,
): { refusal: Refusal } | { taken: Taken } {
  if (byHand(step.row) === caused) return { refusal: { reason: 'onlyAsConsequence' } }
  const input = answered(step.askedWith, typed)
  const refusal =
    blocked(step, subject, context) ??
    notOpen(step.choices(context), input) ??
    step.check(subject, input, context)
  if (refusal) return { refusal }
  const effect = step.apply(subject, input, context)
  const to = effect.to ?? (typeof step.row.to === 'string' ? step.row.to : subject.spine.stage)
  const allowed = [step.row.to ?? step.row.from].flat()
  if (!allowed.includes(to)) throw new Error(`${step.name} may not lead to ${to}`)
  return {
    taken: { step, from: subject.spine.stage, to, effect, opens: effect.opens ?? step.row.opens ?? [] },
  }
}
