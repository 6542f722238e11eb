// What is kept of a home that lasts, or ends, besides the visits and the signals.
import { omklapParties } from '../covenant/moving-rules'
import { code, codes, count, day, longText, optional, ref, text } from '../kernel/field'
import { compartment, rows } from '../kernel/subject'
import { waysToConsent } from './consent-table'
import { zrmDomains } from './described'

/** Where somebody went from here. That it is a place with bars or beds, and which, is nowhere. */
const destinations = [
  'andereWoning',
  'bijNaasten',
  'voorziening',
  'langdurigeZorg',
  'geenPlek',
  'onbekend',
] as const

/** What a support plan says, part by part. */
export const planParts = [
  'planDomains',
  'planGoals',
  'planSteps',
  'planParties',
  'hoursPerWeek',
  'reachable',
  'planSigns',
  'planHelps',
  'planReviewOn',
] as const

/** What a party advises about an omklap, and what support follows it. */
const voices = ['steunt', 'steuntMits', 'nogNietKlaar'] as const
export const caresAfter = ['zelfdeZorg', 'minderZorg', 'alleenWaakvlam', 'geenZorg'] as const

/** What support can be set to by hand; the waakvlam begins by its own step, under its own conditions. */
export const workingLevels = ['licht', 'midden', 'intensief'] as const
export const supportLevels = ['waakvlam', ...workingLevels] as const

/** How a home is looked after while nobody is there. */
export const homeKept = ['geregeld', 'nietNodig', 'nogNiet'] as const

// biome-ignore format: a row of the table is a line
export const lasting = {
  /** The end of the tenancy, where the client no longer lives there. The landlord ended it or not, and reads no word of this. */
  homeEnd: compartment({ homeEndedOn: day('past'), homeEndWhy: code('homeEndWhy', ['opgezegd', 'samenBesloten', 'contractEinde', 'ontruimd', 'overleden']), destination: optional(code('destination', destinations)) }),
  /** The support plan as it was saved each time: goals in the domains of the ZRM, steps and whose they are, and what to watch for. */
  planVersions: rows({ planNumber: count(1, 999), planDomains: codes('lifeDomain', zrmDomains), planGoals: longText(), planSteps: longText(), planParties: codes('planParty', ['client', 'provider', 'naasten', 'gemeente', 'corporation', 'behandelaar']), hoursPerWeek: count(0, 60), reachable: code('reachable', ['kantooruren', 'avonden', 'altijd']), planSigns: optional(longText(1000)), planHelps: optional(longText(1000)), planReviewOn: day('future'), planChanged: codes('planPart', planParts), recordedBy: text(160), writtenBy: optional(ref('membership')) }),
  /** What was said of a version: by the client, and by a supervisor. */
  planWords: rows({ planNumber: count(1, 999), planWord: code('planWord', ['clientAgreed', 'clientDisagreed', 'approved', 'returned']), agreedOn: optional(day('past')), agreedHow: optional(code('wayToConsent', waysToConsent)), note: optional(longText(1000)), recordedBy: text(160), saidBy: optional(ref('membership')) }),
  /** What a supervisor says of more or less support: when it is asked, and on the day to look again. */
  scalingWords: rows({ scalingWord: code('scalingWord', ['approved', 'returned', 'stays', 'change']), nextReviewOn: optional(day('future')), note: optional(longText(1000)), saidBy: ref('membership'), recordedBy: text(160) }),
  /** What client and supervisor say at an evaluation, and when they meet again: the provider's own. */
  evaluationTalks: rows({ heldOn: day('past'), clientThere: code('clientThere', ['erbij', 'telefonisch', 'nietErbij']), clientSays: longText(1000), supervisor: text(80), supervisorSays: longText(1000), nextOn: optional(day('future')) }),
  /** A place to come back to: who guarantees which one until when, and what came of it. */
  returnGuarantees: rows({ guaranteeEvent: code('guaranteeEvent', ['given', 'used', 'ended']), guaranteedBy: ref('provider'), guaranteePlace: text(120), guaranteeUntil: day(), note: optional(longText(1000)) }),
  /** That a file was opened again, for whom somebody must come again: why, and when and how the client said so. */
  reopenings: rows({ reopenWhy: code('reopenWhy', ['vraagClient', 'terugval', 'zorgen']), level: code('supportLevel', supportLevels), agreedOn: day('past'), agreedHow: code('wayToConsent', waysToConsent), note: optional(longText(1000)) }),
  /** What each party advises about the omklap that was asked for the how-manieth time. Every one of them reads it. */
  omklapVoices: rows({ voiceOf: code('omklapParty', omklapParties), voice: code('omklapVoice', voices), voiceWhy: longText(600), voiceRound: count(1, 99) }),
  /** A few days elsewhere: where, held until when before it begins, the plan to return, and who sees to rent, pets, mail, keys and energy. */
  timeOuts: rows({ timeOutEvent: code('timeOutEvent', ['reserved', 'letGo', 'started', 'longer', 'backHome', 'notBack']), timeOutOn: day('past'), timeOutPlace: optional(text(250)), registerPlace: optional(ref('timeOutPlace')), reservedUntil: optional(day()), returnBy: optional(day()), returnPlan: optional(longText(1000)), rentKept: optional(code('homeKept', homeKept)), petsKept: optional(code('homeKept', homeKept)), mailKept: optional(code('homeKept', homeKept)), keysKept: optional(code('homeKept', homeKept)), energyKept: optional(code('homeKept', homeKept)), note: optional(longText(1000)) }),
  /** That somebody is away, without where or why; at home again since `backOn`. */
  away: compartment({ awaySince: day('past'), returnBy: day('future'), backOn: optional(day('past')) }),
  /** The waakvlam is there for who wants it: when and how the client said so, and that it was left for more support. */
  waakvlam: rows({ waakvlamEvent: code('waakvlamEvent', ['started', 'ended']), agreedOn: optional(day('past')), agreedHow: optional(code('wayToConsent', waysToConsent)) }),
}
