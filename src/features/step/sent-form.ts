import 'server-only'
// A form of a step as it was sent: to take the step, or only to be kept.
import { z } from 'zod'
import { stepOf } from '@/domain/case/steps'
import type { Typed } from '@/domain/kernel/input'
import type { Step } from '@/domain/kernel/step'
import type { DraftOf, DraftState } from '@/server/drafts'
import { type Head, own } from './form-state'

const read = (text: string, context: z.RefinementCtx): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
}
const json = <T>(inside: z.ZodType<T>, otherwise: string) =>
  z
    .string()
    .default(otherwise)
    .transform((text, context) => read(text || otherwise, context))
    .pipe(inside)

const number = z.coerce.number().int().min(0).max(2_000_000_000)

const whose = z.object({
  step: z.string().max(60),
  subject: z.union([z.uuid(), z.literal('')]),
  about: z
    .string()
    .max(300)
    .regex(/^[\w%.=&+*-]*$/),
})

const head = whose.extend({
  version: z.union([number, z.literal('')]),
  key: z.uuid(),
  seq: z.union([number, z.literal('')]),
  stood: json(z.record(z.string().max(60), z.string().max(12)), '{}'),
  from: json(z.array(z.object({ id: z.uuid(), seq: number })).max(100), '[]'),
  /** The fields for which one answer out of several must be chosen. */
  choose: json(z.array(z.string()).max(100), '[]'),
})

export type SentForm = {
  readonly step: Step
  readonly subjectId: string | null
  readonly version: number | null
  readonly key: string
  readonly about: string
  readonly seq: number | null
  readonly stood: Readonly<Record<string, string>>
  readonly from: readonly DraftState[]
  readonly typed: Typed & Record<string, string[]>
  /** Fields of which no answer was chosen yet. */
  readonly open: readonly string[]
  /** What the form brings along again when it comes back. */
  readonly head: Head
}

const text = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const chosen = z.array(z.string())

/** What was typed in a field, or which of several answers was chosen for it. */
function answerOf(form: FormData, name: string): string[] {
  const choice = json(chosen, '[]').safeParse(text(form, `keep.${name}`))
  if (form.has(`keep.${name}`) && choice.success) return choice.data
  return form.getAll(name).filter((v): v is string => typeof v === 'string')
}

const partsOf = (form: FormData, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, text(form, own[name as keyof typeof own])]))

/** Of which form it is; null when it is no form of a step. */
export function readDraftOf(form: FormData): DraftOf | null {
  const asked = whose.safeParse(partsOf(form, Object.keys(whose.shape)))
  const step = asked.success ? stepOf(asked.data.step) : null
  if (!asked.success || !step) return null
  return { kind: step.kind, step: step.name, subjectId: asked.data.subject || null, about: asked.data.about }
}

/** Reads a form; null when it is no form of a step. */
export function readSent(form: FormData): SentForm | null {
  const asked = head.safeParse(partsOf(form, Object.keys(head.shape)))
  const step = asked.success ? stepOf(asked.data.step) : null
  if (!asked.success || !step) return null
  const { subject, version, seq, choose, key, ...sent } = asked.data
  return {
    ...sent,
    step,
    key,
    subjectId: subject || null,
    version: version === '' ? null : version,
    seq: seq === '' ? null : seq,
    typed: Object.fromEntries(Object.keys(step.input).map((name) => [name, answerOf(form, name)])),
    open: choose.filter((name) => !form.has(`keep.${name}`)),
    head: { key, version: String(version), stood: text(form, own.stood), from: text(form, own.from) },
  }
}
