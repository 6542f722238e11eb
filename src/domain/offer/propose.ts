// A corporation proposes a candidate for its dwelling; where the covenant says so, a colleague agrees before anybody hears of it.
import type { Actor } from '../case/actor'
import type { Candidate, Context } from '../kernel/context'
import { longText, optional, ref, text } from '../kernel/field'
import type { Cause } from '../kernel/step'
import { caseOf } from './naming'
import { type Offer, offerStep, termsOf } from './offer'
import { unlessOthers } from './others'

/** The case hears of it, through the membership that may see it before the corporation does. */
const toCase = (caseId: string, dwelling: string): Cause => ({
  step: 'receiveOffer',
  subjectId: caseId,
  as: 'matching',
  input: { dwelling },
})

/** Between whom it stands, besides the corporation. */
const otherParties = (caseId: string) =>
  [
    { part: 'provider', relation: 'assigned', asIn: caseId },
    { part: 'gemeente', relation: 'assigned', asIn: caseId },
  ] as const

/** Whose dwelling it is. */
const ofCorporation = (dwelling: string) =>
  ({ part: 'corporation', relation: 'ours', asIn: dwelling }) as const

/** Until the corporation may know the case the client is known by the name for this dwelling alone. */
const shownAs = ({ number, pseudonym }: Candidate, known: boolean) => (known ? number : pseudonym)

/** Where the covenant names a client as soon as a home is proposed. */
const namedAtOnce = ({ rules }: Pick<Context, 'rules'>) => rules.offers.namedAt === 'proposed'

/** The next in reserve is offered the dwelling without an officer: only where the covenant says so, and where every rule fits. */
const byItself = ({ role }: Actor) => role === 'matching'

/** What an offer of this dwelling to the candidate that was found holds, from the moment that the provider may know of it. */
export function offeredAnew(dwelling: string, alone: boolean, { actor, candidate, rules }: Context) {
  const found = candidate as Candidate
  const number = shownAs(found, namedAtOnce({ rules }))
  const pair = { dwelling, case: found.caseId, number, ...found.dwelling }
  return {
    caseId: found.caseId,
    effect: {
      write: {
        terms: { ...pair, failed: null, reason: null, live: true, alone },
        agreement: { offeredBy: actor.membershipId, agreedBy: null },
        circumstances: found.prints,
      },
      relate: [ofCorporation(dwelling), ...otherParties(found.caseId)],
    },
  }
}

/** The corporation proposes a candidate for its dwelling. The candidate is found again by the matching membership. */
export const propose = offerStep('propose', {
  input: { dwelling: ref('dwelling'), candidate: text(20), reason: optional(longText(1000)) },
  check: (_offer, { reason }, { actor, candidate, reserved, rules }) => {
    if (reserved) return { reason: 'justReserved', field: 'dwelling' }
    if (!candidate) return { reason: 'candidateGone', field: 'candidate' }
    if (byItself(actor) && (rules.offers.nextInLine !== 'byItself' || candidate.failed.length))
      return { reason: 'notInThisCovenant' }
    if (candidate.refusedBefore) return { reason: 'refusedBefore', field: 'candidate' }
    return candidate.failed.length && !reason ? { reason: 'ruleFailedNeedsReason', field: 'reason' } : null
  },
  apply: (_offer, { dwelling, reason }, { actor, candidate, rules }) => {
    const found = candidate as Candidate
    const agreed = !rules.offers.twoOfficers
    return {
      write: {
        terms: {
          dwelling,
          case: found.caseId,
          number: shownAs(found, agreed && namedAtOnce({ rules })),
          ...found.dwelling,
          failed: found.failed.join(' ') || null,
          reason,
          live: true,
          alone: rules.offers.perHome === 1,
        },
        agreement: { offeredBy: actor.membershipId, agreedBy: null },
        circumstances: found.prints,
      },
      to: agreed ? 'proposed' : 'toAgree',
      opens: [agreed ? 'informClient' : 'agreeOffer'],
      relate: [ofCorporation(dwelling), ...(agreed ? otherParties(found.caseId) : [])],
      causes: [
        { step: 'reserveDwelling', subjectId: dwelling, input: { nextInLine: found.nextInLine } },
        ...(agreed ? [toCase(found.caseId, dwelling)] : []),
      ],
    }
  },
})

/** Who proposed does not agree with themselves. */
const own = (offer: Offer, { actor }: Context) =>
  offer.of.agreement?.offeredBy === actor.membershipId ? ({ reason: 'secondPersonNeeded' } as const) : null

/** A colleague agrees: from now on it is an offer, and the provider is asked. */
export const agreeOffer = offerStep('agreeOffer', {
  input: {},
  blockedBy: [own],
  apply: (offer, _input, context) => {
    const { actor, caseNumber, rules } = context
    const { dwelling } = termsOf(offer)
    const caseId = caseOf(offer, context)
    return {
      write: {
        agreement: { agreedBy: actor.membershipId },
        ...(namedAtOnce({ rules }) && { terms: { number: caseNumber ?? '' } }),
      },
      relate: otherParties(caseId),
      causes: [toCase(caseId, dwelling)],
    }
  },
})

/** A colleague does not agree, or whoever proposed thinks better of it: nobody else ever heard of it. */
export const declineOffer = offerStep('declineOffer', {
  input: { note: longText(1000) },
  apply: (offer, { note }, context) => ({
    write: { terms: { live: false }, answer: { reason: null, note } },
    causes: unlessOthers(context, { step: 'releaseDwelling', subjectId: termsOf(offer).dwelling }),
  }),
})
