import 'server-only'
// From a posted form to a step taken: one shape for every step of every subject.
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect, unstable_rethrow } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/case/actor'
import { inputSchema } from '@/domain/kernel/input'
import type { Refusal, Step } from '@/domain/kernel/step'
import { formats } from '@/i18n/format'
import { leadingBack, onNotes, onPapers, paths } from '@/paths'
import { today } from '@/server/clock'
import { log, nameOf } from '@/server/log'
import type { Outcome, Request } from '@/server/run-step'
import { actorOrNull, requestId } from '@/server/session'
import { takeStep } from '@/server/take-step'
import { takeWithFile } from '@/server/take-with-file'
import { FILE, type FormState, own, PHOTO } from './form-state'
import { keepSent } from './keep'
import { nextPart } from './next-part'
import { readSent, type SentForm } from './sent-form'

async function sentence({ reason, values }: Refusal): Promise<string> {
  const t = await getTranslations('refusals')
  const { inWords } = await formats()
  return t(reason, inWords(values))
}

/** What is wrong with each field, in the words of the step. */
export async function fieldMessages(step: Step, issues: readonly { path: PropertyKey[]; message: string }[]) {
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

/** Where a refusal is said: at its field, or above the form. */
async function saidOf(refusal: Refusal, step: Step): Promise<Pick<FormState, 'reason' | 'fields'>> {
  const message = await sentence(refusal)
  const asked = refusal.field === FILE ? step.file : !!refusal.field && refusal.field in step.input
  if (refusal.field && asked) return { fields: { [refusal.field]: message } }
  return { reason: message, fields: {} }
}

/** What was typed on something that changed meanwhile is kept: the page shows it anew, beside what stands there now. */
async function changed(actor: Actor, sent: SentForm): Promise<Pick<FormState, 'stale'>> {
  await keepSent(actor, { ...sent, seq: null })
  refresh()
  return { stale: true }
}

/** Kept, to go on with on another day or another device. */
async function keptForLater(actor: Actor, sent: SentForm): Promise<Pick<FormState, 'reason' | 'kept'>> {
  const t = await getTranslations('draft')
  const kept = await keepSent(actor, { ...sent, seq: null })
  return kept ? { kept: t('keptForLater', { time: kept.at }) } : { reason: t('notNow') }
}

/** A defect costs nobody what they typed: it is logged, and the form comes back with the number to look for in the log. */
async function attempted(request: Request, form: FormData): Promise<Outcome> {
  try {
    return await (request.step.file
      ? takeWithFile(request, [form.get(FILE), form.get(PHOTO)])
      : takeStep(request))
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
async function ended(back: Pick<FormState, 'attempt' | 'typed' | 'head'>): Promise<FormState> {
  const sent = await headers()
  if (!sent.has('next-action')) redirect(leadingBack(paths.login, sent.get('x-path'), { lost: '1' }))
  return { ...back, reason: await sentence({ reason: 'sessionEnded' }), fields: {}, signIn: true }
}

/** After these the subject is no longer theirs to see. */
const leaving: readonly string[] = ['declineHandover', 'declineMove']

/** Where the person stands after the step: back at its subject, among its papers or its notes; it tells what was done. */
function after({ kind, name }: Step, subjectId: string) {
  if (leaving.includes(name)) return paths.work
  if (onNotes.includes(name)) return `${paths.notes(subjectId)}?done=${name}`
  return `${onPapers.includes(name) ? paths.papers(subjectId) : paths.subject(kind, subjectId)}?done=${name}`
}

/** Takes the step that a form asks for. Refused or invalid: the messages and everything that was typed come back. */
export async function takeFromForm(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await actorOrNull()
  const sent = readSent(form)
  const attempt = previous.attempt + 1
  if (!sent) return { attempt, reason: await sentence({ reason: 'invalid' }), fields: {}, typed: {} }
  const back = { attempt, typed: sent.typed, head: sent.head }
  if (!actor) return ended(back)
  if (sent.open.length)
    return { ...back, fields: {}, stale: true, reason: await sentence({ reason: 'chooseEach' }) }
  const intent = form.get('intent')
  if (intent === 'edit') return { ...back, fields: {} }
  if (intent === 'later') return { ...back, fields: {}, ...(await keptForLater(actor, sent)) }
  return { ...back, ...(await taken(actor, sent, form)) }
}

/** A form that sent itself again, because the answer was lost on the way, was taken the first time. */
function done(step: Step, subjectId: string): never {
  refresh()
  redirect(after(step, subjectId))
}

/** Takes it and goes on to its subject, or says why not. */
async function taken(
  actor: Actor,
  sent: SentForm,
  form: FormData,
): Promise<Pick<FormState, 'reason' | 'fields' | 'stale'>> {
  const { step, subjectId, version, typed, key, from } = sent
  const input = inputSchema(step.input, today()).safeParse(typed)
  if (!input.success) return { fields: await fieldMessages(step, input.error.issues) }
  const request = {
    actor,
    step,
    subjectId,
    input: input.data,
    version,
    today: today(),
    actionKey: key,
    requestId: await requestId(),
    drafts: from,
  }
  const outcome = await attempted(request, form)
  const arrived = 'refusal' in outcome && outcome.refusal.reason === 'twiceSent' && form.has(own.again)
  if (arrived && subjectId) return done(step, subjectId)
  if ('refusal' in outcome) {
    const said = await saidOf(outcome.refusal, step)
    return outcome.refusal.reason === 'changedMeanwhile' ? { ...said, ...(await changed(actor, sent)) } : said
  }
  refresh()
  const { subjectId: at } = outcome.done
  redirect(form.get('intent') === 'next' ? await nextPart(actor, at, step.name) : after(step, at))
}
