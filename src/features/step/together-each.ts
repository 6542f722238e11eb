import 'server-only'
// Takes one step on several cases: one transaction, one record and one fate for each, as if it were taken one by one.
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/domain/case/actor'
import { stepOf } from '@/domain/case/steps'
import { inputSchema, type Typed } from '@/domain/kernel/input'
import type { Refusal, Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { type Together, type TogetherStep, together } from '@/domain/worklist/together'
import { log, nameOf } from '@/server/log'
import type { Agreed } from '@/server/run-step'
import { takeStep } from '@/server/take-step'
import { standing, typed as typedValue } from './standing'
import type { Back } from './together-state'

export type Work = { readonly actor: Actor; readonly today: string; readonly requestId: string | null }
/** A case as its page knew it; `key` is that of its form. */
export type One = { readonly id: string; readonly version: number; readonly key: string }
export type Answers = Readonly<Record<string, readonly string[]>>
export type Fate = { readonly id: string; readonly refusal: Refusal | null }
type Was = { readonly was: Answers }

/** So many go at once: each waits for the database more than it works, and others have their share of it. */
const ABREAST = 4

/** Does this for each of them, so many at once; what came of it stands in their order. */
async function forEach<T, R>(all: readonly T[], hands: number, work: (one: T) => Promise<R>): Promise<R[]> {
  const found: R[] = []
  const left = all.entries()
  const hand = async () => {
    for (const [at, one] of left) found[at] = await work(one)
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return found
}

/** What the step asks, as it stands in the case. */
const standingIn = (step: Step, subject: Loaded<Compartments>): Answers =>
  Object.fromEntries(
    Object.entries(step.input).map(([name, field]) => [
      name,
      typedValue(field, standing(step, subject, name, {}).value),
    ]),
  )

type Taking = Work & { readonly step: Step; readonly agreed: Agreed }

/** One of them, with what stood there before. A defect in one is told of it, and leaves the others alone. */
async function takeOne({ step, ...work }: Taking, one: One, answers: Answers): Promise<Fate & Was> {
  const { id, version, key: actionKey } = one
  let was: Answers = {}
  const fill = (subject: Loaded<Compartments>) => {
    was = standingIn(step, subject)
    const input = inputSchema(step.input, work.today).safeParse({ ...was, ...answers } as Typed)
    return input.success ? input.data : null
  }
  try {
    const outcome = await takeStep({ ...work, step, subjectId: id, input: {}, fill, version, actionKey })
    return { id, was, refusal: 'refusal' in outcome ? outcome.refusal : null }
  } catch (error) {
    log('error', { event: 'defect', error: nameOf(error), step: step.name, requestId: work.requestId })
    const values = { number: work.requestId?.slice(0, 8) ?? '-' }
    return { id, was, refusal: { reason: 'defect', values } }
  }
}

/**
 * Takes the step on each of these cases, with its answers over what stands in it. `back` holds those on which it was taken,
 * as they stood before, where it can be taken back.
 */
export async function takeOnEach(
  work: Work,
  name: TogetherStep,
  on: readonly One[],
  answersOf: (one: One) => { readonly answers: Answers } | { readonly refusal: Refusal },
) {
  const taking = { ...work, step: stepOf(name) as Step, agreed: new Map() }
  const { undo, inOrder }: Together = together[name]
  const taken = await forEach(on, inOrder ? 1 : ABREAST, async (one) => {
    const asked = answersOf(one)
    return 'refusal' in asked ? { id: one.id, was: {}, ...asked } : takeOne(taking, one, asked.answers)
  })
  const fates: Fate[] = taken.map(({ id, refusal }) => ({ id, refusal }))
  const back: Back[] = on.flatMap(({ id, version }, at) =>
    undo && !taken[at]?.refusal
      ? [{ id, version: version + 1, was: undo === name ? (taken[at]?.was ?? {}) : {} }]
      : [],
  )
  return { fates, back }
}

/** Takes it back on each of these, unless somebody changed the case since. */
export async function takeEachBack(work: Work, name: TogetherStep, back: readonly Back[]): Promise<Fate[]> {
  const step = stepOf(together[name].undo ?? '')
  if (!step) return back.map(({ id }) => ({ id, refusal: { reason: 'notYourRole' } }))
  const taking = { ...work, step, agreed: new Map() }
  return forEach(back, ABREAST, async ({ id, version, was }) => {
    const { refusal } = await takeOne(taking, { id, version, key: randomUUID() }, was)
    return { id, refusal }
  })
}
