import 'server-only'
// The small forms of a tafel in session: which case is taken up, who came and who left.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { stepOf } from '@/domain/case/steps'
import { inputSchema, type Typed } from '@/domain/kernel/input'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { currentActor, requestId } from '@/server/session'
import { takeStep } from '@/server/take-step'

const holding = z.enum(['takeUpItem', 'arrive', 'leave'])

/** Why nothing changed, as an address may say it. */
export const reasons = [
  'inHandAlready',
  'notOnThisAgenda',
  'hereAlready',
  'notHere',
  'changedMeanwhile',
  'other',
] as const
export type Reason = (typeof reasons)[number]

async function held(tafel: string, form: FormData): Promise<Reason | null> {
  const name = holding.safeParse(form.get('step'))
  const step = name.success ? stepOf(name.data) : null
  if (!step) return 'other'
  const typed = Object.fromEntries(Object.keys(step.input).map((key) => [key, form.getAll(key).map(String)]))
  const input = inputSchema(step.input, today()).safeParse(typed as Typed)
  if (!input.success) return 'other'
  const actor = await currentActor()
  const request = { actor, step, subjectId: tafel, input: input.data, version: null, today: today() }
  const outcome = await takeStep({ ...request, actionKey: null, requestId: await requestId() })
  if (!('refusal' in outcome)) return null
  return reasons.find((one) => one === outcome.refusal.reason) ?? 'other'
}

/** Takes up a case, or writes down who came or left; the page says so when it could not be done. */
export async function hold(form: FormData) {
  const tafel = z.uuid().safeParse(form.get('tafel'))
  if (!tafel.success) redirect(paths.list('tafel'))
  const reason = await held(tafel.data, form)
  const page = form.get('page') === 'room' ? paths.room(tafel.data) : paths.session(tafel.data)
  redirect(`${page}${reason ? `?not=${reason}` : ''}`)
}
