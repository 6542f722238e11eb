import 'server-only'
// What a covenant lets happen by itself with offers is done by the website, beside its visitors: the worker may read none of them.
import type { Actor } from '@/domain/case/actor'
import { type StepName, stepOf } from '@/domain/case/steps'
import { today } from '../clock'
import { asActor, asNobody } from '../db/as-actor'
import { log, nameOf } from '../log'
import { takeStep } from '../take-step'

/** Where nobody in reserve can have it any more an officer goes on: it is tried again only so much later. */
const AGAIN = 30 * 60_000

type Waiting = {
  readonly step: 'letOfferExpire' | 'propose'
  readonly subject_id: string
  readonly membership_id: string
  readonly organisation_id: string
  readonly covenant_id: string
}

/** The membership that computes: it reads what candidates are found by, and nobody signs in with it. */
const actorOf = (waiting: Waiting): Actor => ({
  membershipId: waiting.membership_id,
  accountId: '',
  name: '',
  role: 'matching',
  organisationId: waiting.organisation_id,
  organisationName: '',
  organisationKind: 'systeem',
  covenantId: waiting.covenant_id,
  covenantName: '',
})

type Taking = { readonly name: StepName; readonly on: string | null; readonly input: Record<string, unknown> }

async function take(actor: Actor, { name, on, input }: Taking): Promise<boolean> {
  const step = stepOf(name)
  if (!step) throw new Error(`No step ${name}`)
  const asked = { actor, step, subjectId: on, input, version: null, today: today() }
  const byTerm = step.row.causedByTerm !== undefined
  const outcome = await takeStep({ ...asked, actionKey: null, requestId: null, ...(byTerm && { byTerm }) })
  return 'done' in outcome
}

/** Who stands in reserve for a dwelling, by their names for it, the first in front. */
async function reserveOf(actor: Actor, dwelling: string): Promise<readonly string[]> {
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ next: string | null }[]>`
      SELECT r.next_in_line AS next FROM dwelling_reserve r WHERE r.subject_id = ${dwelling}::uuid`,
  )
  return row?.next?.split(' ') ?? []
}

/** Offers the dwelling to the first in reserve who can still have it. */
async function offerNext(actor: Actor, dwelling: string): Promise<boolean> {
  for (const candidate of await reserveOf(actor, dwelling))
    if (await take(actor, { name: 'propose', on: null, input: { dwelling, candidate, reason: null } }))
      return true
  return false
}

/** By dwelling, when nobody in its reserve could have it. */
const inVain = new Map<string, number>()

async function move(waiting: Waiting): Promise<boolean> {
  const actor = actorOf(waiting)
  const { step, subject_id: id } = waiting
  if (step === 'letOfferExpire') return take(actor, { name: step, on: id, input: {} })
  if (Date.now() - (inVain.get(id) ?? 0) < AGAIN) return false
  const offered = await offerNext(actor, id)
  if (!offered) inVain.set(id, Date.now())
  return offered
}

/** Does what waits to happen by itself; returns how much that was. One that fails keeps nobody else waiting. */
export async function moveOffers(): Promise<number> {
  let moved = 0
  for (const waiting of await asNobody((tx) => tx.$queryRaw<Waiting[]>`SELECT * FROM app.offers_to_move()`))
    try {
      if (await move(waiting)) moved++
    } catch (error) {
      log('error', { event: 'jobFailed', error: nameOf(error) })
    }
  return moved
}
