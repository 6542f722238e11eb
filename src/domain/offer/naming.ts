// When a corporation comes to know for whom its home is: at the moment of the offer that the covenant set, or a later one.
import { namingMoments } from '../covenant/offer-rules'
import type { Context } from '../kernel/context'
import type { Cause } from '../kernel/step'
import { type Offer, termsOf } from './offer'

type Moment = (typeof namingMoments)[number]
type Known = Pick<Context, 'rules' | 'caseId' | 'caseNumber'>

const at = (moment: Moment) => namingMoments.indexOf(moment)

/** The case that an offer is for. The terms that a corporation reads have a handle of the offer instead until it was named the client. */
export const caseOf = (offer: Offer, { caseId }: Pick<Known, 'caseId'>) => caseId ?? termsOf(offer).case

/** Whether the corporation was named the client: the terms say the number of the case, and no name for this dwelling alone. */
export const isNamed = (offer: Offer, { caseNumber }: Pick<Known, 'caseNumber'>) =>
  !!caseNumber && termsOf(offer).number === caseNumber

/**
 * What coming to this moment means for the name: the terms say the number, and the case comes to relate to the corporation,
 * through the membership that sees both. Nothing where it was named before, or where the covenant names later.
 */
export function namedBy(
  offer: Offer,
  moment: Moment,
  known: Known,
): { terms: { number: string } | null; causes: Cause[] } {
  const { rules, caseNumber } = known
  const later = at(moment) < at(rules.offers.namedAt)
  if (!caseNumber || later || isNamed(offer, { caseNumber })) return { terms: null, causes: [] }
  const { dwelling } = termsOf(offer)
  const subjectId = caseOf(offer, known)
  const name = { step: 'nameToCorporation', subjectId, as: 'matching', input: { dwelling } } as const
  return { terms: { number: caseNumber }, causes: [name] }
}
