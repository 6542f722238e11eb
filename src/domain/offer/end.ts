// How an offer ends on the side of the corporation: withdrawn, expired, or confirmed and carried out.
import { contractTerm, wrongTerm } from '../case/contract-term'
import { code, day, longText } from '../kernel/field'
import { caseOf, isNamed } from './naming'
import { offerCompartments, offerStep, termsOf } from './offer'
import { unlessOthers } from './others'
import { leavesHomeFree, withdrawalReasons } from './refusal'
import { swapEnds } from './swap-ends'

export const withdrawOffer = offerStep('withdrawOffer', {
  input: { withdrawnWhy: code('withdrawal', withdrawalReasons), note: longText(1000) },
  apply: (offer, { withdrawnWhy, note }, context) => ({
    write: {
      terms: { live: false },
      answer: { reason: null, note },
      withdrawal: { withdrawnWhy },
    },
    causes: [
      ...swapEnds(offer, context),
      ...unlessOthers(context, {
        step: 'releaseDwelling',
        subjectId: termsOf(offer).dwelling,
        input: { stays: !leavesHomeFree(withdrawnWhy) },
      }),
      { step: 'offerWithdrawn', subjectId: caseOf(offer, context), as: 'matching' },
    ],
    tells: { withdrawnWhy },
  }),
})

/** Nobody answered in time, where the covenant says that this ends it. It counts as no refusal: nobody refused. */
export const expireOffer = offerStep('expireOffer', {
  input: {},
  apply: (offer, _input, context) => ({
    write: { terms: { live: false } },
    causes: [
      ...swapEnds(offer, context),
      ...unlessOthers(context, { step: 'releaseDwelling', subjectId: termsOf(offer).dwelling }),
    ],
  }),
})

export const confirmOffer = offerStep('confirmOffer', {
  ...contractTerm,
  input: { ...contractTerm.input, startOn: day('future') },
  check: (_offer, given, { rules }) => wrongTerm(given, given.startOn, rules),
  apply: (offer, { form, temporaryGround, endsOn, startOn }) => {
    const { dwelling, address, rent, case: subjectId } = termsOf(offer)
    return {
      causes: [
        {
          step: 'startTenancy',
          subjectId,
          input: { offer: offer.spine.id, dwelling, address, rent, form, temporaryGround, endsOn, startOn },
        },
      ],
    }
  },
})

/**
 * The dwelling is free on another day. Who agreed to an earlier one is asked again, until it was confirmed. Whose case the
 * corporation cannot read yet hears it by the offer; of others the case tells it.
 */
export const moveOffer = offerStep('moveOffer', {
  input: { availableFrom: offerCompartments.terms.fields.availableFrom },
  apply: (offer, { availableFrom }, context) => {
    const byCase = offer.spine.stage === 'toAgree' || isNamed(offer, context)
    const again = offer.spine.stage === 'accepted' && availableFrom > termsOf(offer).availableFrom
    return {
      write: { terms: { availableFrom } },
      causes: again ? [{ step: 'askAgain', subjectId: offer.spine.id }] : [],
      unheard: byCase ? ['mentor'] : [],
    }
  },
})

/** Who said yes to an earlier day says it again, or no. */
export const askAgain = offerStep('askAgain', { input: {}, apply: () => ({}) })

/** Before the key it ended for this client: the offer holds nobody any more. */
export const lapseOffer = offerStep('lapseOffer', {
  input: {},
  apply: () => ({ write: { terms: { live: false } } }),
})

export const completeOffer = offerStep('completeOffer', { input: {}, apply: () => ({}) })
