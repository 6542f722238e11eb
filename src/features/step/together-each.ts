import 'server-only'
// Takes one step on several cases: one transaction, one record and one fate for each, as if it were taken one by one.
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import { stepOf } from '@/domain/case/steps'
import { inputSchema, type Typed } from '@/domain/kernel/input'
import type { Refusal, Step } from '@/domain/kernel/step'
import { type TogetherStep, together } from '@/domain/worklist/together'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { log, nameOf } from '@/server/log'
import { takeStep } from '@/server/take-step'
import { standing, typed as typedValue } from './standing'
import type { Back } from './together-state'

export type Work = { readonly actor: Actor; readonly today: string; readonly requestId: string | null }
/** A case as its page knew it; `key` is that of its form. */
export type One = { readonly id: string; readonly version: number; readonly key: string }
export type Answers = Readonly<Record<string, readonly string[]>>
export type Fate = { readonly id: string; readonly refusal: Refusal | null }

/** What the step asks, as it stands in the case now; null when the case is not there for this person. */
async function standingIn({ actor }: Work, step: Step, id: string): Promise<Answers | null> {
  const subject = await asActor(actor, (tx) => load(tx, actor.role, 'case', id))
  if (!subject) return null
  return Object.fromEntries(
    Object.entries(step.input).map(([name, field]) => [
      name,
      typedValue(field, standing(step, subject, name, {}).value),
    ]),
  )
}

/** One of them. A defect in one is told of it, and leaves the others alone. */
async function takeOne(work: Work, step: Step, one: One, typed: Answers): Promise<Refusal | null> {
  const input = inputSchema(step.input, work.today).safeParse(typed as Typed)
  if (!input.success) return { reason: 'invalid' }
  const { id: subjectId, version, key: actionKey } = one
  try {
    const outcome = await takeStep({ ...work, step, subjectId, input: input.data, version, actionKey })
    return 'refusal' in outcome ? outcome.refusal : null
  } catch (error) {
    log('error', { event: 'defect', error: nameOf(error), step: step.name, requestId: work.requestId })
    return { reason: 'defect', values: { number: work.requestId?.slice(0, 8) ?? '-' } }
  }
}

/**
 * Takes the step on each of these cases, with answers that were given once for all of them over what stands in each.
 * `back` holds those on which it was taken, as they stood before, where it can be taken back.
 */
export async function takeOnEach(work: Work, name: TogetherStep, on: readonly One[], answers: Answers) {
  const step = stepOf(name) as Step
  const { undo } = together[name]
  const fates: Fate[] = []
  const back: Back[] = []
  for (const one of on) {
    const before = await standingIn(work, step, one.id)
    const refusal = before
      ? await takeOne(work, step, one, { ...before, ...answers })
      : { reason: 'notFound' }
    fates.push({ id: one.id, refusal })
    const was = undo === name && before ? before : {}
    if (!refusal && undo) back.push({ id: one.id, version: one.version + 1, was })
  }
  return { fates, back }
}

/** Takes it back on each of these, unless somebody changed the case since. */
export async function takeEachBack(work: Work, name: TogetherStep, back: readonly Back[]): Promise<Fate[]> {
  const step = stepOf(together[name].undo ?? '')
  const fates: Fate[] = []
  for (const { id, version, was } of back) {
    const refusal = step
      ? await takeOne(work, step, { id, version, key: randomUUID() }, was)
      : { reason: 'notYourRole' }
    fates.push({ id, refusal })
  }
  return fates
}
