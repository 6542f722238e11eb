import 'server-only'
// Runs one step with all that it brings about, in one transaction: loaded, decided, saved; then its consequences.
import type { Actor } from '@/domain/case/actor'
import type { KeptFile } from '@/domain/case/papers'
import { processes, stepOf } from '@/domain/case/steps'
import { ruleSet } from '@/domain/covenant/rule-set'
import type { Context, FromFile } from '@/domain/kernel/context'
import { type Cause, type Refusal, type Step, take } from '@/domain/kernel/step'
import type { Compartments, Loaded, Spine } from '@/domain/kernel/subject'
import type { Norm } from '@/domain/norm/norm'
import { asSystem } from './db/as-actor'
import { Prisma, type Tx } from './db/client'
import { inOneQuestion } from './db/in-one-question'
import { load } from './db/load'
import { save } from './db/save'
import type { DraftState } from './drafts'
import { factsFor } from './facts'
import { normsAsked } from './norms'

/** By covenant version, its rules and the norms: several steps of one form read them once. */
export type Agreed = Map<string, Pick<Context, 'rules' | 'norms'>>

export type Request = {
  readonly actor: Actor
  readonly step: Step
  /** Null for a step that opens its subject. */
  readonly subjectId: string | null
  readonly input: Record<string, unknown>
  /** Where answers go over what stands in the subject: all that the step asks, or null where that is no answer. */
  readonly fill?: (subject: Loaded<Compartments>) => Record<string, unknown> | null
  /** What was read of the agreements for the steps before, of the same form. */
  readonly agreed?: Agreed
  /** The version that the person had before them; null for consequences and openings. */
  readonly version: number | null
  readonly today: string
  readonly actionKey: string | null
  readonly requestId: string | null
  /** The drafts that its form went on from: they go when it is taken. Left out where a form keeps none. */
  readonly drafts?: readonly DraftState[]
  /** The file that came with the form, kept already. */
  readonly file?: KeptFile
  /** The row of an imported file that it is taken for. */
  readonly fromFile?: FromFile
  /** Nobody asks it: a term has passed, and the database is asked whether it follows. */
  readonly byTerm?: true
}

export type Outcome = { refusal: Refusal } | { done: { subjectId: string; number: string; stage: string } }

/** A consequence that cannot happen undoes the whole step: the transaction is given up, its reason is kept. */
export class RefusedConsequence extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason)
  }
}

/** What there is of a subject before it is opened: nothing, under the agreements of today. */
export async function unopened(
  tx: Tx,
  actor: Actor,
  step: Step,
  today: string,
): Promise<Loaded<Compartments>> {
  const [version] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id::text FROM covenant_version WHERE valid_from <= ${today}::date ORDER BY number DESC LIMIT 1`
  const of = Object.fromEntries(Object.keys(processes[step.kind].compartments).map((name) => [name, null]))
  const spine = {
    id: '',
    number: '',
    kind: step.kind,
    covenantId: actor.covenantId,
    covenantVersionId: version?.id ?? '',
    stage: 'new',
    version: 0,
    openedOn: today,
    personId: null,
    householdId: null,
  }
  const nothing = { turns: [], shared: new Set(), outside: false }
  return { spine, relations: ['ours', 'any'], ...nothing, of } as Loaded<Compartments>
}

async function opened(tx: Tx, actor: Actor, step: Step, today: string): Promise<Loaded<Compartments>> {
  const [row] = await tx.$queryRaw<
    { id: string; number: string }[]
  >`SELECT id, number FROM app.open_subject(${step.kind}, ${today}::date)`
  const { id, number } = row as { id: string; number: string }
  const [keys] = await tx.$queryRaw<Pick<Spine, 'personId' | 'householdId'>[]>`
    SELECT r.person_id::text AS "personId", r.household_id::text AS "householdId"
    FROM relation r WHERE r.subject_id = ${id}::uuid LIMIT 1`
  const subject = await unopened(tx, actor, step, today)
  return { ...subject, spine: { ...subject.spine, id, number, ...keys } }
}

const rulesOf = (versionId: string) =>
  Prisma.sql`SELECT rules FROM covenant_version WHERE id = ${versionId}::uuid`

/** The rule set of a covenant version: a subject keeps the one it was opened under. */
export async function ruleSetOf(tx: Tx, versionId: string) {
  const [row] = await tx.$queryRaw<{ rules: unknown }[]>`/* rules of a version */ ${rulesOf(versionId)}`
  return ruleSet.parse(row?.rules)
}

type Found = { versions: { rules: unknown }[]; norms: Norm[] }

async function askAgreed(tx: Tx, versionId: string) {
  const asked = { versions: rulesOf(versionId), norms: normsAsked }
  const { versions, norms } = await inOneQuestion<Found>(tx, 'rules and norms', asked)
  return { rules: ruleSet.parse(versions[0]?.rules), norms }
}

async function agreedOn(tx: Tx, versionId: string, known: Agreed = new Map()) {
  const agreed = known.get(versionId) ?? (await askAgreed(tx, versionId))
  known.set(versionId, agreed)
  return agreed
}

/** What a step may know besides its subject: the agreements of the subject's covenant version, the norms, the facts it needs. */
export async function contextFor(
  tx: Tx,
  actor: Actor,
  step: Step | null,
  subject: Loaded<Compartments>,
  today: string,
  { input = {}, agreed }: { input?: Record<string, unknown>; agreed?: Agreed | undefined } = {},
): Promise<Context> {
  const { rules, norms } = await agreedOn(tx, subject.spine.covenantVersionId, agreed)
  return {
    actor,
    today,
    rules,
    norms,
    ...(step &&
      (await factsFor(tx, actor, step, {
        subjectId: subject.spine.id,
        subject,
        input,
        rules,
        norms,
        today,
      }))),
  }
}

async function consequences(tx: Tx, request: Request, causes: readonly Cause[], causeId: string) {
  for (const cause of causes) {
    const step = stepOf(cause.step)
    if (!step) throw new Error(`No step ${cause.step}`)
    const { fill: _fill, ...asked } = request
    const caused = {
      ...asked,
      step,
      subjectId: cause.subjectId,
      input: { ...cause.input },
      version: null,
      actionKey: null,
    }
    const outcome = cause.as
      ? await asSystem(tx, request.actor, cause.as, (membershipId) =>
          runStep(tx, { ...caused, actor: { ...request.actor, membershipId, role: 'matching' } }, causeId),
        )
      : await runStep(tx, caused, causeId)
    if ('refusal' in outcome) throw new RefusedConsequence(outcome.refusal)
  }
}

/** Runs the step in this transaction. `causeId` is the record that brings it about, for a consequence. */
export async function runStep(tx: Tx, request: Request, causeId: string | null = null): Promise<Outcome> {
  const { actor, step, today } = request
  const subject = request.subjectId
    ? await load(tx, actor.role, step.kind, request.subjectId)
    : await opened(tx, actor, step, today)
  if (!subject) return { refusal: { reason: 'notFound' } }
  if (request.version !== null && request.version !== subject.spine.version)
    return { refusal: { reason: 'changedMeanwhile' } }
  const { file, fromFile, agreed, fill } = request
  const input = fill ? fill(subject) : request.input
  if (!input) return { refusal: { reason: 'invalid' } }
  const known = await contextFor(tx, actor, step, subject, today, { input, agreed })
  const context = { ...known, ...(file && { file }), ...(fromFile && { fromFile }) }
  const outcome = take(step, subject, input, context, causeId !== null || !!request.byTerm)
  if ('refusal' in outcome) return outcome
  const id = await save(tx, subject, outcome.taken, {
    organisationId: actor.organisationId,
    today,
    rules: context.rules,
    causeId,
    actionKey: request.actionKey,
    requestId: request.requestId,
    ...(fromFile && { fromFile }),
  })
  await consequences(tx, request, outcome.taken.effect.causes ?? [], id)
  return { done: { subjectId: subject.spine.id, number: subject.spine.number, stage: outcome.taken.to } }
}
