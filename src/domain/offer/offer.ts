// One dwelling offered to one client: proposed by the corporation, answered by the provider with the client.
import { contractForms } from '../covenant/rule-set'
import { code, day, flag, longText, money, optional, ref, text } from '../kernel/field'
import type { ProcessDefinition } from '../kernel/grants'
import { type Row, stepsOf } from '../kernel/step'
import { compartment, type Loaded } from '../kernel/subject'
import { countsAsRefusal, refusalReasons } from './refusal'

export const offerStages = [
  'new',
  'proposed',
  'accepted',
  'refused',
  'withdrawn',
  'confirmed',
  'completed',
] as const

export const offerCompartments = {
  /** `live`: this offer holds the dwelling and the client; one at a time, by a unique index. */
  terms: compartment({
    dwelling: ref('dwelling'),
    case: ref('case'),
    number: text(40),
    address: text(160),
    rent: money(),
    availableFrom: day(),
    failed: optional(text(400)),
    reason: optional(longText(1000)),
    live: flag(),
  }),
  answer: compartment({
    reason: optional(code('offerRefusal', refusalReasons)),
    note: optional(longText(1000)),
  }),
}

const officer = { officer: 'ours' } as const
const mentor = { mentor: 'assigned' } as const

// biome-ignore format: a row of the table is a line
export const offerRows = {
  propose: { by: officer, from: ['new'], to: 'proposed', writes: ['terms'] },
  acceptOffer: { by: mentor, from: ['proposed'], to: 'accepted', writes: ['answer'] },
  refuseOffer: { by: mentor, from: ['proposed'], to: 'refused', writes: ['answer', 'terms'] },
  withdrawOffer: { by: officer, from: ['proposed', 'accepted'], to: 'withdrawn', writes: ['terms', 'answer'] },
  confirmOffer: { by: officer, from: ['accepted'], to: 'confirmed' },
  moveOffer: { by: officer, causedBy: ['changeAvailability'], from: ['proposed', 'accepted', 'confirmed'], to: ['proposed', 'accepted', 'confirmed'], writes: ['terms'] },
  lapseOffer: { by: { officer: 'ours', mentor: 'assigned' }, causedBy: ['endBeforeKey'], from: ['confirmed'], to: 'withdrawn', writes: ['terms'] },
  completeOffer: { by: officer, causedBy: ['handOverKey'], from: ['confirmed'], to: 'completed' },
} as const satisfies Record<string, Row>

const during = offerStages.slice(1)
const ours = { as: 'ours', during } as const
const assigned = { as: 'assigned', during } as const
const any = { as: 'any', during } as const
const parties = {
  officer: ours,
  corporatieLead: ours,
  mentor: assigned,
  zorgLead: assigned,
  regisseur: assigned,
  gemeenteLead: assigned,
  coordinator: any,
}

export const offerProcess = {
  kind: 'offer',
  stages: offerStages,
  compartments: offerCompartments,
  readers: { spine: parties, terms: parties, answer: parties },
  underAlias: { spine: 'all' }, // the address of an offer is where the client will live
  rows: offerRows,
} as const satisfies ProcessDefinition

export type Offer = Loaded<typeof offerCompartments>
const offerStep = stepsOf('offer', offerCompartments, offerRows)

/** The corporation proposes a candidate for its dwelling. The candidate is found again by the matching membership. */
export const propose = offerStep('propose', {
  input: { dwelling: ref('dwelling'), candidate: text(20), reason: optional(longText(1000)) },
  check: (_offer, { reason }, { candidate }) => {
    if (!candidate) return { reason: 'candidateGone', field: 'candidate' }
    return candidate.failed.length && !reason ? { reason: 'ruleFailedNeedsReason', field: 'reason' } : null
  },
  apply: (_offer, { dwelling, reason }, { actor, candidate }) => {
    const found = candidate as NonNullable<typeof candidate>
    return {
      write: {
        terms: {
          dwelling,
          case: found.caseId,
          number: found.number,
          ...found.dwelling,
          failed: found.failed.join(' ') || null,
          reason,
          live: true,
        },
      },
      relate: [
        { part: 'corporation', relation: 'ours', organisationId: actor.organisationId },
        { part: 'provider', relation: 'assigned', asIn: found.caseId },
        { part: 'gemeente', relation: 'assigned', asIn: found.caseId },
      ],
      causes: [
        { step: 'reserveDwelling', subjectId: dwelling },
        {
          step: 'receiveOffer',
          subjectId: found.caseId,
          as: 'matching',
          input: { corporation: actor.organisationId },
        },
      ],
    }
  },
})

const terms = (offer: Offer) => {
  if (!offer.of.terms) throw new Error('An offer without terms')
  return offer.of.terms
}

export const acceptOffer = offerStep('acceptOffer', {
  input: { note: offerCompartments.answer.fields.note },
  apply: (offer, { note }) => ({
    write: { answer: { reason: null, note } },
    causes: [{ step: 'offerAccepted', subjectId: terms(offer).case, input: { offer: offer.spine.id } }],
  }),
})

export const refuseOffer = offerStep('refuseOffer', {
  input: { reason: code('offerRefusal', refusalReasons), note: offerCompartments.answer.fields.note },
  apply: (offer, { reason, note }) => ({
    write: { answer: { reason, note }, terms: { live: false } },
    causes: [
      { step: 'releaseDwelling', subjectId: terms(offer).dwelling, as: 'matching' },
      {
        step: 'offerRefused',
        subjectId: terms(offer).case,
        input: { offer: offer.spine.id, counts: countsAsRefusal(reason) },
      },
    ],
    tells: { reason },
  }),
})

export const withdrawOffer = offerStep('withdrawOffer', {
  input: { note: longText(1000) },
  apply: (offer, { note }) => ({
    write: { terms: { live: false }, answer: { reason: null, note } },
    causes: [
      { step: 'releaseDwelling', subjectId: terms(offer).dwelling },
      { step: 'offerWithdrawn', subjectId: terms(offer).case, as: 'matching' },
    ],
  }),
})

export const confirmOffer = offerStep('confirmOffer', {
  input: { form: code('contractForm', contractForms), startOn: day('future') },
  choices: ({ rules }) => ({ form: rules.contractForms }),
  apply: (offer, { form, startOn }) => {
    const { dwelling, address, rent, case: subjectId } = terms(offer)
    return {
      causes: [
        {
          step: 'startTenancy',
          subjectId,
          input: { offer: offer.spine.id, dwelling, address, rent, form, startOn },
        },
      ],
    }
  },
})

/** The dwelling is free on another day. Who agreed to an earlier one is asked again, until it was confirmed. */
export const moveOffer = offerStep('moveOffer', {
  input: { availableFrom: offerCompartments.terms.fields.availableFrom },
  apply: (offer, { availableFrom }) => {
    const { stage } = offer.spine
    const again = stage === 'accepted' && availableFrom > terms(offer).availableFrom
    return { write: { terms: { availableFrom } }, to: again ? 'proposed' : stage }
  },
})

/** Before the key it ended for this client: the offer holds nobody any more. */
export const lapseOffer = offerStep('lapseOffer', {
  input: {},
  apply: () => ({ write: { terms: { live: false } } }),
})

export const completeOffer = offerStep('completeOffer', { input: {}, apply: () => ({}) })
