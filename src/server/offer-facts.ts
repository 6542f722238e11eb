import 'server-only'
// What steps of an offer need to know besides it: the case behind it, whether that is shielded, the offer that a case has.
import { z } from 'zod'
import type { Actor } from '@/domain/case/actor'
import type { Context } from '@/domain/kernel/context'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { candidateOf } from '@/domain/matching/candidate'
import { type Agreements, candidatesFor, chosenOf, inReserve, pseudonymOf } from './candidates'
import { asSystem } from './db/as-actor'
import type { Tx } from './db/client'
import { type AboutSwap, swapFor } from './offers/swap'

type Asked = { readonly subjectId: string }

/** The steps by which the parties of an offer agree to a swap. */
const agreeing = ['agreeSwapAsCorporation', 'agreeSwapAsGemeente'] as const
/** The steps that a swap of this offer has to do with. */
const aboutSwaps: readonly string[] = [
  ...['proposeSwap', ...agreeing, 'declineSwap'],
  ...['acceptOffer', 'refuseOffer', 'withdrawOffer', 'expireOffer', 'passOver'],
]

/** The steps by which a corporation may come to know the case, those that ask whether it does, and those by which the case hears of it. */
const aboutNaming = [
  'agreeOffer',
  'informClient',
  'planViewing',
  'acceptOffer',
  'moveOffer',
  'withdrawOffer',
  'passOver',
  ...agreeing,
] as const

/** The steps of which it matters whether its home is offered to others as well. */
const whileOthers = [
  'acceptOffer',
  'refuseOffer',
  'countRefusal',
  'excuseRefusal',
  'declineOffer',
  'withdrawOffer',
  'expireOffer',
] as const

/** The others to whom the same home is offered; nobody where this offer holds it alone. The home stays held until the step is saved. */
async function othersFor(
  tx: Tx,
  actor: Actor,
  { subjectId, subject }: Asked & { readonly subject: Loaded<Compartments> },
): Promise<Pick<Context, 'others'>> {
  if ((subject.of.terms as { alone?: boolean } | null)?.alone !== false) return {}
  const found = await asSystem(
    tx,
    actor,
    'matching',
    () => tx.$queryRaw<{ id: string; caseId: string; dwelling: string }[]>`
      SELECT o.id::text, o.case_id::text AS "caseId", o.dwelling::text FROM app.others_of_home(${subjectId}::uuid) o`,
  )
  return {
    others: found.map(({ id, caseId, dwelling }) => ({ id, pseudonym: pseudonymOf(caseId, dwelling) })),
  }
}

/** The case behind an offer, read by the membership that may: its id and its number. */
async function caseBehind(
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

/** To how many clients a home is offered at once; 0 where it is offered to nobody, or somebody holds it alone. */
export async function offeredTo(tx: Tx, dwelling: string): Promise<number> {
  const [found] = await tx.$queryRaw<{ going: number | null }[]>`
    SELECT app.also_offered(${dwelling}::uuid) AS going`
  return found?.going ?? 0
}

/** Whether a home that is offered can be offered to one more: where the covenant agreed so, and nobody accepted it yet. */
export async function mayOfferMore(tx: Tx, dwelling: string, { rules }: Pick<Agreements, 'rules'>) {
  if (rules.offers.perHome === 1) return false
  const going = await offeredTo(tx, dwelling)
  return going > 0 && going < rules.offers.perHome
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
  if (held?.free === false && !(await mayOfferMore(tx, input.dwelling, agreements))) return { reserved: true }
  const asked = { part: {}, size: 0, named: [String(input.candidate)] }
  const found = await candidatesFor(tx, actor, input.dwelling, agreements, asked)
  const [chosen] = found?.named ?? []
  if (!found || !chosen) return {}
  const nextInLine = inReserve(found.fitting, chosen.pseudonym, agreements.rules.offers.reserves)
  return { candidate: candidateOf(chosenOf(chosen), { ...found, nextInLine }) }
}

/** The offers of a dwelling that go on: of a shielded client only those who were named read the terms, and then none is given. Its case only for who reads that: a corporation before it is named the client does not. */
export async function promisedFor(
  tx: Tx,
  _actor: Actor,
  { subjectId }: Asked,
): Promise<Pick<Context, 'promised'>> {
  const found = await tx.$queryRaw<{ offerId: string; caseId: string | null }[]>`
    SELECT o.subject_id::text AS "offerId", CASE WHEN s.stage <> 'toAgree' AND EXISTS (SELECT 1 FROM spine c WHERE c.id = o.of) THEN o.of::text END AS "caseId" FROM (SELECT subject_id, dwelling, live, app.offered_case(subject_id) AS of FROM offer_terms) o JOIN spine s ON s.id = o.subject_id
    WHERE o.dwelling = ${subjectId}::uuid AND o.live ORDER BY s.number`
  return { promised: found.length && found.length >= (await offeredTo(tx, subjectId)) ? found : null }
}

/** The steps of an offer that ask what follows. */
export const ofOffers: readonly string[] = [...aboutNaming, ...whileOthers, ...aboutSwaps]

/** What a step of an offer asks: the case behind it, whether it is guarded, and whether its home is offered to others as well. */
export const offerFactsFor = (step: string) => async (tx: Tx, actor: Actor, asking: AboutSwap) => ({
  ...((aboutNaming as readonly string[]).includes(step) && (await caseBehind(tx, actor, asking))),
  ...((whileOthers as readonly string[]).includes(step) && (await othersFor(tx, actor, asking))),
  ...(aboutSwaps.includes(step) && (await swapFor(tx, actor, asking))),
  ...(['refuseOffer', 'proposeSwap'].includes(step) && (await guardedFor(tx, actor, asking))),
})
