import 'server-only'
// Keeps a form that is not sent yet: no step is taken and nothing is recorded, but only who may take the step may do it.
import { refresh } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import type { Actor } from '@/domain/case/actor'
import { blocked, byHand } from '@/domain/kernel/step'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { discardDrafts, type Kept, keepDraft } from '@/server/drafts'
import { posted } from '@/server/guard'
import { contextFor, unopened } from '@/server/run-step'
import { actorOrNull } from '@/server/session'
import { sentBefore } from '@/server/take-step'
import { keptOnDevice } from './device-of'
import { own } from './form-state'
import { readDraftOf, readSent, type SentForm } from './sent-form'

const draftOf = ({ step, subjectId, about }: SentForm) => ({
  kind: step.kind,
  step: step.name,
  subjectId,
  about,
})

async function mayTake(tx: Tx, actor: Actor, { step, subjectId }: SentForm): Promise<boolean> {
  if (!byHand(step.row) || step.row.from.includes('new') === !!subjectId) return false
  const subject = subjectId
    ? await load(tx, actor.role, step.kind, subjectId)
    : await unopened(tx, actor, step, today())
  return !!subject && !blocked(step, subject, await contextFor(tx, actor, step, subject, today()))
}

/** Keeps it as the draft of this person; null when they cannot take this step now. */
export const keepSent = (actor: Actor, sent: SentForm): Promise<Kept | null> =>
  asActor(actor, async (tx) => {
    if (!(await mayTake(tx, actor, sent))) return null
    const { key: id, seq, from, version, stood, typed } = sent
    return keepDraft(tx, draftOf(sent), { id, seq, from, version, stood, typed })
  })

/** What the form on the screen hears: a number to go on from, a sentence to show, and of a visit whether the device may keep it. */
type Answer = { status: number; said: string; seq?: number; taken?: boolean; device?: boolean }

/** Keeps what is being typed. Nobody is told why not, but that it is not. */
export const keepFromForm = posted(async (form: FormData): Promise<Answer> => {
  const t = await getTranslations('draft')
  const actor = await actorOrNull()
  const sent = readSent(form)
  if (!actor) return { status: 401, said: t('signedOut') }
  // A form in which is still being chosen holds no answers yet: what was typed before was kept when it was sent.
  if (sent?.open.length) return { status: 200, said: '' }
  const arrived = async () => !!sent && (await sentBefore({ actor, actionKey: sent.key }))
  // A form that waits to be sent again may have arrived: a draft of it would look like a second one.
  if (form.has(own.again) && (await arrived())) return { status: 200, said: '', taken: true }
  const kept = sent && (await keepSent(actor, sent))
  // What was on its way when the step was taken has nothing left to keep.
  if (!kept && (await arrived())) return { status: 200, said: '', taken: true }
  if (!kept) return { status: sent ? 404 : 400, said: t('notNow') }
  const { seq, taken, at, beside } = kept
  const device = sent.step.row.onDevice && { device: await keptOnDevice(sent.step, actor) }
  return { status: 200, said: t(beside ? 'keptTwice' : 'kept', { time: at }), seq, taken, ...device }
})

/** Throws away what was typed in a form, or brings it back. */
export async function discardFromForm(form: FormData) {
  const [actor, of] = [await actorOrNull(), readDraftOf(form)]
  if (actor && of) await asActor(actor, (tx) => discardDrafts(tx, of, form.has('back')))
  refresh()
}
