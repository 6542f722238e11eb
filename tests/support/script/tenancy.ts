// From a confirmed offer to the key, and somebody who does not move in after all.
import { addDays } from '@/domain/kernel/days'
import { line } from '../line'
import { TODAY } from '../region'
import { described, emmen, kase, municipality, onTafel, paperIn, proposed } from './parts'

const dwelling = line(TODAY, 'dwelling')
const start = { signedOn: TODAY, startOn: TODAY, signingWay: 'inApp' }
export const tenancy = [
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
export const neverMovedIn = [
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
