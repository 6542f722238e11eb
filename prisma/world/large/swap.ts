// What a swap of two offers needs to know, in memory: what src/server/offers/swap.ts asks of the database.
import type { Context } from '@/domain/kernel/context'
import type { Offer } from '@/domain/offer/offer'
import type { Batch } from './batch'
import type { Held } from './held'
import { pairIn } from './pair'
import type { Asked } from './take'

type Of = Pick<Offer['of'], 'terms' | 'swap' | 'swapPair'>
const ofOffer = ({ of }: Held) => of as unknown as Of
const waiting = ['proposed', 'informed', 'viewing']

/** The partner while it is in a swap. */
const partnerOf = (held: Held) =>
  ofOffer(held).swap?.swapping ? (ofOffer(held).swapPair?.partner ?? null) : null

const isOpen = (held: Held) => !!ofOffer(held).terms?.live && waiting.includes(held.spine.stage)

/** The swap that an offer is in, or would be in with the one that is asked for; nothing for whatever is in none. */
export function swapIn(
  batch: Batch,
  asked: Asked,
  { held: own, context }: { readonly held: Held; readonly context: Context },
): Pick<Context, 'swap' | 'candidate'> {
  const { step, input } = asked
  const pair = (dwelling: string, kase: string) =>
    pairIn(batch, asked, { dwellingId: dwelling, kase: batch.held(kase) }, context)
  if (step.name === 'offerInSwap') {
    const candidate = pair(String(input.dwelling), String(input.case))
    return candidate ? { candidate } : {}
  }
  const proposed = step.name === 'proposeSwap'
  const partner = proposed ? String(input.partner) : partnerOf(own)
  if (own.spine.kind !== 'offer' || !partner) return {}
  const other = batch.held(partner)
  const [mine, theirs] = [ofOffer(own).terms, ofOffer(other).terms]
  if (!mine || !theirs) return {}
  const { corporationAgrees, gemeenteAgrees } = ofOffer(other).swap ?? {}
  const belong = proposed ? !partnerOf(own) && !partnerOf(other) : partnerOf(other) === own.spine.id
  const { dwelling, case: kase, alone } = theirs
  return {
    swap: {
      ...{ partner, number: other.spine.number, dwelling, case: kase, alone },
      open: isOpen(own) && isOpen(other) && belong,
      agreed: !!partnerOf(other) && !!corporationAgrees && !!gemeenteAgrees,
      newcomer: pair(mine.dwelling, kase),
      leaver: pair(dwelling, mine.case),
    },
  }
}
