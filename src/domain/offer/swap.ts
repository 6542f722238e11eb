// Two homes that change clients: both offers end, and each home is offered to the client of the other, in one transaction or not at all.
import type { Context, Swap } from '../kernel/context'
import { code, day, flag, money, ref, text } from '../kernel/field'
import type { Cause, Refusal } from '../kernel/step'
import { caseOf } from './naming'
import { type Offer, offerCompartments, offerStep, termsOf } from './offer'
import { offeredAnew } from './propose'
import { isSwapping, lapse } from './swap-ends'

const { swapWhy, corporationAgrees, gemeenteAgrees } = offerCompartments.swap.fields
const { partner } = offerCompartments.swapPair.fields

/** Who can propose one. */
const proposers = ['officer', 'regisseur', 'coordinator'] as const

/** What a swap waits for on the side of one offer. */
const words = { corporationAgrees: 'agreeSwapAsCorporation', gemeenteAgrees: 'agreeSwapAsGemeente' } as const
type Word = keyof typeof words
type Words = Readonly<Record<Word, boolean>>
const stillAsked = (said: Words) => (Object.keys(words) as Word[]).flatMap((w) => (said[w] ? [] : [words[w]]))

const noSwap = (offer: Offer): Refusal | null => (isSwapping(offer) ? null : { reason: 'noSwap' })
const inSwap = (offer: Offer): Refusal | null => (isSwapping(offer) ? { reason: 'alreadyInSwap' } : null)

/** Why this client cannot have this home; a reader who may not know that pair is told no rule. */
function against(pair: Swap['newcomer'], named: boolean): Refusal | null {
  if (!pair) return { reason: 'swapGone' }
  const [rule] = pair.failed
  if (!rule && !pair.refusedBefore) return null
  if (!named) return { reason: 'swapDoesNotFit' }
  return rule ? { reason: 'swapRuleFails', values: { rule } } : { reason: 'swapRefusedBefore' }
}

/**
 * Both new pairs are judged at the moment of each word. Whoever proposes reads both offers. Of those who agree a corporation
 * may know who comes to its home, and a gemeente where its client goes; of the other pair only that it does not fit.
 */
function unfit({ actor, swap }: Context, both: boolean): Refusal | null {
  if (!swap?.open) return { reason: 'swapGone' }
  const owner = actor.role === 'officer'
  return against(swap.newcomer, both || owner) ?? against(swap.leaver, both || !owner)
}

/** Of a shielded client nobody else may learn at which homes they might live: not even the other side of a swap. */
const shielded = (_offer: Offer, { guarded }: Context): Refusal | null =>
  guarded ? { reason: 'swapOfShielded' } : null

/** Somebody who reads both offers proposes that the two clients change homes. It is the word of their own organisation as well. */
export const proposeSwap = offerStep('proposeSwap', {
  input: { partner, swapWhy },
  blockedBy: [inSwap, shielded],
  check: (_offer, _input, context) => {
    const refusal = unfit(context, true)
    return refusal && { ...refusal, field: 'partner' }
  },
  apply: (offer, { partner: other, swapWhy: why }, { actor, swap }) => {
    const { newcomer, leaver } = swap as Whole
    const said = { corporationAgrees: actor.role === 'officer', gemeenteAgrees: actor.role === 'regisseur' }
    const join = (subjectId: string, partnerId: string, home: object): Cause => ({
      step: 'joinSwap',
      subjectId,
      as: 'matching',
      input: { partner: partnerId, swapWhy: why, ...said, swapBy: actor.role, ...home },
    })
    const { id } = offer.spine
    return { causes: [join(id, other, leaver.dwelling), join(other, id, newcomer.dwelling)] }
  },
})

/** Both pairs were found: a step that was not refused has them. */
type Whole = Swap & { readonly newcomer: NonNullable<Swap['newcomer']>; leaver: NonNullable<Swap['leaver']> }

/** An offer is in a swap from now on, and waits for its parties: it says which home its own client would get, and nothing of the other client. */
export const joinSwap = offerStep('joinSwap', {
  input: {
    partner,
    swapWhy,
    corporationAgrees,
    gemeenteAgrees,
    swapBy: code('swapBy', proposers),
    address: text(160),
    rent: money(),
    availableFrom: day(),
  },
  blockedBy: [inSwap],
  apply: (_offer, { partner: other, swapWhy: why, swapBy, ...rest }) => {
    const { corporationAgrees: corporation, gemeenteAgrees: gemeente, ...home } = rest
    const said = { corporationAgrees: corporation, gemeenteAgrees: gemeente }
    return {
      write: {
        swap: { swapWhy: why, ...said, swapping: true },
        swapHome: home,
        swapPair: { partner: other },
      },
      opens: stillAsked(said),
      unheard: swapBy === 'coordinator' ? [] : [swapBy],
      tells: { swapWhy: why, swapBy },
    }
  },
})

/** Everybody agreed: both offers end, and both homes are offered crosswise. */
function carriedOut(offer: Offer, { swap, caseId }: Context): readonly Cause[] {
  const { partner: other, dwelling, case: kase, number, alone } = swap as Whole
  const { dwelling: own, alone: held } = termsOf(offer)
  const why = { swapWhy: offer.of.swap?.swapWhy }
  const end = (subjectId: string): Cause => ({ step: 'endInSwap', subjectId, as: 'matching', input: why })
  const anew = (input: object): Cause => ({
    step: 'offerInSwap',
    subjectId: null,
    as: 'matching',
    input: { ...why, ...input },
  })
  return [
    end(offer.spine.id),
    end(other),
    anew({ dwelling: own, case: kase, endedOffer: offer.spine.number, alone: held }),
    anew({ dwelling, case: caseOf(offer, { caseId }), endedOffer: number, alone }),
  ]
}

/** Says yes for one party of this offer; the last of all parties carries it out. */
const agreeing = (word: Word) => ({
  input: {},
  blockedBy: [noSwap, (offer: Offer) => (offer.of.swap?.[word] ? ({ reason: 'noSwap' } as const) : null)],
  check: (_offer: Offer, _input: object, context: Context) => unfit(context, false),
  apply: (offer: Offer, _input: object, context: Context) => {
    const { swapWhy: why, swapping, ...before } = offer.of.swap as NonNullable<Offer['of']['swap']>
    const said = { ...before, [word]: true }
    const all = !stillAsked(said).length && context.swap?.agreed
    return {
      write: { swap: { swapWhy: why, ...said, swapping } },
      causes: all ? carriedOut(offer, context) : [],
    }
  },
})

export const agreeSwapAsCorporation = offerStep('agreeSwapAsCorporation', agreeing('corporationAgrees'))
export const agreeSwapAsGemeente = offerStep('agreeSwapAsGemeente', agreeing('gemeenteAgrees'))

/** One of the parties says no, or whoever proposed thinks better of it: both offers go on as they were. */
export const declineSwap = offerStep('declineSwap', {
  input: {},
  blockedBy: [noSwap],
  apply: (_offer, _input, { swap }) => ({
    write: { swap: { swapping: false } },
    causes: swap ? [lapse(swap.partner)] : [],
  }),
})

/** There will be no swap: one of the two offers was answered or ended, or somebody said no. */
export const lapseSwap = offerStep('lapseSwap', {
  input: {},
  apply: () => ({ write: { swap: { swapping: false } } }),
})

/** The offer ends because its home goes to the client of the other offer. It counts as no refusal, and as no withdrawal. */
export const endInSwap = offerStep('endInSwap', {
  input: { swapWhy },
  apply: (_offer, { swapWhy: why }) => ({
    write: { swap: { swapping: false }, terms: { live: false } },
    tells: { swapWhy: why },
  }),
})

/** A home is offered to the client of the other offer: told to them anew, with terms that begin today. */
export const offerInSwap = offerStep('offerInSwap', {
  input: { dwelling: ref('dwelling'), case: ref('case'), swapWhy, endedOffer: text(40), alone: flag() },
  check: (_offer, _input, { candidate }) => (candidate ? against(candidate, false) : { reason: 'swapGone' }),
  apply: (offer, { dwelling, swapWhy: why, endedOffer, alone }, context) => {
    const { effect, caseId } = offeredAnew(dwelling, alone, context)
    const toCase = { dwelling, swapWhy: why }
    const toHome = { swapWhy: why, endedOffer, newOffer: offer.spine.number }
    return {
      ...effect,
      causes: [
        { step: 'takeSwappedOffer', subjectId: caseId, as: 'matching', input: toCase },
        { step: 'swapDwelling', subjectId: dwelling, as: 'matching', input: toHome },
      ],
      tells: { swapWhy: why },
    }
  },
})
