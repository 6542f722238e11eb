import 'server-only'
// The candidates of a dwelling, for whoever may propose one: a page of them in their order, who stands in reserve, or one of them.
import type { Actor } from '@/domain/case/actor'
import { openingStep } from '@/domain/case/steps'
import { addressOf, type Dwelling } from '@/domain/dwelling/dwelling'
import { inLine } from '@/domain/dwelling/reserve'
import type { PartAsked, PartOf } from '@/domain/kernel/paging'
import { type Asked, candidatesFor } from '@/server/candidates'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { mayOfferMore, offeredTo } from '@/server/offer-facts'
import { type CandidateScreen, type ReserveScreen, reserveOf, seen } from '@/server/reserve'
import { contextFor } from '@/server/run-step'
import { currentActor, requestId } from '@/server/session'

/** So many candidates stand on a page. */
export const CANDIDATES = 25

export type CandidatesScreen = {
  readonly part: PartOf<CandidateScreen>
  /** How many there are in all, and of how many of them a rule fails: these stand at the end. */
  readonly all: number
  readonly failing: number
}

export type OfCandidates = {
  /** Null where it cannot be offered to anybody now, or not by this person. */
  readonly candidates: CandidatesScreen | null
  /** To how many it is offered already, where it can be offered to one more. */
  readonly going: number
  /** Who is next when its offer comes to nothing. */
  readonly reserve: ReserveScreen | null
}

/** Who was found for this dwelling, and whether it can be offered to them now; null for who may propose nobody, or where nobody is looked for. */
async function foundFor(
  tx: Tx,
  actor: Actor,
  dwelling: Dwelling,
  { day, ...asked }: Asked & { day: string },
) {
  const { id, stage } = dwelling.spine
  if (!openingStep('offer', actor.role) || (stage !== 'available' && stage !== 'reserved')) return null
  const { rules, norms } = await contextFor(tx, actor, null, dwelling as never, day)
  const found = await candidatesFor(tx, actor, id, { rules, norms, today: day }, asked)
  const offerable = stage === 'available' || (await mayOfferMore(tx, id, { rules }))
  return found && { ...found, offerable }
}

/** A page of the candidates of a dwelling, and who of them stands in reserve. */
export async function candidatesOf(
  tx: Tx,
  actor: Actor,
  dwelling: Dwelling,
  { day, part }: { readonly day: string; readonly part: PartAsked },
): Promise<OfCandidates> {
  const asked = { day, part, size: CANDIDATES, named: inLine(dwelling) }
  const found = await foundFor(tx, actor, dwelling, asked)
  if (!found) return { candidates: null, going: 0, reserve: null }
  const { all, failing, offerable } = found
  const page = { ...found.part, rows: found.part.rows.map(seen) }
  const { id, stage } = dwelling.spine
  return {
    candidates: offerable ? { part: page, all, failing } : null,
    going: stage === 'available' || !offerable ? 0 : await offeredTo(tx, id),
    reserve: reserveOf(dwelling, found.named),
  }
}

export type OneCandidate = { readonly address: string; readonly candidate: CandidateScreen }

/** One candidate by their name for this dwelling, wherever they stand in its order; null where it cannot be offered to them. */
export async function getCandidateScreen(id: string, pseudonym: string): Promise<OneCandidate | null> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'dwelling', id)
    const dwelling = subject as unknown as Dwelling | null
    if (!subject || !dwelling?.of.facts) return null
    const found = await foundFor(tx, actor, dwelling, { day, part: {}, size: 0, named: [pseudonym] })
    // Also that somebody is no candidate says something of this dwelling.
    if (found) await recordRead(tx, actor, subject, { today: day, requestId: await requestId() })
    const [one] = found?.offerable ? found.named : []
    return one ? { address: addressOf(dwelling.of.facts), candidate: seen(one) } : null
  })
}
