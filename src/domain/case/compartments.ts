// Every field of a case lives in exactly one compartment: a group that is always shared together.
// A new field asks one question: whose readers are exactly the readers of this field?
import { contractForms, criteria, priorities, temporaryGrounds } from '../covenant/rule-set'
import { tafelSeats } from '../covenant/tafel-rules'
import { code, codes, count, day, flag, longText, money, optional, ref, text } from '../kernel/field'
import { compartment, rows, rowsApart } from '../kernel/subject'
import { passendSorts, verdicts } from '../norm/letting'
import { consentCategories, waysToConsent } from './consent-table'
import { described, ofThePerson } from './described'
import { caresAfter, lasting, supportLevels } from './lasting'
import { moving } from './moving-rows'
import { written } from './note-rows'
import { papers } from './paper-rows'
import { raised } from './signal-rows'

/** Where a party stands before the tafel. */
const positions = ['support', 'supportIf', 'notYet', 'against'] as const
export const outcomes = [
  'admitted',
  'admittedOnConditions',
  'adjourned',
  'refused',
  'otherForm',
  'backToProvider',
  'otherRegion',
  'emergency',
  'exception',
  'escalated',
  'withdrawn',
] as const
const housingForms = ['tussenvoorziening', 'geclusterd', 'housingFirst', 'begeleidWonen', 'wlz'] as const
export const accessibility = ['ZON', 'GNV', 'NUL', 'ROG', 'ROA', 'ROL', 'RUI'] as const
export const documents = ['lease', 'guidance', 'tripartite'] as const
export const signatories = ['client', 'provider', 'corporation'] as const
/** In the app, with the paper on the screen; or by pen, and the scan is kept. */
export const signingWays = ['inApp', 'onPaper'] as const
export const handoverParts = ['provider', 'gemeente'] as const
export const handoverWhys = [
  'verhuizing',
  'andereZorg',
  'wensClient',
  'aanbiederStopt',
  'bindingElders',
] as const
const wishes = ['nodig', 'gewenst', 'maaktNietUit'] as const

// biome-ignore format: a row of the table is a line
/** The woonprofiel in four blocks, and the sentences that its owner writes for those who may not read more. */
const shared = {
  profile: compartment({
    dwelling: longText(2000),
    minRooms: optional(count(1, 10)),
    maxRent: optional(money(200_000)),
    groundFloor: flag(),
    accessibility: code('accessibility', accessibility),
    environment: longText(2000),
    supportAtHome: longText(2000),
    landing: longText(2000),
    carefulMatch: flag(),
    livingForm: optional(code('livingForm', ['zelfstandig', 'geclusterd', 'gedeeld'])),
    lift: optional(code('wish', wishes)),
    outdoorSpace: optional(code('wish', wishes)),
    lowStimulus: optional(code('wish', wishes)),
    ownWords: optional(longText(2000)),
    approvedOn: optional(day('past')),
    clientComment: optional(longText(2000)),
  }),
  supportSummary: compartment({ summary: longText(600), hoursPerWeek: count(0, 60), reachable: code('reachable', ['kantooruren', 'avonden', 'altijd']) }),
  landlordSummary: compartment({ legalStay: flag(), stayedIn: code('stayedIn', ['opvang', 'begeleidWonen']) }),
  incomeClass: compartment({ class: code('incomeClass', ['passend', 'daeb', 'boven', 'onbekend']), aowAge: flag() }),
  debtSummary: compartment({ regulated: code('regulated', ['geenSchulden', 'geregeld', 'nietGeregeld']), rentDebt: flag() }),
  relapseSummary: compartment({ whoToCall: text(160), when: longText(600) }),
  safetyFlag: compartment({ secret: flag() }),
  /** Shielded until `endedOn`: the alias stands where the name would. The end is proposed by one and agreed by another. */
  shield: compartment({ alias: text(40), since: day(), endProposedOn: optional(day()), endedOn: optional(day()) }),
  /** Who reads a shielded case whole; the last word about a person counts. */
  named: rows({ person: ref('membership'), name: text(160), named: flag() }),
}

/** What a decision says, to whoever works with it. */
const decisionFields = {
  outcome: code('outcome', outcomes),
  municipality: optional(ref('gemeente')),
  priority: optional(code('priority', priorities)),
  contractForm: optional(code('contractForm', contractForms)),
  ground: optional(
    code('refusalGround', ['criteria', 'zelfOplosbaar', 'eigenToedoen', 'eerderVerzoek', 'anders']),
  ),
  until: optional(day()),
  followUpBy: optional(code('followUpBy', ['provider', 'gemeente'])),
  housingForm: optional(code('housingForm', housingForms)),
  toRegion: optional(text(120)),
  validUntil: optional(day()),
  reviewOn: optional(day()),
  clientText: longText(3000),
}

/** Why the table decided so, who did not agree, and from which rule of the covenant it deviated. */
const decisionReasons = {
  motivation: longText(),
  dissentBy: optional(ref('organisation')),
  dissent: optional(longText(1000)),
  rule: optional(code('criterion', criteria)),
  deviation: optional(longText(2000)),
  exceptionUntil: optional(day()),
}

// biome-ignore format: a row of the table is a line
/** What the table, the landlord and the mentor add on the way. */
const decided = {
  intakeCheck: rows({ outcome: code('intakeOutcome', ['complete', 'incomplete']), missing: optional(longText(2000)) }),
  agenda: compartment({ tafel: optional(ref('tafel')), tafelOn: optional(day()) }),
  decision: compartment({
    ...decisionFields,
    /** Since when one of the two adopted it: from then on it cannot be changed. */
    fixedOn: optional(day()),
    adoptedOn: optional(day()),
  }),
  tafelNotes: compartment(decisionReasons),
  /** What somebody must still do, by when; of one decision, from the last row that begins on. Of earlier ones only the words are known. */
  conditions: rows({ version: count(1, 99), begins: flag(), condition: longText(2000), conditionBy: optional(code('conditionBy', ['provider', 'gemeente', 'corporation'])), conditionOn: optional(day()) }),
  /** What became of a condition, each word by itself; the last one counts. Its readers are those of the conditions. */
  conditionWords: rows({ conditionRow: ref('condition'), conditionState: code('conditionState', ['met', 'notMet', 'otherDay']), otherDay: optional(day()), conditionWhy: optional(longText(1000)) }),
  /** Every decision as it was adopted, and what is proposed to correct one: a later row of the same version counts instead. */
  decisions: rows({ version: count(1, 99), replaces: optional(count(1, 99)), tafel: ref('tafel'), ...decisionFields, deciders: codes('seat', tafelSeats), adoptedOn: optional(day()) }),
  decisionNotes: rows({ version: count(1, 99), tafel: ref('tafel'), ...decisionReasons, readyThen: optional(day()), corrects: optional(longText(1000)), proposedBy: optional(text(40)), confirmedBy: optional(text(40)), adoptedOn: optional(day()) }),
  /** What came back from the bestuurlijk overleg. */
  boardAnswers: rows({ boardAnswer: longText(2000) }),
  positions: rowsApart({ tafel: ref('tafel'), position: code('position', positions), positionReason: longText(1000) }),
  refusalsWeighed: rows({ weighed: code('refusalsWeighed', ['searchOn', 'backToTafel']), weighedWhy: longText(1000) }),
  offerLog: rows({ offer: ref('offer'), answer: code('offerAnswer', ['accepted', 'refused', 'withdrawn']), counts: flag() }),
  tenancy: compartment({ dwelling: ref('dwelling'), offer: ref('offer'), address: text(160), form: code('contractForm', contractForms), startOn: day(), rent: money(), keyOn: optional(day()), keyCount: optional(count(1, 20)), meterElectricity: optional(text(30)), meterGas: optional(text(30)), meterWater: optional(text(30)), homeState: optional(code('homeState', ['inOrde', 'gebreken'])), homeNote: optional(longText(2000)), keyPresent: optional(text(200)) }),
  placement: compartment({ form: code('contractForm', contractForms), startOn: day(), keyOn: optional(day()), ownNameOn: optional(day()), temporaryGround: optional(code('temporaryGround', temporaryGrounds)), endsOn: optional(day()), wordsOn: optional(day()) }),
  /** Who signed exactly which text: `checksum` is the SHA-256 of what the paper says. `scan`: the paper, where it was signed by pen. */
  signatures: rows({ document: code('document', documents), signatory: code('signatory', signatories), signedOn: day('past'), startOn: day(), model: optional(count(1, 999)), checksum: optional(text(64)), signingWay: optional(code('signingWay', signingWays)), scan: optional(ref('paper')), recordedBy: optional(text(160)), passend: optional(code('verdict', verdicts)), passendSort: optional(code('passendSort', passendSorts)), daeb: optional(code('verdict', verdicts)), normWhy: optional(longText(1000)) }),
}

// biome-ignore format: a row of the table is a line
const aftercare = {
  plan: compartment({ goals: longText(), agreements: longText(), signedOn: day('past') }),
  guidance: compartment({ level: code('supportLevel', supportLevels), since: day(), planSignedOn: optional(day()) }),
  guidanceSummary: compartment({ running: flag(), lastContactOn: optional(day()) }),
  visits: rows({ visitedOn: day('past'), form: code('visitForm', ['thuis', 'telefoon', 'kantoor', 'nietThuis']), level: code('visitLevel', ['groen', 'oranje', 'rood']) }),
  visitNotes: rows({ visitedOn: day('past'), note: longText() }),
  ...raised,
  supportChanges: rows({ level: code('supportLevel', supportLevels), from: day(), reason: longText(1000), approvedBy: optional(text(80)), reviewOn: day('future'), askedBy: optional(ref('membership')) }),
  evaluations: rows({ heldOn: day('past'), rentPaid: flag(), calm: flag(), goals: code('goals', ['gehaald', 'opWeg', 'nietGehaald']), advice: code('omklapAdvice', ['omklap', 'doorgaan', 'opschalen']), summary: longText(2000) }),
  omklap: rows({ event: code('omklapEvent', ['requested', 'agreed', 'notYet']), on: day(), note: optional(longText(1000)), reviewOn: optional(day('future')), passend: optional(code('verdict', verdicts)), passendSort: optional(code('passendSort', passendSorts)), daeb: optional(code('verdict', verdicts)), careAfter: optional(code('careAfter', caresAfter)) }),
  /** The exception of an emergency: asked for by the provider, decided by the gemeente, with what it rests on. */
  spoedRequests: rows({ event: code('spoedEvent', ['requested', 'granted', 'refused']), reason: optional(code('spoedReason', ['dakloosheid', 'onveilig', 'plekEindigt', 'kinderen', 'anders'])), why: longText(600), until: optional(day()) }),
  /** Until when the short terms count: that it is so is for everyone who must hurry, why is not. */
  spoed: compartment({ since: day(), until: day() }),
  /** Who takes over from whom: proposed by the one, accepted by the other. Both read the case until then. `moveOn`: the first day that the one who proposes is not responsible; `fromOn`: the first day that the other is. */
  handover: rows({ event: code('handoverEvent', ['proposed', 'accepted', 'declined', 'stopped']), part: code('handoverPart', handoverParts), to: ref('organisation'), why: optional(code('handoverWhy', handoverWhys)), agreedOn: optional(day('past')), agreedHow: optional(code('wayToConsent', waysToConsent)), metOn: optional(day('past')), moveOn: optional(day()), fromOn: optional(day('past')), note: optional(longText(1000)) }),
  closing: compartment({ reason: code('closingReason', ['goedAfgerond', 'ingetrokken', 'afgewezen', 'verhuisd', 'terugNaarVoorziening', 'overleden', 'andereWoonvorm', 'andereRegio']), on: day() }),
}

/** The compartments by where they come from, in the order of a case. */
export const compartmentsBySource = {
  ofThePerson,
  described,
  shared,
  papers,
  decided,
  moving,
  aftercare: { ...aftercare, ...lasting },
  written,
} as const

export const compartments = {
  ...ofThePerson,
  ...described,
  ...shared,
  ...papers,
  ...decided,
  ...moving,
  ...aftercare,
  ...lasting,
  ...written,
}
export type CaseCompartments = typeof compartments
export type CaseCompartment = keyof CaseCompartments

/** Lists of codes that a form may need besides a single field. */
export const allCategories = codes('consentCategory', consentCategories)
