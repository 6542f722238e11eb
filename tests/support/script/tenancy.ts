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

/** Another client is offered a home as well, and a swap of the two comes to nothing. */
const beside = line(TODAY, 'beside')
const [lapsed, besides] = [line(TODAY, 'lapsed'), line(TODAY, 'besides')]
const swapOfHomes = [
  line(TODAY, 'besideDwelling')('enterDwelling', 'officer', municipality),
  besides('propose', 'officer', proposed('besideDwelling', 'beside')),
  lapsed('proposeSwap', 'coordinator', ({ ids }) => ({ partner: ids.besides })),
  lapsed('agreeSwapAsCorporation', 'officer'),
  lapsed('agreeSwapAsGemeente', 'regisseur'),
  besides('declineSwap', 'regisseur'),
]

/** Somebody else, who does not move in after all: the offer is confirmed, and it ends before the key. */
const gone = line(TODAY, 'gone')
/** They come to a tafel. */
const registered = (who: typeof gone, tafel: string) => [
  line(TODAY, tafel)('planTafel', 'secretary', { on: TODAY }),
  who('openCase', 'mentor', emmen),
  ...described.slice(1, 9).map((step) => who(step, 'mentor')),
  who('describeBinding', 'mentor', ({ r }) => ({ originMunicipality: r.organisations.emmen })),
  who('sendIntake', 'mentor'),
  who('acceptIntake', 'regisseur'),
  who('putOnTafel', 'regisseur', onTafel(tafel)),
]
/** It admits them. */
const admitted = (who: typeof gone, tafel: string) => [
  line(TODAY, tafel)('openTafel', 'chair'),
  who('proposeDecision', 'chair', municipality),
  line(TODAY, tafel)('adoptList', 'secretary'),
  line(TODAY, tafel)('adoptList', 'chair'),
]
export const neverMovedIn = [
  ...registered(gone, 'lastTafel'),
  ...admitted(gone, 'lastTafel'),
  line(TODAY, 'freedDwelling')('enterDwelling', 'officer', municipality),
  lapsed('propose', 'officer', proposed('freedDwelling', 'gone')),
  // A tafel later: who looks for a home when one is proposed to somebody else stands in its reserve.
  ...registered(beside, 'besideTafel'),
  ...admitted(beside, 'besideTafel'),
  ...swapOfHomes,
  line(TODAY, 'freedDwelling')('changeAvailability', 'officer'),
  lapsed('acceptOffer', 'mentor'),
  lapsed('confirmOffer', 'officer', { startOn: addDays(TODAY, 40) }),
  gone('endBeforeKey', 'mentor'),
]
