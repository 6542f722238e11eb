import 'server-only'
// The small form beside each case on an agenda: its place, or its time.
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { stepOf } from '@/domain/case/steps'
import { inputSchema, type Typed } from '@/domain/kernel/input'
import type { Step } from '@/domain/kernel/step'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { currentActor, requestId } from '@/server/session'
import { takeStep } from '@/server/take-step'

/** Why nothing changed, as an address may say it. */
export const reasons = ['nothingArranged', 'notOnThisAgenda', 'changedMeanwhile', 'invalid', 'other'] as const
export type Reason = (typeof reasons)[number]

async function arranged(tafel: string, form: FormData): Promise<Reason | null> {
  const actor = await currentActor()
  const step = stepOf('arrangeItem') as Step
  const place = form.get('agendaPlace')
  const typed = {
    item: [String(form.get('item'))],
    // What gives it a place leaves the time alone, and the button for the time leaves the place.
    agendaPlace: place === null ? [] : [String(place)],
    minutes: place === null ? [String(form.get('minutes'))] : [],
  }
  const input = inputSchema(step.input, today()).safeParse(typed as Typed)
  if (!input.success) return 'invalid'
  const request = { actor, step, subjectId: tafel, input: input.data, version: null, today: today() }
  const outcome = await takeStep({ ...request, actionKey: null, requestId: await requestId() })
  if (!('refusal' in outcome)) return null
  return reasons.find((one) => one === outcome.refusal.reason) ?? 'other'
}

/** Moves a case on the agenda, or gives it its time; the page says so when it could not be done. */
export async function arrange(form: FormData) {
  const tafel = z.uuid().safeParse(form.get('tafel'))
  if (!tafel.success) redirect(paths.list('tafel'))
  const reason = await arranged(tafel.data, form)
  redirect(`${paths.agenda(tafel.data)}${reason ? `?not=${reason}` : ''}`)
}
