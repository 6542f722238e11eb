// The ways a case can go besides the straight one. Together they take every step there is.
import { brokeTheGlass, cameAndLeft } from './access-stories'
import { actors } from './actors'
import { caseAt } from './case-at'
import { cameFreeLater, letAgain, offeredTwice } from './dwelling-stories'
import { cameFromFile } from './from-file'
import { hardYear } from './home-stories'
import { notYetAndYes, passedOn, welcomed } from './moving-stories'
import {
  agreedByTwo,
  backToTheTafel,
  excused,
  expired,
  goneToAnother,
  judgedTwice,
  namedAtViewing,
  reserveRanked,
  saidByLink,
  swapped,
} from './offer-stories'
import { agendaChanged, corrected, decided, inSession, onConditions } from './tafel-stories'
import type { World } from './world'

const fullFile = () =>
  caseAt('described')
    .take('describeIdentity', 'mentor')
    .take('recordConsent', 'mentor')
    .take('withdrawConsent', 'mentor')
    .take('recordBsn', 'regisseur')
    .take('describeHealth', 'mentor')
    .take('describeRelapse', 'mentor')
    .take('addHousingHistory', 'mentor')
    .take('recordCriminal', 'mentor')
    .take('scoreZrm', 'mentor')
    .take('addNetwork', 'mentor')
    .take('recordCosts', 'mentor')
    .take('describeParties', 'mentor')
    .take('changeReadiness', 'mentor')
    .take('addEarlierAddress', 'mentor')
    .take('addMember', 'mentor')
    .take('describeDayActivity', 'mentor')
    .take('proposeContract', 'mentor')
    .take('describeStart', 'mentor')
    .take('recordStatement', 'mentor')
    .take('judgeCriterion', 'mentor')
    .take('keepTrack', 'mentor', { holder: 'provider' })
    .take('keepTrack', 'regisseur')
    .take('addPaper', 'mentor')
    .take('withdrawPaper', 'mentor')

/** Seventeen and a half, and in time. */
const young = () =>
  caseAt('new')
    .take('openCase', 'mentor', { birthDate: '2008-06-20', setting: 'JMV', wantedFrom: '2026-07-01' })
    .take('describeYouth', 'mentor')

/** A member too many. */
const takenBack = () => {
  const world = caseAt('described').take('addMember', 'mentor')
  return world.take('takeBackRow', 'mentor', { row: world.kase.of.members?.at(-1)?.id })
}

/** Urgent at last, after it was not urgent at first. */
const urgent = () =>
  caseAt('sent')
    .take('requestSpoed', 'mentor')
    .take('decideSpoed', 'regisseur', { granted: false, until: null })
    .take('requestSpoed', 'mentor')
    .take('decideSpoed', 'regisseur')

/** A secret address, until it is secret no longer. */
const shielded = () =>
  caseAt('intake')
    .take('describeSafety', 'mentor', { threat: 'stalking', secrecy: 'geheim' })
    .take('namePerson', 'mentor')
    .take('namePerson', 'regisseur', { person: actors.officer.membershipId })
    .take('unnamePerson', 'mentor')
    .take('describeSafety', 'mentor', { threat: 'geen', secrecy: 'beschermd' })
    .take('endShield', 'regisseur')

const askedForMore = () =>
  caseAt('sent')
    .take('askMore', 'regisseur')
    .take('sendIntake', 'mentor')
    .take('askMore', 'regisseur')
    .take('withdrawCase', 'mentor')

/** Nobody answered: the aanmelding went back, and nobody took the case over. */
const unanswered = () =>
  caseAt('sent')
    .take('askMore', 'regisseur')
    .take('returnIntake', 'terms')
    .take('proposeHandover', 'mentor')
    .take('lapseHandover', 'terms')
    .take('proposeMove', 'regisseur')
    .take('lapseMove', 'terms')
    .take('sendIntake', 'mentor')

export const adjournedToProvider = () =>
  decided({ outcome: 'adjourned', until: '2026-02-17', followUpBy: 'provider' })

export const adjournedToGemeente = () =>
  decided({ outcome: 'adjourned', until: '2026-02-17', followUpBy: 'gemeente' })

const decidedTwice = () =>
  adjournedToProvider()
    .on('2026-02-10')
    .take('supplyForTafel', 'mentor')
    .take('planTafel', 'secretary')
    .take('putOnTafel', 'regisseur')

const reopened = () =>
  caseAt('proposed')
    .take('adoptList', 'secretary')
    .take('reopenList', 'chair')
    .take('proposeDecision', 'chair', onConditions)
    .take('adoptList', 'chair')
    .take('adoptList', 'secretary')

/** Something was not arranged yet: everyone signs for another day. */
const startsLater = () =>
  caseAt('signed')
    .take('chooseContract', 'officer')
    .take('moveStart', 'officer', { startOn: '2026-03-20', movedWhy: 'nietGeregeld' })

/** A note that was corrected; a task that was done, and one that came back and was withdrawn. */
const writtenAbout = () =>
  caseAt('intake')
    .take('writeNote', 'mentor')
    .take('correctNote', 'mentor')
    .take('giveTask', 'mentor')
    .take('finishTask', 'regisseur')
    .take('giveTask', 'mentor')
    .take('handTaskBack', 'regisseur')
    .take('withdrawTask', 'mentor')

/** One world per story, each fresh to play on. */
export const stories: Readonly<Record<string, () => World>> = {
  'the straight way': () => caseAt('closed'),
  'a full file': fullFile,
  'a start that was moved': startsLater,
  'a talk and an introduction': welcomed,
  'a member too many': takenBack,
  'somebody who comes of age': young,
  'urgent, the second time': urgent,
  'another provider, another gemeente': passedOn,
  'what people wrote to each other': writtenAbout,
  'from a file, for the tafel': () => cameFromFile('tafel').take('confirmForTafel', 'regisseur'),
  'from a file, admitted': () => cameFromFile('matching').take('confirmAdmitted', 'regisseur'),
  'from a file, with a home': () => cameFromFile('aftercare').take('confirmHoused', 'regisseur'),
  'from a file, not so': () => cameFromFile('tafel').take('declineImported', 'regisseur'),
  'a secret address, for a while': shielded,
  'asked for more, then withdrawn': askedForMore,
  'an agenda that changed': agendaChanged,
  'a tafel in session': inSession,
  'adjourned, waiting on the provider': adjournedToProvider,
  'adjourned, waiting on the gemeente': adjournedToGemeente,
  'not answered in time': unanswered,
  'adjourned, and on a next tafel': decidedTwice,
  'back to the provider': () => decided({ outcome: 'backToProvider', reviewOn: '2026-03-03' }),
  'escalated, decided and corrected': corrected,
  'refused by the tafel': () => decided({ outcome: 'refused', ground: 'criteria' }),
  'admitted on conditions': () => decided(onConditions),
  'a list that was reopened': reopened,
  'offered twice': offeredTwice,
  'offered by two of the corporation': agreedByTwo,
  'named to the corporation when a viewing is planned': namedAtViewing,
  'seen, refused and judged': judgedTwice,
  'refused for a good reason': excused,
  'refused as often as was agreed': backToTheTafel,
  'an offer that nobody answered': expired,
  'a client who answered by a link': saidByLink,
  'a home that somebody else accepted first': goneToAnother,
  'two homes that changed clients': swapped,
  'somebody in reserve is put in front': reserveRanked,
  'a dwelling that came free later': cameFreeLater,
  'a dwelling that is let again': letAgain,
  'ended before the key, by the provider': () => caseAt('signed').take('endBeforeKey', 'mentor'),
  'a lease that was the wrong one': () =>
    caseAt('tenancy').take('addContract', 'officer').take('withdrawContract', 'officer'),
  'ended before the key, by the corporation': () => caseAt('tenancy').take('endBeforeKey', 'officer'),
  'an omklap, the second time': notYetAndYes,
  'a hard year': hardYear,
  'someone who came and left': cameAndLeft,
  'a glass that was broken': brokeTheGlass,
  'opened again': () => caseAt('closed').take('reopenCase', 'regisseur').take('closeCase', 'mentor'),
  'back from the waakvlam': () => caseAt('waakvlam').take('scaleSupport', 'mentor', { level: 'licht' }),
}
