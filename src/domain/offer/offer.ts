// One dwelling offered to one client: proposed by the corporation, told to the client and shown, answered by the provider with them.
import { swapReasons } from '../case/swap'
import { code, day, flag, longText, money, optional, ref, text, time } from '../kernel/field'
import type { ProcessDefinition } from '../kernel/grants'
import { type Row, stepsOf } from '../kernel/step'
import { compartment, type Loaded, rows } from '../kernel/subject'
import { refusalReasons, withdrawalReasons } from './refusal'

export const offerStages = [
  'new',
  'toAgree',
  'proposed',
  'informed',
  'viewing',
  'judging',
  'accepted',
  'refused',
  'withdrawn',
  'passedOver',
  'swapped',
  'expired',
  'confirmed',
  'completed',
] as const

/** The stages in which the client can still answer. */
export const unanswered = ['proposed', 'informed', 'viewing'] as const

/** Who helped the client to answer, and how the client was told. */
export const helpers = [
  'niemand',
  'begeleider',
  'naaste',
  'bewindvoerder',
  'clientondersteuner',
  'tolk',
] as const
export const waysToTell = ['gesprek', 'telefoon', 'videobellen', 'bericht'] as const
export const viewingOutcomes = ['gezien', 'nietVerschenen', 'nietDoorgegaan'] as const
/** What a client can say of an offer without their mentor beside them. */
export const clientWords = ['ja', 'nee'] as const
export const judgements = ['counts', 'countsNot', 'returned'] as const

export const offerCompartments = {
  /** `live`: this offer goes on; one at a time for a client. `alone`: it holds the dwelling, one at a time. Both by a unique index. */
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
    alone: flag(),
  }),
  /** Who of the corporation proposed, and who agreed where two must: never the same, by a check of the table. */
  agreement: compartment({ offeredBy: ref('membership'), agreedBy: optional(ref('membership')) }),
  informed: compartment({
    toldOn: day('past'),
    toldHow: code('wayToTell', waysToTell),
  }),
  viewings: rows({
    viewOn: day(),
    viewAt: time(),
    viewPlace: optional(text(160)),
    /** Null when the appointment is made; what came of it is a row of its own. */
    viewOutcome: optional(code('viewingOutcome', viewingOutcomes)),
  }),
  /** What the client said by a link, until the mentor confirms it: a corporation reads the answer, and not this. */
  clientWord: rows({
    word: code('clientWord', clientWords),
    reason: optional(code('offerRefusal', refusalReasons)),
    helped: optional(code('helper', helpers)),
  }),
  answer: compartment({
    reason: optional(code('offerRefusal', refusalReasons)),
    note: optional(longText(1000)),
    helped: optional(code('helper', helpers)),
  }),
  judgements: rows({ judgement: code('refusalJudgement', judgements), motivation: longText(1000) }),
  withdrawal: compartment({ withdrawnWhy: code('withdrawal', withdrawalReasons) }),
  /** Two homes that may change clients, as one offer has it: why, who of its two parties agreed, and whether it still waits. */
  swap: compartment({
    swapWhy: code('swapReason', swapReasons),
    corporationAgrees: flag(),
    gemeenteAgrees: flag(),
    swapping: flag(),
  }),
  /** The home that the client would get: for their own side alone. */
  swapHome: compartment({ address: text(160), rent: money(), availableFrom: day() }),
  /** Which offer it would be swapped with: whoever computes knows, and neither side. */
  swapPair: compartment({ partner: ref('offer') }),
  /** What was asked for and what was offered then, as prints: whether anything changed since a refusal, and not what. */
  circumstances: compartment({ seekerPrint: text(64), homePrint: text(64) }),
}

const officer = { officer: 'ours' } as const
const mentor = { mentor: 'assigned' } as const
const coordinator = { coordinator: 'any' } as const
const matching = { matching: 'any' } as const
const open = [...unanswered, 'judging', 'accepted'] as const
/** What a swap waits for at each of its two offers. */
const swapTasks = ['agreeSwapAsCorporation', 'agreeSwapAsGemeente'] as const

// biome-ignore format: a row of the table is a line
export const offerRows = {
  propose: { by: { ...officer, ...matching }, from: ['new'], to: ['proposed', 'toAgree'], writes: ['terms', 'agreement', 'circumstances'], opens: ['agreeOffer', 'informClient'] },
  agreeOffer: { by: officer, from: ['toAgree'], to: 'proposed', writes: ['terms', 'agreement'], opens: ['informClient'] },
  declineOffer: { by: officer, from: ['toAgree'], to: 'withdrawn', writes: ['terms', 'answer'] },
  informClient: { by: mentor, from: ['proposed'], to: 'informed', writes: ['informed', 'terms'] },
  planViewing: { by: { ...officer, ...mentor }, from: unanswered, to: 'viewing', writes: ['viewings', 'terms'], opens: ['holdViewing'], notifies: ['mentor', 'officer'] },
  recordViewing: { by: officer, from: ['viewing'], to: 'informed', writes: ['viewings'], notifies: ['mentor'] },
  giveLink: { by: mentor, from: unanswered },
  hearClient: { by: matching, from: unanswered, writes: ['clientWord'], notifies: ['mentor'] },
  acceptOffer: { by: mentor, from: unanswered, to: 'accepted', writes: ['answer', 'terms'] },
  refuseOffer: { by: mentor, from: unanswered, to: ['refused', 'judging'], writes: ['answer', 'terms'] },
  countRefusal: { by: coordinator, from: ['judging'], to: 'refused', writes: ['judgements', 'terms'], notifies: ['mentor'] },
  excuseRefusal: { by: coordinator, from: ['judging'], to: 'refused', writes: ['judgements', 'terms'], notifies: ['mentor'] },
  returnRefusal: { by: coordinator, from: ['judging'], to: 'informed', writes: ['judgements'] },
  withdrawOffer: { by: officer, from: open, to: 'withdrawn', writes: ['terms', 'answer', 'withdrawal'] },
  passOver: { by: matching, causedBy: ['acceptOffer'], from: ['toAgree', ...unanswered, 'judging'], to: 'passedOver', writes: ['terms'] },
  proposeSwap: { by: { ...officer, regisseur: 'assigned', ...coordinator }, from: unanswered },
  joinSwap: { by: matching, causedBy: ['proposeSwap'], from: unanswered, writes: ['swap', 'swapHome', 'swapPair'], opens: swapTasks, notifies: ['officer', 'regisseur'] },
  agreeSwapAsCorporation: { by: officer, from: unanswered, writes: ['swap'], closes: ['agreeSwapAsCorporation'] },
  agreeSwapAsGemeente: { by: { regisseur: 'assigned' }, from: unanswered, writes: ['swap'], closes: ['agreeSwapAsGemeente'] },
  declineSwap: { by: { ...officer, regisseur: 'assigned', ...coordinator }, from: unanswered, writes: ['swap'], closes: swapTasks },
  lapseSwap: { by: matching, causedBy: ['declineSwap', 'acceptOffer', 'refuseOffer', 'withdrawOffer', 'expireOffer', 'passOver'], from: [...open, 'refused', 'withdrawn', 'expired', 'passedOver'], writes: ['swap'], closes: swapTasks, notifies: ['officer', 'regisseur'] },
  endInSwap: { by: matching, causedBy: ['agreeSwapAsCorporation', 'agreeSwapAsGemeente'], from: unanswered, to: 'swapped', writes: ['swap', 'terms'] },
  offerInSwap: { by: matching, causedBy: ['agreeSwapAsCorporation', 'agreeSwapAsGemeente'], from: ['new'], to: 'proposed', writes: ['terms', 'agreement', 'circumstances'], opens: ['informClient'] },
  expireOffer: { by: matching, causedBy: ['letOfferExpire'], from: unanswered, to: 'expired', writes: ['terms'] },
  confirmOffer: { by: officer, from: ['accepted'], to: 'confirmed' },
  moveOffer: { by: officer, causedBy: ['changeAvailability'], from: ['toAgree', ...open, 'confirmed'], writes: ['terms'], notifies: ['mentor'] },
  askAgain: { by: officer, causedBy: ['moveOffer'], from: ['accepted'], to: 'proposed', opens: ['informClient'] },
  lapseOffer: { by: { officer: 'ours', mentor: 'assigned' }, causedBy: ['endBeforeKey'], from: ['confirmed'], to: 'withdrawn', writes: ['terms'] },
  completeOffer: { by: officer, causedBy: ['handOverKey'], from: ['confirmed'], to: 'completed' },
} as const satisfies Record<string, Row>

const during = offerStages.slice(1)
/** Before a colleague agreed nobody else hears of it. */
const told = offerStages.slice(2)
const ours = { as: 'ours', during } as const
const assigned = { as: 'assigned', during: told } as const
const any = { as: 'any', during: told } as const
const owner = { officer: ours, corporatieLead: ours }
const parties = {
  ...owner,
  mentor: assigned,
  zorgLead: assigned,
  regisseur: assigned,
  gemeenteLead: assigned,
  coordinator: any,
}
/** The side of the client: to which home they would go is nothing for the corporation that they would leave. */
const { officer: _officer, corporatieLead: _lead, ...clientSide } = parties
/** Who computes candidates knows which pairs there were, and what became of them. */
const pairs = { matching: { as: 'any', during } } as const

export const offerProcess = {
  kind: 'offer',
  stages: offerStages,
  compartments: offerCompartments,
  readers: {
    spine: { ...parties, ...pairs },
    terms: { ...parties, ...pairs },
    agreement: owner,
    informed: parties,
    viewings: parties,
    clientWord: { mentor: assigned, zorgLead: assigned },
    answer: parties,
    judgements: parties,
    withdrawal: parties,
    circumstances: pairs,
    swap: { ...parties, ...pairs },
    swapHome: { ...clientSide, ...pairs },
    swapPair: pairs,
  },
  underAlias: { spine: 'all' }, // the address of an offer is where the client will live
  rows: offerRows,
} as const satisfies ProcessDefinition

export type Offer = Loaded<typeof offerCompartments>
/** Makes a step of the offer: its name is its row in the table above. */
export const offerStep = stepsOf('offer', offerCompartments, offerRows)

/** What is offered, and to whom. Throws where it is not there: no step is taken on an offer without it. */
export const termsOf = (offer: Offer) => {
  if (!offer.of.terms) throw new Error('An offer without terms')
  return offer.of.terms
}

/** How often nobody came to a viewing. */
export const noShows = ({ of }: Offer) =>
  (of.viewings ?? []).filter(({ viewOutcome }) => viewOutcome === 'nietVerschenen').length
