// One home that is offered to several clients at once, where the covenant agreed so: the first who accepts has it, and the others are told.
import type { Context } from '../kernel/context'
import type { Cause } from '../kernel/step'
import { caseOf } from './naming'
import { type Offer, offerStep, termsOf } from './offer'
import { swapEnds } from './swap-ends'

/** What frees the home, unless other offers of it go on. */
export const unlessOthers = ({ others = [] }: Pick<Context, 'others'>, free: Cause): readonly Cause[] =>
  others.length ? [] : [free]

/** The others of this home end, each told to its own case, and stand in reserve in the order in which it was offered to them. */
export function othersEnd(offer: Offer, { others = [] }: Pick<Context, 'others'>): readonly Cause[] {
  if (!others.length) return []
  const ends = others.map(({ id }): Cause => ({ step: 'passOver', subjectId: id, as: 'matching' }))
  const nextInLine = others.map(({ pseudonym }) => pseudonym).join(' ')
  const { dwelling } = termsOf(offer)
  return [...ends, { step: 'keepInReserve', subjectId: dwelling, as: 'matching', input: { nextInLine } }]
}

/** Somebody else accepted this home first. It counts as no refusal; where a colleague must still agree nobody ever heard of it. */
export const passOver = offerStep('passOver', {
  input: {},
  apply: (offer, _input, context) => ({
    write: { terms: { live: false } },
    causes:
      offer.spine.stage === 'toAgree'
        ? []
        : [
            ...swapEnds(offer, context),
            { step: 'offerWithdrawn', subjectId: caseOf(offer, context), as: 'matching' },
          ],
  }),
})
