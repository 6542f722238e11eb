import 'server-only'
// From a posted form to a step taken: one shape for every step of every subject.
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { stepOf } from '@/domain/case/steps'
import { inputSchema } from '@/domain/kernel/input'
import type { Refusal, Step } from '@/domain/kernel/step'
import { formats } from '@/i18n/format'
import { paths } from '@/paths'
import { today } from '@/server/clock'
import { currentActor, requestId } from '@/server/session'
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

/** Values in a refusal's sentence: days are written out, the rest stays. */
async function sentence(refusal: Refusal): Promise<string> {
  const t = await getTranslations('refusals')
  const { longDay } = await formats()
  const values = Object.fromEntries(
    Object.entries(refusal.values ?? {}).map(([k, v]) => [
      k,
      typeof v === 'string' && /^\d{4}-\d\d-\d\d$/.test(v) ? longDay(v) : v,
    ]),
  )
  return t.has(refusal.reason) ? t(refusal.reason, values) : t('invalid')
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

/** Where the person stands after the step: back at its subject, which tells what was done. */
const after = (step: Step, subjectId: string) => `${paths.subject(step.kind, subjectId)}?done=${step.name}`

/** Takes the step that a form asks for. Refused or invalid: the messages and everything that was typed come back. */
export async function takeFromForm(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await currentActor()
  const asked = head.safeParse(
    Object.fromEntries(['step', 'subject', 'version', 'key'].map((name) => [name, form.get(name) ?? ''])),
  )
  const step = asked.success ? stepOf(asked.data.step) : null
  const attempt = previous.attempt + 1
  if (!asked.success || !step)
    return { attempt, reason: await sentence({ reason: 'invalid' }), fields: {}, typed: {} }
  const typed = typedOf(form, step)
  const input = inputSchema(step.input, today()).safeParse(typed)
  if (!input.success) return { attempt, fields: await fieldMessages(step, input.error.issues), typed }
  const { subject, version, key } = asked.data
  const outcome = await takeStep({
    actor,
    step,
    subjectId: subject || null,
    input: input.data,
    version: version === '' ? null : version,
    today: today(),
    actionKey: key,
    requestId: await requestId(),
  })
  if ('refusal' in outcome) {
    const { refusal } = outcome
    const message = await sentence(refusal)
    return refusal.field && refusal.field in step.input
      ? { attempt, fields: { [refusal.field]: message }, typed }
      : { attempt, reason: message, fields: {}, typed }
  }
  refresh()
  redirect(after(step, outcome.done.subjectId))
}
