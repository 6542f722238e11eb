// Every step that people take by hand, each where it can be taken: one long story on a real database.
import type { StepName } from '@/domain/case/steps'
import { addDays } from '@/domain/kernel/days'
import { numberOf } from './broken-glass'
import { aRow } from './from-file'
import { type Input, type Line, line, type Stage } from './line'
import { candidates } from './main-job'
import { agreedByOne, inReserve, offersBefore } from './offer-script'
import { TODAY } from './region'

const YEAR_LATER = '2027-11-29'

const emmen = ({ r }: Stage) => ({ gemeente: r.organisations.emmen })
const proposed =
  (dwelling: string, client = 'kase') =>
  async ({ by, ids }: Stage): Promise<Input> => {
    const found = await candidates(by('officer'), ids[dwelling] as string)
    return {
      dwelling: ids[dwelling],
      candidate: found?.candidates.find((c) => c.caseId === ids[client])?.pseudonym,
    }
  }
const onTafel =
  (tafel: string) =>
  ({ ids }: Stage): Input => ({ tafel: ids[tafel] })

const kase = line(TODAY, 'kase')
const other = line(TODAY, 'other')
/** Somebody else named, and no longer: a secret address, until it is secret no longer. */
export const shieldedForAWhile = [
  other('describeSafety', 'mentor', { threat: 'stalking', secrecy: 'geheim' }),
  other('namePerson', 'mentor', ({ by }) => ({ person: by('regisseur').membershipId })),
  other('namePerson', 'mentor', ({ by }) => ({ person: by('zorgLead').membershipId })),
  other('unnamePerson', 'mentor', ({ by }) => ({ person: by('zorgLead').membershipId })),
  other('describeSafety', 'mentor', { threat: 'geen', secrecy: 'beschermd' }),
  other('endShield', 'regisseur'),
]
const described = [
  'describeIdentity',
  'describeStay',
  'describeHousehold',
  'describeIncome',
  'describeDebts',
  'describeSupport',
  'writeProfile',
  'addExclusion',
  'describeSafety',
  'recordBsn',
  'describeHealth',
  'describeRelapse',
  'addHousingHistory',
  'recordCriminal',
  'scoreZrm',
  'addNetwork',
  'recordCosts',
  'describeParties',
  'addEarlierAddress',
  'addMember',
  'describeDayActivity',
  'proposeContract',
  'describeStart',
  'recordStatement',
  'judgeCriterion',
  'keepTrack',
  'changeReadiness',
  'addPaper',
] as const satisfies StepName[]

/** The paper of this group that came in last. */
const paperIn =
  (group: string) =>
  async ({ r }: Stage): Promise<Input> => {
    const [row] = await r.kernel<{ paper: string }>(
      `SELECT paper FROM case_papers_${group} ORDER BY seq DESC LIMIT 1`,
    )
    return { paper: row?.paper }
  }

/** The note or task that was written last. */
const lastNote = async ({ r }: Stage): Promise<Input> => {
  const [row] = await r.kernel<{ noteId: string }>(
    `SELECT note_id AS "noteId" FROM case_notes ORDER BY seq DESC LIMIT 1`,
  )
  return { noteId: row?.noteId }
}
const toRegisseur = ({ by }: Stage): Input => ({ forWhom: by('regisseur').membershipId })
/** A note that is corrected, a task that is done, and one that comes back. */
export const writtenAbout = [
  kase('writeNote', 'mentor'),
  kase('correctNote', 'mentor', lastNote),
  kase('giveTask', 'mentor', toRegisseur),
  kase('finishTask', 'regisseur', lastNote),
  kase('giveTask', 'mentor', toRegisseur),
  kase('handTaskBack', 'regisseur', lastNote),
  kase('withdrawTask', 'mentor', lastNote),
]

const intake = [
  kase('openCase', 'mentor', emmen),
  ...described.map((step) => kase(step, 'mentor')),
  kase('takeBackRow', 'mentor', async ({ r }) => {
    const [row] = await r.kernel<{ id: string }>('SELECT id FROM case_members ORDER BY seq DESC LIMIT 1')
    return { row: row?.id }
  }),
  kase('requestSpoed', 'mentor'),
  kase('decideSpoed', 'regisseur'),
  kase('withdrawPaper', 'mentor', paperIn('income')),
  kase('describeBinding', 'mentor', ({ r }) => ({ originMunicipality: r.organisations.emmen })),
  kase('recordConsent', 'mentor', ({ r }) => ({ recipient: r.organisations.domesta })),
  kase('withdrawConsent', 'regisseur', ({ r }) => ({ recipient: r.organisations.domesta })),
  ...writtenAbout,
  kase('sendIntake', 'mentor'),
  kase('askMore', 'regisseur'),
  kase('sendIntake', 'mentor'),
  kase('acceptIntake', 'regisseur'),
  other('openCase', 'mentor', emmen),
  ...shieldedForAWhile,
  other('withdrawCase', 'mentor'),
]

/** Four clients from a file: of one it is not known that they are where it says. */
export const imported = (
  [
    ['confirmForTafel', 'tafel'],
    ['confirmAdmitted', 'matching'],
    ['confirmHoused', 'aftercare'],
    ['declineImported', 'tafel'],
  ] as const
).flatMap(([step, stated]) => {
  const one = line(TODAY, step)
  return [{ ...one('openCase', 'mentor', emmen), fromFile: aRow(stated) }, one(step, 'regisseur')]
})

const passed = line(TODAY, 'passed')
/** Where those work to whom a case is handed over. */
export const takers = { mentor: 'leger-des-heils', regisseur: 'borger-odoorn' } as const
const taker = line(TODAY, 'passed', true)
const toProvider = ({ r }: Stage) => ({ to: r.organisations[takers.mentor] })
const toGemeente = ({ r }: Stage) => ({ to: r.organisations[takers.regisseur] })
/** Somebody whose provider and gemeente become others; each said no, and each was asked in vain, once. */
const handover = [
  passed('openCase', 'mentor', (stage) => ({ ...emmen(stage), birthDate: '2006-06-20' })),
  passed('describeYouth', 'mentor'),
  passed('proposeMove', 'regisseur', toGemeente),
  taker('declineMove', 'regisseur'),
  passed('proposeMove', 'regisseur', toGemeente),
  passed('stopMove', 'regisseur'),
  passed('proposeMove', 'regisseur', toGemeente),
  passed('prepareMove', 'mentor'),
  ...['indicatie', 'schulden', 'inschrijving'].map((moveItem) =>
    passed('prepareMove', 'regisseur', { moveItem }),
  ),
  taker('acceptMove', 'regisseur'),
  passed('proposeHandover', 'mentor', toProvider),
  taker('declineHandover', 'mentor'),
  passed('proposeHandover', 'mentor', toProvider),
  passed('stopHandover', 'mentor'),
  passed('proposeHandover', 'mentor', toProvider),
  taker('acceptHandover', 'mentor'),
]

const adjourned = {
  outcome: 'adjourned',
  municipality: null,
  until: addDays(TODAY, 14),
  followUpBy: 'provider',
}
const idle = line(TODAY, 'idleTafel')
const first = line(TODAY, 'tafel')
const second = line(TODAY, 'nextTafel')
const third = line(TODAY, 'thirdTafel')
const escalated = { outcome: 'escalated', until: addDays(TODAY, 14) }
const onCondition = {
  outcome: 'admittedOnConditions',
  condition: 'Budgetbeheer loopt door',
  conditionBy: 'provider',
  conditionOn: addDays(TODAY, 30),
}
const tafel = [
  idle('planTafel', 'coordinator', { everyWeeks: 2, times: 3 }),
  idle('changeTafel', 'coordinator'),
  idle('cancelTafel', 'coordinator'),
  first('planTafel', 'secretary', { on: TODAY }),
  kase('putOnTafel', 'regisseur', onTafel('tafel')),
  kase('takeOffTafel', 'regisseur'),
  kase('putOnTafel', 'regisseur', onTafel('tafel')),
  kase('inviteParty', 'regisseur', ({ r }) => ({ organisation: r.organisations.woonservice })),
  kase('assignLocalTeam', 'regisseur', ({ r }) => ({ localTeam: r.organisations['wijkteam-de-verbinding'] })),
  kase('givePosition', 'regisseur'),
  first('arrangeItem', 'secretary', ({ ids }) => ({ item: ids.kase })),
  first('nameDelegate', 'chair', ({ by }) => ({ delegate: by('officer').membershipId })),
  first('nameDelegate', 'chair', ({ by }) => ({ seat: 'gemeente', delegate: by('regisseur').membershipId })),
  first('nameDelegate', 'chair', ({ by }) => ({
    seat: 'zorgaanbieder',
    delegate: by('mentor').membershipId,
  })),
  first('inviteDelegates', 'secretary'),
  first('changeTafel', 'chair', { on: addDays(TODAY, 7) }),
  first('changeTafel', 'secretary', { on: TODAY }),
  first('dropDelegate', 'chair', ({ by }) => ({ delegate: by('mentor').membershipId })),
  first('openTafel', 'chair'),
  first('takeUpItem', 'secretary', ({ ids }) => ({ item: ids.kase })),
  first('arrive', 'chair'),
  first('leave', 'secretary'),
  kase('proposeDecision', 'chair', adjourned),
  first('adoptList', 'chair'),
  first('reopenList', 'secretary'),
  kase('proposeDecision', 'chair', adjourned),
  first('adoptList', 'chair'),
  first('adoptList', 'secretary'),
  first('closeTafel', 'secretary'),
  kase('supplyForTafel', 'mentor'),
  second('planTafel', 'secretary', { on: TODAY }),
  kase('putOnTafel', 'regisseur', onTafel('nextTafel')),
  second('openTafel', 'chair'),
  kase('proposeDecision', 'chair', ({ r }) => ({ ...escalated, municipality: r.organisations.emmen })),
  second('adoptList', 'chair'),
  second('adoptList', 'secretary'),
  kase('answerEscalation', 'chair'),
  third('planTafel', 'secretary', { on: TODAY }),
  kase('putOnTafel', 'regisseur', onTafel('thirdTafel')),
  third('openTafel', 'chair'),
  kase('proposeDecision', 'chair', ({ r }) => ({ ...onCondition, municipality: r.organisations.emmen })),
  kase('addCondition', 'secretary', { conditionOn: addDays(TODAY, 60) }),
  third('adoptList', 'chair'),
  third('adoptList', 'secretary'),
  kase('correctDecision', 'chair', ({ r }) => ({ municipality: r.organisations.emmen })),
  kase('declineCorrection', 'secretary'),
  kase('correctDecision', 'chair', ({ r }) => ({ municipality: r.organisations.emmen })),
  kase('confirmCorrection', 'secretary'),
]

const municipality = ({ r }: Stage) => ({ municipality: r.organisations.emmen })
const dwelling = line(TODAY, 'dwelling')
const spare = line(TODAY, 'spareDwelling')
const matching = [
  spare('enterDwelling', 'officer', municipality),
  spare('withdrawDwelling', 'officer'),
  dwelling('enterDwelling', 'officer', municipality),
  dwelling('correctDwelling', 'officer', municipality),
  dwelling('changeAvailability', 'officer'),
  dwelling('blockDwelling', 'officer'),
  dwelling('unblockDwelling', 'officer'),
  ...offersBefore(proposed('dwelling'), (rent) =>
    dwelling('correctDwelling', 'officer', ({ r }) => ({ municipality: r.organisations.emmen, rent })),
  ),
  line(TODAY, 'offer')('propose', 'officer', agreedByOne(proposed('dwelling'))),
  dwelling('rankReserve', 'officer', inReserve),
  line(TODAY, 'offer')('acceptOffer', 'mentor'),
  line(TODAY, 'offer')('confirmOffer', 'officer', { startOn: TODAY }),
]

const start = { signedOn: TODAY, startOn: TODAY, signingWay: 'inApp' }
const tenancy = [
  kase('planTalk', 'officer'),
  kase('recordTalk', 'officer'),
  kase('planLanding', 'mentor'),
  kase('chooseContract', 'officer', { form: 'eigenNaam' }),
  kase('chooseContract', 'officer'),
  kase('moveStart', 'officer', { startOn: addDays(TODAY, 7) }),
  kase('moveStart', 'officer', { startOn: TODAY }),
  kase('recordConsent', 'mentor', ({ r }) => ({ recipient: r.organisations.domesta })),
  kase('passOnWithdrawal', 'officer'),
  kase('writePlan', 'mentor'),
  ...(['signLease', 'signTripartiteLandlord'] as const).map((step) => kase(step, 'officer', start)),
  ...(['signGuidance', 'signTripartiteProvider'] as const).map((step) => kase(step, 'mentor', start)),
  kase('addContract', 'officer'),
  kase('withdrawContract', 'officer', paperIn('contract')),
  kase('handOverKey', 'officer', { keyOn: TODAY }),
  kase('recordFreedPlace', 'mentor'),
  dwelling('receiveNotice', 'officer'),
  dwelling('takeBackNotice', 'officer'),
  dwelling('receiveNotice', 'officer'),
  dwelling('makeAvailable', 'officer', municipality),
  dwelling('withdrawDwelling', 'officer'),
]

/** Somebody else, who does not move in after all: the offer is confirmed, and it ends before the key. */
const gone = line(TODAY, 'gone')
const neverMovedIn = [
  gone('openCase', 'mentor', emmen),
  ...described.slice(1, 9).map((step) => gone(step, 'mentor')),
  gone('describeBinding', 'mentor', ({ r }) => ({ originMunicipality: r.organisations.emmen })),
  gone('sendIntake', 'mentor'),
  gone('acceptIntake', 'regisseur'),
  line(TODAY, 'lastTafel')('planTafel', 'secretary', { on: TODAY }),
  gone('putOnTafel', 'regisseur', onTafel('lastTafel')),
  line(TODAY, 'lastTafel')('openTafel', 'chair'),
  gone('proposeDecision', 'chair', municipality),
  line(TODAY, 'lastTafel')('adoptList', 'secretary'),
  line(TODAY, 'lastTafel')('adoptList', 'chair'),
  line(TODAY, 'freedDwelling')('enterDwelling', 'officer', municipality),
  line(TODAY, 'lapsed')('propose', 'officer', proposed('freedDwelling', 'gone')),
  line(TODAY, 'freedDwelling')('changeAvailability', 'officer'),
  line(TODAY, 'lapsed')('acceptOffer', 'mentor'),
  line(TODAY, 'lapsed')('confirmOffer', 'officer', { startOn: addDays(TODAY, 40) }),
  gone('endBeforeKey', 'mentor'),
]

const later = line(YEAR_LATER, 'kase')
const aftercare = [
  kase('recordVisit', 'mentor'),
  kase('raiseSignal', 'officer'),
  kase('pickUpSignal', 'mentor'),
  kase('answerSignal', 'mentor'),
  kase('raiseCareSignal', 'regisseur'),
  kase('answerSignal', 'mentor'),
  kase('noteArrears', 'officer'),
  kase('noteArrears', 'officer', () => ({ done: 'contacted' })),
  kase('noteArrears', 'officer', () => ({ done: 'helpOffered' })),
  kase('reportArrears', 'officer'),
  kase('answerArrears', 'mentor'),
  kase('recordDebtHelp', 'regisseur'),
  kase('endArrears', 'officer'),
  kase('scaleSupport', 'mentor'),
  kase('escalate', 'regisseur'),
  kase('startTimeOut', 'mentor'),
  kase('extendTimeOut', 'mentor'),
  kase('endTimeOut', 'mentor'),
  kase('revisePlan', 'mentor'),
  kase('agreePlan', 'mentor'),
  kase('approvePlan', 'zorgLead'),
  kase('giveCard', 'officer'),
  kase('objectToCard', 'mentor'),
  kase('answerObjection', 'officer'),
  kase('giveCard', 'officer', () => ({ card: 'yellow', prevention: 'Begeleiding komt vaker' })),
  kase('keepSupport', 'mentor'),
  kase('endEscalation', 'mentor'),
  later('recordEvaluation', 'mentor'),
  later('requestOmklap', 'mentor'),
  later('adviseAsProvider', 'mentor'),
  later('adviseAsGemeente', 'regisseur'),
  later('adviseAsCorporation', 'officer'),
  later('decideOmklap', 'officer'),
  later('startWaakvlam', 'mentor'),
  later('closeCase', 'mentor', {
    ...{ reason: 'verhuisd', homeEndedOn: YEAR_LATER },
    ...{ homeEndWhy: 'opgezegd', destination: 'andereWoning' },
  }),
]

const access = (
  ['giveAccess', 'changeUntil', 'reportAbsence', 'endAbsence', 'renewLink', 'endAccess'] as const
).map((step) => line(TODAY, 'membership')(step, 'organisationAdmin'))

const glass = line(TODAY, 'emergency')
const emergency = [
  glass('breakGlass', 'coordinator', async ({ r, ids }) => ({
    caseNumber: await numberOf(r, ids.kase ?? ''),
  })),
  glass('endEmergency', 'coordinator'),
  glass('reviewEmergency', 'privacyOfficer'),
]

const chapters = [
  intake,
  imported,
  handover,
  tafel,
  matching,
  tenancy,
  neverMovedIn,
  aftercare,
  access,
  emergency,
]
export const script: readonly Line[] = chapters.flat()

/** The first time that each step is taken. */
export const firsts = script.filter((one, at) => script.findIndex((other) => other.step === one.step) === at)
