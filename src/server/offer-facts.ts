import 'server-only'
// What steps of an offer need to know besides it: the case behind it, whether that is shielded, the offer that a case has.
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
import type { Context } from '@/domain/kernel/context'
import { candidateOf } from '@/domain/matching/candidate'
import { type Agreements, candidatesFor, inReserve } from './candidates'
import { asSystem } from './db/as-actor'
import type { Tx } from './db/client'

type Asked = { readonly subjectId: string }

/** The steps by which a corporation may come to know the case, those that ask whether it does, and those by which the case hears of it. */
export const aboutNaming = [
  'agreeOffer',
  'informClient',
  'planViewing',
  'acceptOffer',
  'moveOffer',
  'withdrawOffer',
] as const

/** The case behind an offer, read by the membership that may: its id and its number. */
export async function caseBehind(
  tx: Tx,
  actor: Actor,
  { subjectId }: Asked,
): Promise<Pick<Context, 'caseId' | 'caseNumber'>> {
  const [found] = await asSystem(
    tx,
    actor,
    'matching',
    () => tx.$queryRaw<{ id: string; number: string }[]>`
      SELECT s.id::text AS id, s.number FROM spine s WHERE s.id = app.offered_case(${subjectId}::uuid)`,
  )
  return found ? { caseId: found.id, caseNumber: found.number } : {}
}

/** Whether the offer is for a shielded client. */
export async function guardedFor(
  tx: Tx,
  _actor: Actor,
  { subjectId }: Asked,
): Promise<Pick<Context, 'guarded'>> {
  const [found] = await tx.$queryRaw<{ guarded: boolean }[]>`
    SELECT s.shielded AS guarded FROM spine s WHERE s.id = ${subjectId}::uuid`
  return { guarded: found?.guarded ?? true }
}

/** The offer that this case has now. */
export async function liveOfferFor(
  tx: Tx,
  _actor: Actor,
  { subjectId }: Asked,
): Promise<Pick<Context, 'liveOffer'>> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.subject_id::text AS id FROM offer_terms o WHERE o.subject_id IN (SELECT app.offers_of(${subjectId}::uuid)) AND o.live`
  return { liveOffer: found?.id ?? null }
}

/** The candidate that is proposed, once the dwelling is held: whoever is second finds it reserved. */
export async function proposedFor(
  tx: Tx,
  actor: Actor,
  { input, ...agreements }: { readonly input: Record<string, unknown> } & Agreements,
): Promise<Pick<Context, 'candidate' | 'reserved'>> {
  if (typeof input.dwelling !== 'string') return {}
  const [held] = await tx.$queryRaw<{ free: boolean | null }[]>`
    SELECT app.hold_dwelling(${z.uuid().safeParse(input.dwelling).data ?? null}::uuid) AS free`
  if (held?.free === false) return { reserved: true }
  const found = await candidatesFor(tx, actor, input.dwelling, agreements)
  const chosen = found?.candidates.find((c) => c.pseudonym === input.candidate)
  if (!found || !chosen) return {}
  const { pseudonym, caseId, number, results, prints, refused } = chosen
  const pair = { pseudonym, caseId, number, results, prints, refusedBefore: refused === 'same' }
  const nextInLine = inReserve(found.candidates, chosen, agreements.rules.offers.reserves)
  return { candidate: candidateOf(pair, { ...found, nextInLine }) }
}
