import 'server-only'
// One step, asked by one person: one transaction, and three fates: done, refused with a reason, or a defect that is thrown.
import type { Refusal } from '@/domain/kernel/step'
import { purposeOfStep } from '@/domain/privacy/purposes'
import { asActor } from './db/as-actor'
import { sqlState, type Tx } from './db/client'
import { NotWritten } from './db/save'
import { dropDrafts } from './drafts'
import { log } from './log'
import { type Outcome, RefusedConsequence, type Request, runStep } from './run-step'

/** What the database refuses for the truth's sake, in words that a person can act on. */
export const asRefusal = (error: unknown): Refusal | null => {
  if (error instanceof RefusedConsequence) return error.refusal
  const state = sqlState(error)
  const message = error instanceof Error ? error.message : ''
  if (state === 'TT001') return { reason: 'changedMeanwhile' }
  if (state === 'TT002') return { reason: 'notYourRole' }
  if (state === 'TT003') return { reason: 'notAParty' }
  if (state === 'TT005') return { reason: 'notToYourself', field: 'email' }
  if (state === 'TT006') return { reason: 'accountClosed', field: 'email' }
  if (state === 'TT007') return { reason: 'signsInElsewhere' }
  if (state === 'TT008') return { reason: 'lastAdministrator' }
  if (state === 'TT009') return { reason: 'tooManyNumbers' }
  if (state === 'TT010') return { reason: 'tooManyTries' }
  if (state === 'TT011') return { reason: 'ownEmergency' }
  if (state === 'TT012') return { reason: 'rowNotThere', field: 'row' }
  if (state === 'TT013') return { reason: 'positionsShown' }
  // Somebody left between the look and the deed.
  if (state === 'TT014') return { reason: 'quorumLost' }
  if (state === 'TT016') return { reason: 'decisionStands' }
  if (state === 'TT015') return { reason: 'secondPersonNeeded' }
  if (state === '23505' && message.includes('one_live_membership'))
    return { reason: 'hasThisRole', field: 'role' }
  if (state === '23505' && message.includes('one_effect_per_form')) return { reason: 'twiceSent' }
  if (state === '23505' && message.includes('one_live_offer')) return { reason: 'alreadyTaken' }
  // The first row of a compartment was written by someone else since it was loaded.
  if (state === '23505' && message.includes('_pkey')) return { reason: 'changedMeanwhile' }
  if (state === '23514' && message.includes('two_people')) return { reason: 'secondPersonNeeded' }
  return null
}

/** Refusals that say someone reached for what is not theirs: these go in the journal. */
const reaching = new Set([
  'notFound',
  'notYours',
  'notYourRole',
  'onlyAsConsequence',
  'noSuchCase',
  'tooManyTries',
  'ownEmergency',
])

async function recordDenied(request: Request, reason: string) {
  const entry = {
    kind: 'denied',
    on: request.today,
    step: request.step.name,
    subjectKind: request.step.kind,
    subjectId: request.subjectId,
    tells: { reason },
    requestId: request.requestId,
    // What it would have been for; nothing was done, so it stands on no ground.
    purpose: purposeOfStep(request.step),
  }
  await asActor(
    request.actor,
    (tx: Tx) => tx.$executeRaw`SELECT app.record_look(${JSON.stringify(entry)}::jsonb)`,
  )
}

/** A form that was sent before did its work then: that is said, whatever would be refused about it by now. */
export async function sentBefore({
  actor,
  actionKey,
}: Pick<Request, 'actor' | 'actionKey'>): Promise<boolean> {
  if (!actionKey) return false
  const [found] = await asActor(
    actor,
    (tx: Tx) => tx.$queryRaw<{ sent: boolean }[]>`SELECT app.sent_before(${actionKey}::uuid) AS sent`,
  )
  return found?.sent ?? false
}

/** Whose access ended while the step was under way suddenly sees nothing: that is no defect. */
async function hasLeft(actor: Request['actor']): Promise<boolean> {
  const [found] = await asActor(
    actor,
    (tx: Tx) => tx.$queryRaw<{ gone: boolean }[]>`SELECT app.organisation() IS NULL AS gone`,
  )
  return found?.gone ?? false
}

const inOneTransaction = (request: Request) =>
  asActor(request.actor, async (tx) => {
    const found = await runStep(tx, request)
    // An opening that is refused leaves nothing behind.
    if ('refusal' in found && !request.subjectId) throw new RefusedConsequence(found.refusal)
    if ('done' in found && request.actionKey && request.drafts)
      await dropDrafts(tx, request.actionKey, request.drafts)
    return found
  })

/** Somebody moved the subject on between the look and the writing, and by then it may not be written: it is looked at anew, once. */
const movedOn = (error: unknown) => error instanceof NotWritten || sqlState(error) === '42501'

/** Takes the step and all that it brings about, or refuses and changes nothing. */
export async function takeStep(request: Request): Promise<Outcome> {
  const first = inOneTransaction(request).catch((error: unknown) => {
    if (movedOn(error)) return inOneTransaction(request)
    throw error
  })
  const outcome = await first.catch(async (error: unknown): Promise<Outcome> => {
    const refusal = asRefusal(error) ?? ((await hasLeft(request.actor)) ? { reason: 'accessEnded' } : null)
    if (!refusal) throw error
    return { refusal }
  })
  if ('refusal' in outcome && (await sentBefore(request))) return { refusal: { reason: 'twiceSent' } }
  if ('refusal' in outcome && reaching.has(outcome.refusal.reason))
    await recordDenied(request, outcome.refusal.reason)
  log('info', {
    event: 'refusal' in outcome ? 'stepRefused' : 'stepTaken',
    step: request.step.name,
    subjectKind: request.step.kind,
    requestId: request.requestId,
    ...('refusal' in outcome && { reason: outcome.refusal.reason }),
  })
  return outcome
}
