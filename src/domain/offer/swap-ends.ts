// When one of two offers that may change homes is answered or ends, there is nothing to swap any more: both sides hear it.
import type { Context } from '../kernel/context'
import type { Cause } from '../kernel/step'
import type { Offer } from './offer'

/** Whether a swap of this offer waits for somebody. */
export const isSwapping = ({ of }: Pick<Offer, 'of'>) => !!of.swap?.swapping

/** There is no swap any more for the offer of this id. */
export const lapse = (subjectId: string): Cause => ({ step: 'lapseSwap', subjectId, as: 'matching' })

/** The swap that an offer is in ends, on both sides; nothing where it is in none. */
export const swapEnds = (offer: Offer, { swap }: Pick<Context, 'swap'>): readonly Cause[] =>
  isSwapping(offer) && swap ? [lapse(offer.spine.id), lapse(swap.partner)] : []
