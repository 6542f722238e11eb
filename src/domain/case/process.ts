// THE PROCESS ON ONE PAGE: who takes which step, from where to where, what it writes, whose turn it makes it.
// Everything else is derived from this table: buttons, refusals, work lists, database rights, the diagram, the tests.
import type { Row } from '../kernel/step'
import { paperGroups } from './papers'
import { silentTasks } from './schedule'
import { signingTasks } from './signing'
import { always, between, from } from './stages'

const describing = between('intake', 'matching')
const running = between('intake', 'aftercare')
const mentor = { mentor: 'ours' } as const
const officer = { officer: 'assigned' } as const
const regisseur = { regisseur: 'ours' } as const
/** Who names people for a shielded case: those who are named, and the team leaders of their own people. */
const naming = { mentor: 'ours', regisseur: 'ours', zorgLead: 'ours', gemeenteLead: 'ours' } as const
/** Whoever sees to a condition of the decision. */
const conditionTasks = [
  'meetProviderConditions',
  'meetGemeenteConditions',
  'meetCorporationConditions',
] as const
const leads = ['zorgLead', 'gemeenteLead'] as const
/** Who carries a case on, and so writes to the others about it. */
const writing = {
  mentor: 'ours',
  zorgLead: 'ours',
  regisseur: 'ours',
  gemeenteLead: 'ours',
  coordinator: 'any',
  officer: 'assigned',
  corporatieLead: 'assigned',
} as const
/** Whoever holds a rung of the ladder: one of them at a time. */
const holding = ['holdAsProvider', 'holdAsLandlord', 'holdAsGemeente'] as const
/** Whoever would hold the next rung, once the term of one has passed. */
const weighing = ['weighRungAsProvider', 'weighRungAsLandlord', 'weighRungAsGemeente'] as const
const terms = { terms: 'any' } as const
const regie = { coordinator: 'any', chair: 'any', secretary: 'any' } as const
/** Who makes the agenda of a tafel: of a case of their own gemeente, or of any. */
const agenda = { regisseur: 'ours', ...regie } as const
/** The table decides on a shielded case without knowing whose it is. */
const chairs = ['chair', 'secretary'] as const
const table = ['coordinator', ...chairs] as const

// biome-ignore format: a row of the table is a line
export const process = {
  // ── intake: the care provider registers its client ─────────────────────────────────────────────────────
  openCase: { by: mentor, from: ['new'], to: 'intake', writes: ['identity', 'contact', 'initials', 'parties', 'stay', 'readiness', 'earlier', 'imported'], opens: ['finishIntake', 'checkImported', 'becomeReady'] },
  describeIdentity: { by: mentor, from: always.slice(0, -1), writes: ['identity', 'contact', 'initials'], opens: signingTasks },
  describeParties: { by: { mentor: 'ours', zorgLead: 'ours' }, from: always.slice(0, -1), writes: ['parties'] },
  describeStay: { by: mentor, from: describing, writes: ['stay', 'landlordSummary', 'residence'] },
  changeReadiness: { by: mentor, from: between('intake', 'tenancy'), writes: ['readiness'], closes: ['becomeReady', 'findDwelling'], opens: ['becomeReady', 'findDwelling'], notifies: ['regisseur', 'officer'] },
  addEarlierAddress: { by: mentor, from: describing, writes: ['earlierAddresses'] },
  describeHousehold: { by: mentor, from: describing, writes: ['household', 'incomeClass'] },
  addMember: { by: mentor, from: describing, writes: ['members'] },
  describeBinding: { by: mentor, from: describing, writes: ['binding'] },
  describeIncome: { by: mentor, from: describing, writes: ['income', 'incomeClass'] },
  describeDebts: { by: mentor, from: describing, writes: ['debts', 'debtSummary', 'bewind'] },
  describeDayActivity: { by: mentor, from: always.slice(0, -1), writes: ['dayActivity'] },
  describeYouth: { by: mentor, from: describing, writes: ['youth'] },
  describeSupport: { by: mentor, from: describing, writes: ['support', 'supportSummary'] },
  writeProfile: { by: mentor, from: describing, writes: ['profile'] },
  addExclusion: { by: mentor, from: describing, writes: ['exclusions', 'exclusionReasons'] },
  describeSafety: { by: mentor, from: always.slice(0, -1), writes: ['safety', 'safetyFlag', 'shield', 'named'], opens: signingTasks, notifies: ['regisseur'] },
  namePerson: { by: naming, from: always, writes: ['named'], underAlias: leads },
  unnamePerson: { by: naming, from: always, writes: ['named'], underAlias: leads },
  endShield: { by: regisseur, from: always, writes: ['shield'], opens: signingTasks, notifies: ['mentor'], grave: true },
  recordConsent: { by: mentor, from: always, writes: ['consents'] },
  withdrawConsent: { by: { mentor: 'ours', regisseur: 'ours', coordinator: 'any' }, from: always, writes: ['consents'], notifies: ['regisseur', 'mentor'] },
  passOnWithdrawal: { by: officer, from: from('matching'), writes: ['consents'], notifies: ['regisseur', 'mentor'] },
  recordBsn: { by: { mentor: 'ours', regisseur: 'ours' }, from: always.slice(0, -1), writes: ['bsn', 'bsnCheck'] },
  describeHealth: { by: mentor, from: always.slice(0, -1), writes: ['health', 'addictionSummary'] },
  describeRelapse: { by: mentor, from: always.slice(0, -1), writes: ['relapsePlan', 'relapseSummary'] },
  addHousingHistory: { by: mentor, from: describing, writes: ['housingHistory'] },
  recordCriminal: { by: mentor, from: describing, writes: ['criminal'] },
  scoreZrm: { by: mentor, from: always.slice(0, -1), writes: ['zrm'] },
  addNetwork: { by: mentor, from: always.slice(0, -1), writes: ['network'] },
  recordCosts: { by: mentor, from: always.slice(0, -1), writes: ['costs'] },
  proposeContract: { by: mentor, from: describing, writes: ['contractProposal'] },
  describeStart: { by: mentor, from: between('intake', 'tenancy'), writes: ['startNeeds'] },
  recordStatement: { by: mentor, from: describing, writes: ['statement'] },
  judgeCriterion: { by: { mentor: 'ours', regisseur: 'ours' }, from: between('intake', 'tafel'), writes: ['criteria'] },
  keepTrack: { by: { mentor: 'ours', regisseur: 'ours' }, from: always.slice(0, -1), writes: ['tracks'], closes: ['keepProviderTracks', 'keepGemeenteTracks'], opens: ['keepProviderTracks', 'keepGemeenteTracks'] },
  takeBackRow: { by: { mentor: 'ours', regisseur: 'ours' }, from: always.slice(0, -1), writes: ['takenBack'], closes: ['keepProviderTracks', 'keepGemeenteTracks'], opens: ['keepProviderTracks', 'keepGemeenteTracks'] },
  addPaper: { by: mentor, from: always.slice(0, -1), writes: paperGroups },
  withdrawPaper: { by: mentor, from: always, writes: paperGroups, grave: true },
  sendIntake: { by: mentor, from: ['intake'], closes: ['finishIntake', 'supplyMore'], opens: ['checkIntake'], resumes: true, notifies: ['regisseur'] },
  askMore: { by: regisseur, from: ['intake'], writes: ['intakeCheck'], closes: ['checkIntake'], opens: ['supplyMore', 'checkIntake'], notifies: ['mentor'] },
  returnIntake: { by: terms, causedByTerm: 'supplyMore', from: ['intake'], closes: ['supplyMore', 'checkIntake'], opens: ['finishIntake'], notifies: ['mentor', 'regisseur'] },
  acceptIntake: { by: regisseur, from: ['intake'], to: 'tafel', writes: ['intakeCheck'], opens: ['putOnTafel'], notifies: ['mentor'] },
  confirmForTafel: { by: regisseur, from: ['intake'], to: 'tafel', closes: ['checkImported'], opens: ['putOnTafel'], notifies: ['mentor'] },
  confirmAdmitted: { by: regisseur, from: ['intake'], to: 'matching', writes: ['decision'], closes: ['checkImported'], opens: ['findDwelling'], notifies: ['mentor'], grave: true },
  confirmHoused: { by: regisseur, from: ['intake'], to: 'aftercare', writes: ['placement', 'guidance', 'guidanceSummary'], closes: ['checkImported'], opens: ['visit', 'contact', 'evaluate'], notifies: ['mentor'], grave: true },
  declineImported: { by: regisseur, from: ['intake'], closes: ['checkImported'], opens: ['finishIntake'], notifies: ['mentor'] },
  requestSpoed: { by: mentor, from: describing, writes: ['spoedRequests'], opens: ['decideSpoed'], notifies: ['regisseur'], urgent: true },
  decideSpoed: { by: regisseur, from: describing, writes: ['spoed', 'spoedRequests'], closes: ['decideSpoed'], opens: ['finishIntake', 'checkIntake', 'supplyMore', 'putOnTafel', 'findDwelling'], notifies: ['mentor'] },
  withdrawCase: { by: mentor, from: between('intake', 'matching'), to: 'closed', writes: ['closing', 'consents'], notifies: ['regisseur'], grave: true },

  // ── tafel: the partners decide ─────────────────────────────────────────────────────────────────────────
  putOnTafel: { by: agenda, from: ['tafel'], writes: ['agenda'], closes: ['putOnTafel'], opens: ['decide'], notifies: ['mentor'], underAlias: table },
  inviteParty: { by: { regisseur: 'ours', coordinator: 'any' }, from: ['tafel'], underAlias: ['coordinator'] },
  supplyForTafel: { by: mentor, from: ['tafel'], closes: ['supplyMore'], resumes: true, notifies: ['regisseur'] },
  takeOffTafel: { by: agenda, from: ['tafel'], writes: ['agenda'], closes: ['decide'], opens: ['putOnTafel'], notifies: ['mentor'], underAlias: table },
  givePosition: { by: { mentor: 'ours', regisseur: 'ours', officer: 'invited' }, from: ['tafel'], writes: ['positions'] },
  followTafel: { by: regie, causedBy: ['changeTafel'], from: ['tafel'], writes: ['agenda'], closes: ['decide'], opens: ['decide'], notifies: ['mentor'], underAlias: table },
  proposeDecision: { by: { chair: 'any' }, from: ['tafel'], writes: ['decision', 'tafelNotes', 'conditions'], closes: ['decide'], underAlias: ['chair'] },
  addCondition: { by: { chair: 'any', secretary: 'any' }, from: ['tafel'], writes: ['conditions'], underAlias: chairs },
  fixDecision: { by: { chair: 'any', secretary: 'any' }, causedBy: ['adoptList'], from: ['tafel'], writes: ['decision'], underAlias: chairs },
  freeDecision: { by: { chair: 'any', secretary: 'any' }, causedBy: ['reopenList'], from: ['tafel'], writes: ['decision'], opens: ['decide'], underAlias: chairs },
  carryOutDecision: { by: { chair: 'any', secretary: 'any' }, causedBy: ['adoptList'], from: ['tafel'], to: ['matching', 'tafel', 'intake', 'closed'], writes: ['decision', 'decisions', 'decisionNotes', 'agenda', 'spoed', 'closing'], closes: conditionTasks, opens: ['findDwelling', 'putOnTafel', 'supplyMore', 'answerEscalation', ...conditionTasks], notifies: ['mentor', 'regisseur'], underAlias: chairs },
  reportCondition: { by: { mentor: 'ours', regisseur: 'ours', officer: 'assigned' }, from: between('tafel', 'aftercare'), writes: ['conditionWords'], closes: conditionTasks, opens: conditionTasks, notifies: ['mentor', 'regisseur', 'officer'] },
  answerEscalation: { by: { chair: 'any' }, from: ['tafel'], writes: ['boardAnswers'], closes: ['answerEscalation'], opens: ['putOnTafel'], notifies: ['mentor', 'regisseur'], underAlias: ['chair'] },
  correctDecision: { by: { chair: 'any' }, from: from('tafel'), writes: ['decisions', 'decisionNotes'], closes: ['confirmCorrection'], opens: ['confirmCorrection'], underAlias: ['chair'] },
  confirmCorrection: { by: { secretary: 'any' }, from: from('tafel'), writes: ['decision', 'decisions', 'decisionNotes'], closes: ['confirmCorrection'], notifies: ['mentor', 'regisseur'], underAlias: ['secretary'] },
  declineCorrection: { by: { secretary: 'any' }, from: from('tafel'), closes: ['confirmCorrection'], underAlias: ['secretary'] },

  // ── matching: a dwelling and a person meet ─────────────────────────────────────────────────────────────
  receiveOffer: { by: { matching: 'any' }, causedBy: ['propose', 'agreeOffer'], from: ['matching'], closes: ['findDwelling'], opens: ['answerOffer'], notifies: ['mentor'] },
  nameToCorporation: { by: { matching: 'any' }, causedBy: ['informClient', 'planViewing', 'acceptOffer'], from: ['matching'], notifies: ['officer'] },
  offerAccepted: { by: mentor, causedBy: ['acceptOffer'], from: ['matching'], writes: ['offerLog'], closes: ['answerOffer'], opens: ['confirmOffer'], notifies: ['officer'] },
  awaitViewing: { by: { officer: 'assigned', mentor: 'ours', matching: 'any' }, causedBy: ['planViewing'], from: ['matching'], closes: ['answerOffer'], opens: ['answerOffer'] },
  awaitJudgement: { by: mentor, causedBy: ['refuseOffer'], from: ['matching'], closes: ['answerOffer'], opens: ['judgeRefusal'], notifies: ['coordinator', 'officer'] },
  answerAgain: { by: { coordinator: 'any' }, causedBy: ['returnRefusal'], from: ['matching'], closes: ['judgeRefusal'], opens: ['answerOffer'], notifies: ['mentor'] },
  offerRefused: { by: { mentor: 'ours', coordinator: 'any' }, causedBy: ['refuseOffer', 'countRefusal', 'excuseRefusal'], from: ['matching'], writes: ['offerLog'], closes: ['answerOffer', 'judgeRefusal'], opens: ['findDwelling', 'weighRefusals'], notifies: ['regisseur', 'officer'] },
  weighRefusals: { by: regisseur, from: ['matching'], to: ['matching', 'tafel'], writes: ['refusalsWeighed'], closes: ['weighRefusals'], opens: ['findDwelling', 'putOnTafel'], notifies: ['mentor'] },
  letOfferExpire: { by: { matching: 'any' }, causedByTerm: 'answerOffer', from: ['matching'], closes: ['answerOffer'], opens: ['findDwelling'], notifies: ['mentor', 'regisseur', 'officer'] },
  offerWithdrawn: { by: { matching: 'any' }, causedBy: ['withdrawOffer', 'passOver'], from: ['matching'], closes: ['answerOffer', 'confirmOffer', 'judgeRefusal'], opens: ['findDwelling'], notifies: ['mentor', 'regisseur'] },
  takeSwappedOffer: { by: { matching: 'any' }, causedBy: ['offerInSwap'], from: ['matching'], closes: ['answerOffer'], opens: ['answerOffer'], notifies: ['mentor', 'regisseur'] },
  followDwelling: { by: officer, causedBy: ['changeAvailability'], from: ['matching', 'tenancy'], writes: ['tenancy', 'placement'], opens: ['answerOffer', 'handOverKey', ...signingTasks], notifies: ['mentor', 'regisseur'] },
  startTenancy: { by: officer, causedBy: ['confirmOffer'], from: ['matching'], to: 'tenancy', writes: ['tenancy', 'placement'], opens: [...signingTasks, 'writePlan', 'handOverKey', ...conditionTasks], notifies: ['mentor', 'regisseur'] },

  // ── handover: another organisation takes over, and no day is without one ───────────────────────────────
  proposeHandover: { by: mentor, from: running, writes: ['handover'], opens: ['answerHandover'], notifies: ['regisseur'], alarms: [{ role: 'mentor', part: 'nextProvider' }] },
  acceptHandover: { by: { mentor: 'assigned' }, from: running, writes: ['handover', 'parties'], closes: ['answerHandover'], opens: signingTasks, notifies: ['regisseur', 'officer'] },
  declineHandover: { by: { mentor: 'assigned' }, from: running, writes: ['handover'], closes: ['answerHandover'], notifies: ['mentor', 'regisseur'] },
  stopHandover: { by: mentor, from: running, writes: ['handover'], closes: ['answerHandover'], notifies: ['regisseur'], alarms: [{ role: 'mentor', part: 'nextProvider' }] },
  lapseHandover: { by: terms, causedByTerm: 'answerHandover', from: running, closes: ['answerHandover'], notifies: ['mentor', 'regisseur'], alarms: [{ role: 'mentor', part: 'nextProvider' }] },
  proposeMove: { by: regisseur, from: running, writes: ['handover'], opens: ['answerMove'], notifies: ['mentor'], alarms: [{ role: 'regisseur', part: 'nextGemeente' }] },
  prepareMove: { by: { mentor: 'ours', regisseur: 'ours' }, from: running, writes: ['moveItems'] },
  acceptMove: { by: { regisseur: 'assigned' }, from: running, writes: ['handover'], closes: ['answerMove'], notifies: ['mentor', 'officer'] },
  declineMove: { by: { regisseur: 'assigned' }, from: running, writes: ['handover'], closes: ['answerMove'], notifies: ['regisseur', 'mentor'] },
  stopMove: { by: regisseur, from: running, writes: ['handover'], closes: ['answerMove'], notifies: ['mentor'], alarms: [{ role: 'regisseur', part: 'nextGemeente' }] },
  lapseMove: { by: terms, causedByTerm: 'answerMove', from: running, closes: ['answerMove'], notifies: ['mentor', 'regisseur'], alarms: [{ role: 'regisseur', part: 'nextGemeente' }] },

  assignLocalTeam: { by: regisseur, from: between('tafel', 'aftercare'), notifies: ['mentor'] },

  // ── tenancy: three agreements, one start date, one key ─────────────────────────────────────────────────
  planTalk: { by: officer, from: ['tenancy'], writes: ['talks'], closes: ['holdTalk'], opens: ['holdTalk'], notifies: ['mentor'] },
  recordTalk: { by: officer, from: ['tenancy'], writes: ['talks'], closes: ['holdTalk'], notifies: ['mentor'] },
  signLease: { by: officer, from: ['tenancy'], writes: ['signatures'], closes: ['signLease'] },
  signGuidance: { by: mentor, from: ['tenancy'], writes: ['signatures'], closes: ['signGuidance'] },
  signTripartiteLandlord: { by: officer, from: ['tenancy'], writes: ['signatures'], closes: ['signTripartiteLandlord'] },
  signTripartiteProvider: { by: mentor, from: ['tenancy'], writes: ['signatures'], closes: ['signTripartiteProvider'] },
  chooseContract: { by: officer, from: ['tenancy'], writes: ['tenancy', 'placement'], opens: signingTasks, notifies: ['mentor'] },
  moveStart: { by: officer, from: ['tenancy'], writes: ['tenancy', 'placement'], opens: [...signingTasks, 'handOverKey'], notifies: ['mentor', 'regisseur'] },
  writePlan: { by: mentor, from: ['tenancy', 'aftercare'], writes: ['plan', 'guidance', 'guidanceSummary'], closes: ['writePlan'], opens: ['signGuidance'] },
  planLanding: { by: mentor, from: ['tenancy', 'aftercare'], writes: ['landing'], closes: ['keepLanding'], opens: ['keepLanding'] },
  endBeforeKey: { by: { mentor: 'ours', officer: 'assigned' }, from: ['tenancy'], to: 'closed', writes: ['closing'], notifies: ['regisseur', 'mentor', 'officer'], grave: true },
  addContract: { by: officer, from: between('tenancy', 'aftercare'), writes: ['papersContract'] },
  withdrawContract: { by: officer, from: from('tenancy'), writes: ['papersContract'], grave: true },
  handOverKey: { by: officer, from: ['tenancy'], to: 'aftercare', writes: ['tenancy', 'placement'], closes: ['becomeReady'], opens: ['visit', 'evaluate'], notifies: ['mentor', 'regisseur'], grave: true },

  recordFreedPlace: { by: mentor, from: ['aftercare'], writes: ['stay'] },

  // ── aftercare: the home lasts ──────────────────────────────────────────────────────────────────────────
  recordVisit: { by: mentor, from: ['aftercare'], writes: ['visits', 'visitNotes', 'guidanceSummary'], closes: ['visit', 'contact'], opens: ['visit', 'contact'], onDevice: true },
  signalByItself: { by: terms, causedByTerm: silentTasks, from: ['aftercare'], writes: ['careCourse'], opens: ['answerSignal'], notifies: ['mentor', 'regisseur'] },
  raiseSignal: { by: { mentor: 'ours', officer: 'assigned' }, from: ['aftercare'], writes: ['signals', 'homeCourse'], opens: ['answerSignal'], notifies: ['mentor', 'officer', 'regisseur'], urgent: true },
  raiseCareSignal: { by: { mentor: 'ours', regisseur: 'ours', localTeam: 'assigned' }, from: ['aftercare'], writes: ['careSignals', 'careCourse'], opens: ['answerSignal'], notifies: ['mentor', 'regisseur'], urgent: true },
  pickUpSignal: { by: mentor, from: ['aftercare'], writes: ['homeCourse', 'careCourse'], closes: ['answerSignal', 'actOnSignal'], opens: ['answerSignal', 'actOnSignal'], notifies: ['officer', 'regisseur'] },
  answerSignal: { by: mentor, from: ['aftercare'], writes: ['signalAnswers', 'homeCourse', 'careAnswers', 'careCourse'], closes: ['answerSignal', 'actOnSignal'], opens: ['answerSignal', 'actOnSignal'], notifies: ['officer', 'regisseur'] },
  noteArrears: { by: officer, from: ['aftercare'], writes: ['arrearsSteps'] },
  reportArrears: { by: officer, from: ['aftercare'], writes: ['arrears', 'arrearsSignal'], opens: ['answerArrears', 'offerDebtHelp'], notifies: ['mentor', 'regisseur'] },
  answerArrears: { by: mentor, from: ['aftercare'], writes: ['signalAnswers'], closes: ['answerArrears'], notifies: ['officer'] },
  recordDebtHelp: { by: regisseur, from: ['aftercare'], writes: ['debtHelp'], closes: ['offerDebtHelp'], notifies: ['mentor'] },
  endArrears: { by: officer, from: ['aftercare'], writes: ['arrearsSteps', 'arrearsEnds'], closes: ['answerArrears', 'offerDebtHelp'], notifies: ['mentor', 'regisseur'] },
  scaleSupport: { by: mentor, from: ['aftercare'], writes: ['supportChanges', 'guidance', 'waakvlam'], closes: ['weighSupport', 'changeSupport', 'approveScaling', 'reviewScaling'], opens: ['visit', 'evaluate', 'approveScaling'], notifies: ['regisseur', 'zorgLead'] },
  approveScaling: { by: { zorgLead: 'ours' }, from: ['aftercare'], writes: ['scalingWords', 'guidance'], closes: ['approveScaling'], opens: ['reviewScaling', 'changeSupport'], notifies: ['mentor', 'regisseur'] },
  reviewScaling: { by: { zorgLead: 'ours' }, from: ['aftercare'], writes: ['scalingWords'], closes: ['reviewScaling'], opens: ['reviewScaling', 'changeSupport'], notifies: ['mentor'] },
  escalate: { by: { mentor: 'ours', officer: 'assigned', regisseur: 'ours' }, from: ['aftercare'], writes: ['escalations'], closes: [...holding, ...weighing], opens: holding, notifies: ['regisseur', 'mentor', 'officer'], urgent: true },
  rungPassed: { by: terms, causedByTerm: holding, from: ['aftercare'], closes: holding, opens: weighing, notifies: ['mentor', 'officer', 'regisseur'] },
  endEscalation: { by: { mentor: 'ours', officer: 'assigned', regisseur: 'ours' }, from: ['aftercare'], writes: ['escalations'], closes: [...holding, ...weighing], notifies: ['regisseur', 'mentor', 'officer'] },
  giveCard: { by: officer, from: ['aftercare'], writes: ['cards'], opens: ['weighSupport'], notifies: ['mentor', 'regisseur'] },
  objectToCard: { by: mentor, from: ['aftercare'], writes: ['cards'], opens: ['answerObjection'], notifies: ['officer'] },
  answerObjection: { by: officer, from: ['aftercare'], writes: ['cards'], closes: ['answerObjection'], notifies: ['mentor', 'regisseur'] },
  keepSupport: { by: mentor, from: ['aftercare'], writes: ['supportKept'], closes: ['weighSupport'], notifies: ['regisseur'] },
  recordEvaluation: { by: mentor, from: ['aftercare'], writes: ['evaluations', 'evaluationTalks'], closes: ['evaluate'], opens: ['evaluate'], notifies: ['officer', 'regisseur'] },
  revisePlan: { by: mentor, from: ['aftercare'], writes: ['planVersions'], closes: ['revisePlan', 'agreePlan', 'approvePlan'], opens: ['agreePlan', 'evaluate'] },
  agreePlan: { by: mentor, from: ['aftercare'], writes: ['planWords'], closes: ['agreePlan'], opens: ['approvePlan', 'revisePlan'], notifies: ['zorgLead'] },
  approvePlan: { by: { zorgLead: 'ours' }, from: ['aftercare'], writes: ['planWords'], closes: ['approvePlan'], opens: ['revisePlan'], notifies: ['mentor'] },
  requestOmklap: { by: mentor, from: ['aftercare'], writes: ['omklap'], opens: ['decideOmklap', 'adviseAsProvider', 'adviseAsGemeente', 'adviseAsCorporation'], notifies: ['officer', 'regisseur'] },
  adviseAsProvider: { by: mentor, from: ['aftercare'], writes: ['omklapVoices'], closes: ['adviseAsProvider'], notifies: ['officer'] },
  adviseAsGemeente: { by: regisseur, from: ['aftercare'], writes: ['omklapVoices'], closes: ['adviseAsGemeente'], notifies: ['officer'] },
  adviseAsCorporation: { by: officer, from: ['aftercare'], writes: ['omklapVoices'], closes: ['adviseAsCorporation'], notifies: ['mentor'] },
  decideOmklap: { by: officer, from: ['aftercare'], writes: ['omklap', 'tenancy', 'placement'], closes: ['decideOmklap', 'adviseAsProvider', 'adviseAsGemeente', 'adviseAsCorporation'], opens: ['evaluate'], notifies: ['mentor', 'regisseur'] },
  startWaakvlam: { by: mentor, from: ['aftercare'], writes: ['guidance', 'waakvlam'], closes: ['visit', 'evaluate', 'contact', 'changeSupport', 'approveScaling', 'reviewScaling'], opens: ['contact'], notifies: ['regisseur'] },
  reserveTimeOut: { by: mentor, from: ['aftercare'], writes: ['timeOuts'] },
  cancelTimeOut: { by: mentor, from: ['aftercare'], writes: ['timeOuts'] },
  startTimeOut: { by: mentor, from: ['aftercare'], writes: ['timeOuts', 'away'], opens: ['returnHome', 'visit', 'contact', 'evaluate'], notifies: ['regisseur'] },
  extendTimeOut: { by: mentor, from: ['aftercare'], writes: ['timeOuts', 'away'], closes: ['returnHome'], opens: ['returnHome'], notifies: ['regisseur'] },
  endTimeOut: { by: mentor, from: ['aftercare'], writes: ['timeOuts', 'away'], closes: ['returnHome'], resumes: true, notifies: ['regisseur'] },
  closeCase: { by: { mentor: 'ours', regisseur: 'ours' }, from: ['aftercare'], to: 'closed', writes: ['closing', 'homeEnd'], notifies: ['regisseur', 'officer'], grave: true },
  guaranteeReturn: { by: mentor, from: ['tenancy', 'aftercare'], writes: ['returnGuarantees'], notifies: ['regisseur'] },
  endGuarantee: { by: mentor, from: ['tenancy', 'aftercare'], writes: ['returnGuarantees'], notifies: ['regisseur'] },
  reopenCase: { by: { mentor: 'ours', regisseur: 'ours' }, from: ['closed'], to: 'aftercare', writes: ['reopenings', 'guidance', 'waakvlam'], opens: ['visit', 'evaluate', 'contact'], notifies: ['mentor', 'regisseur'], undoes: true },

  // ── beside the stages: what people write to each other, and ask of each other ───────────────────────────
  writeNote: { by: writing, from: always, writes: ['notes'] },
  correctNote: { by: writing, from: always, writes: ['notes'] },
  giveTask: { by: writing, from: always.slice(0, -1), writes: ['notes'] },
  finishTask: { by: writing, from: always, writes: ['notes'] },
  handTaskBack: { by: writing, from: always, writes: ['notes'] },
  withdrawTask: { by: writing, from: always, writes: ['notes'] },
} as const satisfies Record<string, Row>

export type CaseStep = keyof typeof process
