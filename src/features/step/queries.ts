import 'server-only'
// One page serves every step: its fields come from the step's input, its first values from what is already known.
import { randomUUID } from 'node:crypto'
import type { Role } from '@/domain/case/actor'
import { onlyInEmergency } from '@/domain/case/case'
import { openingStep, stepOf } from '@/domain/case/steps'
import type { Context } from '@/domain/kernel/context'
import type { Field, RefTo } from '@/domain/kernel/field'
import { blocked, type Refusal, type Step } from '@/domain/kernel/step'
import type { Compartments, Loaded, SubjectKind } from '@/domain/kernel/subject'
import { purposeOfStep } from '@/domain/privacy/purposes'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { colleaguesOf, openTafels } from '@/server/facts'
import { recordRead } from '@/server/journal'
import { nameableFor } from '@/server/named'
import { contextFor, unopened } from '@/server/run-step'
import { currentActor, requestId } from '@/server/session'
import { standing, typed } from './standing'

/** An option that stands for a day, a time or a role as well: the screen writes them out. */
type Option = { value: string; label: string; day?: string; at?: string; role?: Role }
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
  version: number | ''
  key: string
  grave: boolean
  /** Its form brings a file. */
  file: boolean
  refusal: Refusal | null
  /** What the address asked: of another answer it is another form. */
  asked: Readonly<Record<string, string>>
  fields: readonly FieldScreen[]
}

type Options = Partial<Record<RefTo, FieldScreen['options']>>

const organisations = (tx: Tx, kinds: readonly string[]) => tx.$queryRaw<{ value: string; label: string }[]>`
  SELECT o.id::text AS value, o.name AS label FROM organisation o JOIN covenant_party p ON p.organisation_id = o.id
  WHERE o.kind = ANY (${[...kinds]}) AND p.valid_until IS NULL ORDER BY o.kind, o.name`

/** Whom one can name for a shielded case, and who is named already. */
async function people(tx: Tx, subjectId: string): Promise<Options> {
  const found = await nameableFor(tx, subjectId)
  const options = (named: boolean) =>
    found
      .filter((p) => p.named === named)
      .map((p) => ({ value: p.id, label: `${p.name} (${p.organisation})`, role: p.role }))
  return { nameable: options(false), named: options(true) }
}

async function optionsFor(tx: Tx, step: Step, subjectId: string): Promise<Options> {
  const wanted = new Set(Object.values(step.input).flatMap((f) => (f.kind === 'ref' ? [f.to] : [])))
  const options: Options = {}
  if (wanted.has('gemeente')) options.gemeente = await organisations(tx, ['gemeente'])
  if (wanted.has('organisation'))
    options.organisation = await organisations(tx, [
      'gemeente',
      'corporatie',
      'zorgaanbieder',
      'wijkteam',
      'welzijn',
    ])
  if (wanted.has('localTeam')) options.localTeam = await organisations(tx, ['wijkteam', 'welzijn'])
  if (wanted.has('tafel'))
    options.tafel = (await openTafels(tx)).map((t) => ({
      value: t.id,
      label: t.place,
      day: t.on,
      at: t.at,
    }))
  if (wanted.has('membership'))
    options.membership = (await colleaguesOf(tx)).map((c) => ({ value: c.id, label: c.name, role: c.role }))
  if (wanted.has('nameable') || wanted.has('named')) Object.assign(options, await people(tx, subjectId))
  return options
}

type First = Readonly<Record<string, unknown>>

/** Of what an address asks, the codes that this step knows: an address holds nothing else of a form. */
const codesIn = (step: Step, asked: First): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(step.input).flatMap(([name, field]) =>
      field.kind === 'code' && field.codes.includes(String(asked[name])) ? [[name, String(asked[name])]] : [],
    ),
  )

/** A choice of codes is narrowed to those that are open to this person. */
const narrowed = (field: Field, open: readonly string[] | undefined): Field =>
  open && field.kind === 'code' ? { ...field, codes: field.codes.filter((c) => open.includes(c)) } : field

const fieldsOf = (
  step: Step,
  subject: Loaded<Compartments> | null,
  open: Readonly<Record<string, readonly string[]>>,
  options: Options,
  first: First,
): FieldScreen[] =>
  Object.entries(step.input).map(([name, field]) => {
    const { at, value } = standing(step, subject, name, codesIn(step, first))
    return {
      name,
      field: narrowed(field, open[name]),
      value: typed(field, value ?? first[name]),
      at,
      options: field.kind === 'ref' ? (options[field.to] ?? []) : [],
    }
  })

const screen = (
  step: Step,
  subject: Loaded<Compartments> | null,
  context: Context,
  refusal: Refusal | null,
  options: Options,
  first: First,
): StepScreen => ({
  step: step.name,
  kind: step.kind,
  subjectId: subject?.spine.id ?? '',
  number: subject?.spine.number ?? '',
  version: subject?.spine.version ?? '',
  key: randomUUID(),
  grave: !!step.row.grave,
  file: step.file,
  refusal,
  asked: codesIn(step, first),
  fields: fieldsOf(step, subject, step.choices(context), options, first),
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
  if (!step || step.kind !== kind || step.row.causedBy || step.row.from.includes('new')) return null
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, kind, subjectId)
    // Whoever reads in an emergency changes nothing: there is no form for them, and no page without its banner.
    if (!subject || onlyInEmergency(subject)) return null
    const context = await contextFor(tx, actor, step, subject, today())
    const refusal = blocked(step, subject, context)
    const found = screen(step, subject, context, refusal, await optionsFor(tx, step, subjectId), {
      ...codesIn(step, asked),
      startOn: (subject.of.placement as { startOn?: string } | null)?.startOn,
    })
    await recordRead(tx, actor, subject, {
      today: today(),
      requestId: await requestId(),
      shown: (step.row.writes ?? []).filter((w) => subject.shared.has(w)),
      purpose: purposeOfStep(step),
    })
    return found
  })
}

/** The step that opens a new subject of this kind, for a role that has one; null otherwise. */
export async function getOpeningScreen(kind: SubjectKind): Promise<StepScreen | null> {
  const actor = await currentActor()
  const step = openingStep(kind, actor.role)
  if (!step) return null
  return asActor(actor, async (tx) => {
    const context = await contextFor(tx, actor, step, await unopened(tx, actor, step, today()), today())
    return screen(step, null, context, null, await optionsFor(tx, step, ''), { mentorName: actor.name })
  })
}
