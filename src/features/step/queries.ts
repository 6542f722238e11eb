import 'server-only'
// One page serves every step: its fields come from the step's input, its first values from what is already known.
import { randomUUID } from 'node:crypto'
import { heldFor } from '@/domain/aftercare/time-out-place'
import { type Case, onlyInEmergency } from '@/domain/case/case'
import { openingStep, stepOf } from '@/domain/case/steps'
import { isOnePart } from '@/domain/intake/parts'
import type { Context } from '@/domain/kernel/context'
import type { Field } from '@/domain/kernel/field'
import { blocked, byHand, type Refusal, type Step } from '@/domain/kernel/step'
import type { Compartments, Loaded, SubjectKind } from '@/domain/kernel/subject'
import { purposeOfStep } from '@/domain/privacy/purposes'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { contextFor, unopened } from '@/server/run-step'
import { currentActor, requestId } from '@/server/session'
import { codesIn, ofSeveral } from './about'
import { askedAfter, usually } from './asked-after'
import { correctedFrom, leftOutOf } from './corrected'
import { delegateOptions } from './delegate-options'
import { noteOptions } from './note-options'
import { type Option, type Options, optionsFor } from './options'
import { type Asked, askedBy, type TakenOver, takenOverInto } from './proposed'
import { standing, typed } from './standing'

/** `at` is the compartment in which the value stands; null where none does, or where this person may not read it. */
export type FieldScreen = {
  name: string
  field: Field
  value: readonly string[]
  at: string | null
  options: readonly Option[]
}
export type StepScreen = {
  step: string
  kind: SubjectKind
  subjectId: string
  number: string
  /** The colleague whose access it is about; null for every other subject. */
  colleague: string | null
  version: number | ''
  key: string
  grave: boolean
  /** Its form brings a file; or a picture, and nothing else. */
  file: Step['file']
  refusal: Refusal | null
  /** It is one part of an aanmelding: from here one can go on with the next. */
  onePart: boolean
  /** What the address asked: of another answer it is another form. */
  asked: Readonly<Record<string, string>>
  fields: readonly FieldScreen[]
  /** The registration from which the form begins. */
  takenOver: Pick<TakenOver, 'number' | 'on'> | null
}

type First = Readonly<Record<string, unknown>>

/** A choice of codes is narrowed to those that are open to this person; what is asked because there are several needs an answer. */
function narrowed(field: Field, open: readonly string[] | undefined): Field {
  if (open && field.kind === 'code') return { ...field, codes: field.codes.filter((c) => open.includes(c)) }
  if (field.kind !== 'ref' || !ofSeveral.includes(field.to)) return field
  const { optional: _, ...asked } = field
  return asked
}

/** A question that may be left open and has nothing to choose is not asked. */
const isIdle = (field: Field, options: Options) =>
  !!field.optional &&
  ((field.kind === 'refs' && !options[field.to]?.length) ||
    (field.kind === 'ref' && field.to === 'timeOutPlace' && !options[field.to]?.length) ||
    (field.kind === 'ref' && ofSeveral.includes(field.to) && (options[field.to]?.length ?? 0) < 2))

const fieldsOf = (
  step: Step,
  subject: Loaded<Compartments> | null,
  open: Readonly<Record<string, readonly string[]>>,
  options: Options,
  { first, proposed }: { first: First; proposed: First | undefined },
): FieldScreen[] =>
  Object.entries(step.input)
    .filter(([name, field]) => !isIdle(field, options) && !leftOutOf(step, subject).includes(name))
    .map(([name, field]) => {
      const { at, value } = standing(step, subject, name, codesIn(step, first))
      return {
        name,
        field: narrowed(field, open[name]),
        value: typed(field, value ?? proposed?.[name] ?? first[name]),
        at,
        options: field.kind === 'ref' || field.kind === 'refs' ? (options[field.to] ?? []) : [],
      }
    })

type Found = {
  readonly refusal: Refusal | null
  readonly options: Options
  readonly first: First
  readonly takenOver: TakenOver | null
}

const screen = (
  step: Step,
  subject: Loaded<Compartments> | null,
  context: Context,
  { refusal, options, first, takenOver }: Found,
): StepScreen => ({
  step: step.name,
  kind: step.kind,
  subjectId: subject?.spine.id ?? '',
  number: subject?.spine.number ?? '',
  colleague:
    step.kind === 'membership' ? ((subject?.of.seat as { name: string } | null)?.name ?? null) : null,
  version: subject?.spine.version ?? '',
  key: randomUUID(),
  grave: !!step.row.grave,
  file: step.file,
  refusal,
  onePart: step.kind === 'case' && isOnePart(step.name, subject as Case | null),
  asked: codesIn(step, first),
  fields: fieldsOf(step, subject, step.choices(context), options, { first, proposed: takenOver?.values }),
  takenOver: takenOver && { number: takenOver.number, on: takenOver.on },
})

/** The step on an existing subject; null when it is not there for this person or not a step of this kind. */
export async function getStepScreen(
  kind: SubjectKind,
  subjectId: string,
  name: string,
  asked: First = {},
): Promise<StepScreen | null> {
  const step = stepOf(name)
  const actor = await currentActor()
  if (!step || step.kind !== kind || !byHand(step.row) || step.row.from.includes('new')) return null
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, kind, subjectId)
    // Whoever reads in an emergency changes nothing: there is no form for them, and no page without its banner.
    if (!subject || onlyInEmergency(subject)) return null
    const context = await contextFor(tx, actor, step, subject, today())
    const refusal = blocked(step, subject, context)
    const options = {
      ...(await optionsFor(tx, step, { subject, context })),
      ...(await noteOptions(tx, actor, step, subject)),
      ...(await delegateOptions(tx, step, subject)),
    }
    const takenOver = await takenOverInto(tx, actor, step, { kase: subject as Case, asked: askedBy(subject) })
    const first = {
      ...codesIn(step, asked),
      ...(await askedAfter(step, subject, context, asked.waits)),
      ...correctedFrom(step, subject, today()),
      ...{ nextMentorName: actor.name, registerPlace: heldFor(subject as Case, today()) },
      startOn: (subject.of.placement as { startOn?: string } | null)?.startOn,
      ...usually(context),
    }
    const found = screen(step, subject, context, { refusal, options, first, takenOver })
    const moment = { today: today(), requestId: await requestId() }
    await takenOver?.record(moment)
    await recordRead(tx, actor, subject, {
      ...moment,
      shown: (step.row.writes ?? []).filter((w) => subject.shared.has(w)),
      purpose: purposeOfStep(step),
    })
    return found
  })
}

/** Fields by which an opening step refers to an earlier registration: the page settles them. */
const settledBy = (step: Step) =>
  Object.fromEntries(
    Object.entries(step.input).filter(([name]) => name !== 'earlier' && name !== 'earlierAs'),
  )

/**
 * The step that opens a new subject of this kind, for a role that has one; null otherwise. `asked` is the registration
 * from which it takes over.
 */
export async function getOpeningScreen(
  kind: SubjectKind,
  asked: Asked | null = null,
): Promise<StepScreen | null> {
  const actor = await currentActor()
  const found = openingStep(kind, actor.role)
  if (!found) return null
  const step = { ...found, input: settledBy(found) }
  return asActor(actor, async (tx) => {
    const context = await contextFor(tx, actor, step, await unopened(tx, actor, step, today()), today())
    const takenOver = await takenOverInto(tx, actor, step, { kase: null, asked })
    const options = await optionsFor(tx, step, { subject: null, context })
    const first = { mentorName: actor.name, gemeente: takenOver?.gemeente }
    await takenOver?.record({ today: today(), requestId: await requestId() })
    return screen(step, null, context, { refusal: null, options, first, takenOver })
  })
}
