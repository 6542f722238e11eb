// A task is what someone is waited for: whose role, which party, and within which term of the covenant.
import type { RuleSet } from '../covenant/rule-set'
import type { Part } from '../kernel/subject'
import type { Role } from './actor'

export type Task = {
  readonly role: Role
  readonly part: Part
  readonly term: keyof RuleSet['terms'] | 'byDate'
  /** It goes on when the case moves to another stage; only the end of the case ends it. */
  readonly lasting?: true
}

export const tasks = {
  finishIntake: { role: 'mentor', part: 'provider', term: 'finishIntake' },
  checkIntake: { role: 'regisseur', part: 'gemeente', term: 'checkIntake' },
  checkImported: { role: 'regisseur', part: 'gemeente', term: 'checkIntake' },
  supplyMore: { role: 'mentor', part: 'provider', term: 'supplyMore' },
  putOnTafel: { role: 'regisseur', part: 'gemeente', term: 'putOnTafel' },
  decide: { role: 'chair', part: 'tafel', term: 'byDate' },
  answerEscalation: { role: 'chair', part: 'tafel', term: 'byDate' },
  confirmCorrection: { role: 'secretary', part: 'tafel', term: 'adoptList', lasting: true },
  findDwelling: { role: 'regisseur', part: 'gemeente', term: 'findDwelling' },
  answerOffer: { role: 'mentor', part: 'provider', term: 'answerOffer' },
  judgeRefusal: { role: 'coordinator', part: 'tafel', term: 'judgeRefusal' },
  weighRefusals: { role: 'regisseur', part: 'gemeente', term: 'weighRefusals' },
  agreeOffer: { role: 'officer', part: 'corporation', term: 'agreeOffer' },
  /** A swap waits for whoever must agree, also while the offer goes on: the client may be told, or see the home. */
  agreeSwapAsCorporation: { role: 'officer', part: 'corporation', term: 'agreeSwap', lasting: true },
  agreeSwapAsGemeente: { role: 'regisseur', part: 'gemeente', term: 'agreeSwap', lasting: true },
  informClient: { role: 'mentor', part: 'provider', term: 'informClient' },
  holdViewing: { role: 'officer', part: 'corporation', term: 'byDate' },
  offerNext: { role: 'officer', part: 'corporation', term: 'offerNext' },
  confirmOffer: { role: 'officer', part: 'corporation', term: 'confirmOffer' },
  signLease: { role: 'officer', part: 'corporation', term: 'sign' },
  signGuidance: { role: 'mentor', part: 'provider', term: 'sign' },
  signTripartiteLandlord: { role: 'officer', part: 'corporation', term: 'sign' },
  signTripartiteProvider: { role: 'mentor', part: 'provider', term: 'sign' },
  writePlan: { role: 'mentor', part: 'provider', term: 'sign' },
  holdTalk: { role: 'officer', part: 'corporation', term: 'byDate' },
  handOverKey: { role: 'officer', part: 'corporation', term: 'byDate' },
  keepLanding: { role: 'mentor', part: 'provider', term: 'byDate', lasting: true },
  visit: { role: 'mentor', part: 'provider', term: 'byDate' },
  evaluate: { role: 'mentor', part: 'provider', term: 'byDate' },
  answerSignal: { role: 'mentor', part: 'provider', term: 'answerSignal' },
  actOnSignal: { role: 'mentor', part: 'provider', term: 'actOnSignal' },
  answerArrears: { role: 'mentor', part: 'provider', term: 'answerArrears' },
  offerDebtHelp: { role: 'regisseur', part: 'gemeente', term: 'offerDebtHelp' },
  revisePlan: { role: 'mentor', part: 'provider', term: 'sign' },
  agreePlan: { role: 'mentor', part: 'provider', term: 'sign' },
  approvePlan: { role: 'zorgLead', part: 'provider', term: 'sign' },
  changeSupport: { role: 'mentor', part: 'provider', term: 'approveScaling' },
  approveScaling: { role: 'zorgLead', part: 'provider', term: 'approveScaling' },
  reviewScaling: { role: 'zorgLead', part: 'provider', term: 'byDate' },
  adviseAsProvider: { role: 'mentor', part: 'provider', term: 'adviseOmklap' },
  adviseAsGemeente: { role: 'regisseur', part: 'gemeente', term: 'adviseOmklap' },
  adviseAsCorporation: { role: 'officer', part: 'corporation', term: 'adviseOmklap' },
  returnHome: { role: 'mentor', part: 'provider', term: 'byDate' },
  holdAsProvider: { role: 'mentor', part: 'provider', term: 'byDate' },
  holdAsLandlord: { role: 'officer', part: 'corporation', term: 'byDate' },
  holdAsGemeente: { role: 'regisseur', part: 'gemeente', term: 'byDate' },
  /** A rung did not help within its term: whoever holds the next one looks whether it is needed. */
  weighRungAsProvider: { role: 'mentor', part: 'provider', term: 'weighRung' },
  weighRungAsLandlord: { role: 'officer', part: 'corporation', term: 'weighRung' },
  weighRungAsGemeente: { role: 'regisseur', part: 'gemeente', term: 'weighRung' },
  weighSupport: { role: 'mentor', part: 'provider', term: 'weighSupport' },
  answerObjection: { role: 'officer', part: 'corporation', term: 'answerObjection' },
  decideOmklap: { role: 'officer', part: 'corporation', term: 'decideOmklap' },
  contact: { role: 'mentor', part: 'provider', term: 'byDate' },
  meetProviderConditions: { role: 'mentor', part: 'provider', term: 'byDate', lasting: true },
  meetGemeenteConditions: { role: 'regisseur', part: 'gemeente', term: 'byDate', lasting: true },
  meetCorporationConditions: { role: 'officer', part: 'corporation', term: 'byDate', lasting: true },
  keepProviderTracks: { role: 'mentor', part: 'provider', term: 'byDate', lasting: true },
  keepGemeenteTracks: { role: 'regisseur', part: 'gemeente', term: 'byDate', lasting: true },
  holdTafel: { role: 'chair', part: 'tafel', term: 'byDate' },
  adoptAsChair: { role: 'chair', part: 'tafel', term: 'adoptList' },
  adoptAsSecretary: { role: 'secretary', part: 'tafel', term: 'adoptList' },
  closeTafel: { role: 'secretary', part: 'tafel', term: 'byDate' },
  reviewAsProvider: { role: 'privacyOfficer', part: 'provider', term: 'reviewEmergency' },
  reviewAsGemeente: { role: 'privacyOfficer', part: 'gemeente', term: 'reviewEmergency' },
  /** Whoever is expected to be ready is so, or gets another day: until the key. */
  becomeReady: { role: 'mentor', part: 'provider', term: 'byDate', lasting: true },
  decideSpoed: { role: 'regisseur', part: 'gemeente', term: 'decideSpoed' },
  answerHandover: { role: 'mentor', part: 'nextProvider', term: 'answerHandover', lasting: true },
  answerMove: { role: 'regisseur', part: 'nextGemeente', term: 'answerHandover', lasting: true },
} as const satisfies Record<string, Task>

export type TaskName = keyof typeof tasks

const lastingTasks = Object.entries<Task>(tasks).flatMap(([name, { lasting }]) => (lasting ? [name] : []))

/** The tasks that outlast a stage; none once a case is closed. */
export const lastingAt = (stage: string): readonly string[] => (stage === 'closed' ? [] : lastingTasks)

/** The short terms of an emergency, while they count. */
export type Spoed = { readonly since: string; readonly until: string } | null | undefined

/**
 * Within how many working days a term ends: the region's own number, or while an emergency counts the part of it that the
 * region agreed for that, and never less than one where there is one. `today` is 'yyyy-mm-dd'.
 */
export function workingDaysOf(
  term: keyof RuleSet['terms'],
  { terms, spoedPercent }: RuleSet,
  spoed: Spoed,
  today: string,
): number {
  return spoed && spoed.until >= today ? Math.ceil((terms[term] * spoedPercent) / 100) : terms[term]
}
