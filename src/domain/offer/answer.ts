// What becomes of an offer on the side of the client: told, shown, answered; and a refusal that counts is judged by a person.
import type { Context } from '../kernel/context'
import { code, longText } from '../kernel/field'
import type { Cause } from '../kernel/step'
import { caseOf, isNamed, namedBy } from './naming'
import { clientWords, type Offer, offerCompartments, offerStep, termsOf, viewingOutcomes } from './offer'
import { othersEnd, unlessOthers } from './others'
import { countsAsRefusal, refusalReasons } from './refusal'
import { swapEnds } from './swap-ends'

const { note, helped } = offerCompartments.answer.fields

/** The provider told the client, and how. */
export const informClient = offerStep('informClient', {
  input: offerCompartments.informed.fields,
  apply: (offer, informed, context) => {
    const { terms, causes } = namedBy(offer, 'informed', context)
    return { write: { informed, ...(terms && { terms }) }, causes, tells: { toldOn: informed.toldOn } }
  },
})

const { viewOn, viewAt, viewPlace } = offerCompartments.viewings.fields

/** A day to see the dwelling, or another one: the client need not answer before it. */
export const planViewing = offerStep('planViewing', {
  input: { viewOn: { ...viewOn, when: 'future' }, viewAt, viewPlace },
  apply: (offer, viewing, context) => {
    const { terms, causes } = namedBy(offer, 'viewing', context)
    const wait = {
      step: 'awaitViewing',
      subjectId: caseOf(offer, context),
      input: { viewOn: viewing.viewOn },
    }
    const unknown = context.actor.role === 'officer' && !isNamed(offer, context)
    return {
      append: { viewings: [{ ...viewing, viewOutcome: null }] },
      ...(terms && { write: { terms } }),
      due: { holdViewing: viewing.viewOn },
      causes: [...causes, { ...wait, ...(unknown && { as: 'matching' as const }) }],
      tells: { viewOn: viewing.viewOn },
    }
  },
})

/** What came of the appointment. That somebody did not come is counted, and has no consequence by itself. */
export const recordViewing = offerStep('recordViewing', {
  input: { viewOutcome: code('viewingOutcome', viewingOutcomes) },
  apply: (offer, { viewOutcome }) => {
    const planned = offer.of.viewings?.at(-1)
    if (!planned) throw new Error('No viewing was planned')
    const viewing = { viewOn: planned.viewOn, viewAt: planned.viewAt, viewPlace: planned.viewPlace }
    return { append: { viewings: [{ ...viewing, viewOutcome }] }, tells: { viewOutcome } }
  },
})

/** Of a shielded client no address is shown to whoever holds a piece of paper. */
const shielded = (_offer: Offer, { guarded }: Context) =>
  guarded ? ({ reason: 'linkOfShielded' } as const) : null

/** The mentor gives the client a link, once: what it leads to and how long it lives is not the process's to say. */
export const giveLink = offerStep('giveLink', { input: {}, blockedBy: [shielded], apply: () => ({}) })

/** The client answered by that link. It is their own word, and no answer before the mentor confirms it. */
export const hearClient = offerStep('hearClient', {
  input: { word: code('clientWord', clientWords), reason: offerCompartments.answer.fields.reason, helped },
  blockedBy: [shielded],
  check: (_offer, { word, reason }) =>
    (word === 'nee') === !!reason ? null : { reason: 'invalid', field: 'reason' },
  apply: (_offer, said) => ({ append: { clientWord: [said] } }),
})

/** Whoever records another answer than the client gave by their link says why. */
const asSaid = (recorded: (typeof clientWords)[number]) => (offer: Offer, input: { note: string | null }) => {
  const said = offer.of.clientWord?.at(-1)?.word
  return said && said !== recorded && !input.note
    ? ({ reason: 'otherThanClientSaid', field: 'note' } as const)
    : null
}

export const acceptOffer = offerStep('acceptOffer', {
  input: { note, helped },
  check: asSaid('ja'),
  apply: (offer, { note: said, helped: by }, context) => {
    const { terms, causes } = namedBy(offer, 'accepted', context)
    const told = { step: 'offerAccepted', subjectId: termsOf(offer).case, input: { offer: offer.spine.id } }
    return {
      write: { answer: { reason: null, note: said, helped: by }, terms: { ...terms, alone: true } },
      causes: [...causes, told, ...othersEnd(offer, context), ...swapEnds(offer, context)],
    }
  },
})

/** It is over: the dwelling is free again, unless it is offered to others as well, and the case searches on. */
const over = (offer: Offer, counts: boolean, context: Context): Cause[] => [
  ...unlessOthers(context, { step: 'releaseDwelling', subjectId: termsOf(offer).dwelling, as: 'matching' }),
  { step: 'offerRefused', subjectId: termsOf(offer).case, input: { offer: offer.spine.id, counts } },
]

/** Whether the coordinator has a say first. Of a shielded client they read neither who it is nor where: there it never counts. */
const judged = (reason: string, { rules, guarded }: Context) =>
  rules.offers.judgeRefusals && countsAsRefusal(reason) && !guarded

export const refuseOffer = offerStep('refuseOffer', {
  input: { reason: code('offerRefusal', refusalReasons), note, helped },
  check: asSaid('nee'),
  apply: (offer, { reason, note: said, helped: by }, context) => {
    const counts = countsAsRefusal(reason) && !(context.rules.offers.judgeRefusals && context.guarded)
    const waits = judged(reason, context)
    return {
      write: { answer: { reason, note: said, helped: by }, ...(!waits && { terms: { live: false } }) },
      to: waits ? 'judging' : 'refused',
      causes: [
        ...swapEnds(offer, context),
        ...(waits
          ? [{ step: 'awaitJudgement', subjectId: termsOf(offer).case }]
          : over(offer, counts, context)),
      ],
      tells: { reason },
    }
  },
})

const motivation = longText(1000)
const judgement = (said: 'counts' | 'countsNot' | 'returned', why: string) => ({
  judgements: [{ judgement: said, motivation: why }],
})

/** The refusal counts: it uses up one of the client's suitable offers. */
export const countRefusal = offerStep('countRefusal', {
  input: { motivation },
  apply: (offer, { motivation: why }, context) => ({
    append: judgement('counts', why),
    write: { terms: { live: false } },
    causes: over(offer, true, context),
  }),
})

/** There was reason enough: the refusal does not count. */
export const excuseRefusal = offerStep('excuseRefusal', {
  input: { motivation },
  apply: (offer, { motivation: why }, context) => ({
    append: judgement('countsNot', why),
    write: { terms: { live: false } },
    causes: over(offer, false, context),
  }),
})

/** Back to the provider, who talks with the client once more: the dwelling stays reserved. */
export const returnRefusal = offerStep('returnRefusal', {
  input: { motivation },
  apply: (offer, { motivation: why }) => ({
    append: judgement('returned', why),
    causes: [{ step: 'answerAgain', subjectId: termsOf(offer).case }],
  }),
})
