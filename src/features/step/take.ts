import 'server-only'
// From a posted form to a step taken: one shape for every step of every subject.
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { stepOf } from '@/domain/case/steps'
import { inputSchema } from '@/domain/kernel/input'
import type { Refusal, Step } from '@/domain/kernel/step'
import { formats } from '@/i18n/format'
import { leadingBack, paths } from '@/paths'
import { today } from '@/server/clock'
import { log, nameOf } from '@/server/log'
import type { Outcome, Request } from '@/server/run-step'
import { actorOrNull, requestId } from '@/server/session'
import { takeStep } from '@/server/take-step'
import type { FormState } from './form-state'

const head = z.object({
  step: z.string().max(60),
  subject: z.union([z.uuid(), z.literal('')]),
  version: z.union([z.coerce.number().int().min(0), z.literal('')]),
  key: z.uuid(),
})

type Typed = Record<string, string[]>

const typedOf = (form: FormData, step: Step): Typed =>
  Object.fromEntries(
    Object.keys(step.input).map((name) => [
      name,
      form.getAll(name).filter((v): v is string => typeof v === 'string'),
    ]),
  )

async function sentence({ reason, values }: Refusal): Promise<string> {
  const t = await getTranslations('refusals')
  const { inWords } = await formats()
  return t(reason, inWords(values))
}

async function fieldMessages(step: Step, issues: readonly { path: PropertyKey[]; message: string }[]) {
  const t = await getTranslations()
  const { money } = await formats()
  return Object.fromEntries(
    issues.map(({ path, message }) => {
      const name = String(path[0])
      const own = `steps.${step.name}.fields.${name}.label`
      const label = t.has(own) ? t(own) : t(`fields.${name}.label`)
      const field = step.input[name]
      const { max = '', min = '' } = (field ?? {}) as { max?: number; min?: number }
      const most = field?.kind === 'money' ? money(field.max) : max
      return [name, t(`errors.${message}`, { label, max: most, min })]
    }),
  )
}

/** Where a refusal is said: at its field, or above the form. What changed meanwhile is shown anew beside what was typed. */
async function saidOf(refusal: Refusal, step: Step): Promise<Pick<FormState, 'reason' | 'fields' | 'stale'>> {
  const message = await sentence(refusal)
  if (refusal.field && refusal.field in step.input) return { fields: { [refusal.field]: message } }
  if (refusal.reason !== 'changedMeanwhile') return { reason: message, fields: {} }
  refresh()
  return { reason: message, fields: {}, stale: true }
}

/** A defect costs nobody what they typed: it is logged, and the form comes back with the number to look for in the log. */
async function attempted(request: Request): Promise<Outcome> {
  try {
    return await takeStep(request)
  } catch (error) {
    unstable_rethrow(error)
    log('error', {
      event: 'defect',
      error: nameOf(error),
      step: request.step.name,
      requestId: request.requestId,
    })
    return { refusal: { reason: 'defect', values: { number: request.requestId?.slice(0, 8) ?? '-' } } }
  }
}

/** The session ended while the form was filled in. A browser with JavaScript keeps the form until somebody has signed in. */
async function ended(attempt: number, typed: Typed): Promise<FormState> {
  const sent = await headers()
  if (!sent.has('next-action')) redirect(leadingBack(paths.login, sent.get('x-path'), { lost: '1' }))
  return { attempt, reason: await sentence({ reason: 'sessionEnded' }), fields: {}, typed, signIn: true }
}

/** Where the person stands after the step: back at its subject, which tells what was done. */
const after = (step: Step, subjectId: string) => `${paths.subject(step.kind, subjectId)}?done=${step.name}`

/** Takes the step that a form asks for. Refused or invalid: the messages and everything that was typed come back. */
export async function takeFromForm(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await actorOrNull()
  const asked = head.safeParse(
    Object.fromEntries(['step', 'subject', 'version', 'key'].map((name) => [name, form.get(name) ?? ''])),
  )
  const step = asked.success ? stepOf(asked.data.step) : null
  const attempt = previous.attempt + 1
  if (!asked.success || !step)
    return { attempt, reason: await sentence({ reason: 'invalid' }), fields: {}, typed: {} }
  const typed = typedOf(form, step)
  if (!actor) return ended(attempt, typed)
  const input = inputSchema(step.input, today()).safeParse(typed)
  if (!input.success) return { attempt, fields: await fieldMessages(step, input.error.issues), typed }
  const { subject, version, key } = asked.data
  const outcome = await attempted({
    actor,
    step,
    subjectId: subject || null,
    input: input.data,
    version: version === '' ? null : version,
    today: today(),
    actionKey: key,
    requestId: await requestId(),
  })
  if ('refusal' in outcome) return { attempt, typed, ...(await saidOf(outcome.refusal, step)) }
  refresh()
  redirect(after(step, outcome.done.subjectId))
}
