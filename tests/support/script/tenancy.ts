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

/** Another client of that tafel is offered a home as well, and a swap of the two comes to nothing. */
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
/** They come to the last tafel. */
const registered = (who: typeof gone) => [
  who('openCase', 'mentor', emmen),
  ...described.slice(1, 9).map((step) => who(step, 'mentor')),
  who('describeBinding', 'mentor', ({ r }) => ({ originMunicipality: r.organisations.emmen })),
  who('sendIntake', 'mentor'),
  who('acceptIntake', 'regisseur'),
  who('putOnTafel', 'regisseur', onTafel('lastTafel')),
]
export const neverMovedIn = [
  line(TODAY, 'lastTafel')('planTafel', 'secretary', { on: TODAY }),
  ...registered(gone),
  ...registered(beside),
  line(TODAY, 'lastTafel')('openTafel', 'chair'),
  gone('proposeDecision', 'chair', municipality),
  beside('proposeDecision', 'chair', municipality),
  line(TODAY, 'lastTafel')('adoptList', 'secretary'),
  line(TODAY, 'lastTafel')('adoptList', 'chair'),
  line(TODAY, 'freedDwelling')('enterDwelling', 'officer', municipality),
  line(TODAY, 'lapsed')('propose', 'officer', proposed('freedDwelling', 'gone')),
  ...swapOfHomes,
  line(TODAY, 'freedDwelling')('changeAvailability', 'officer'),
  line(TODAY, 'lapsed')('acceptOffer', 'mentor'),
  line(TODAY, 'lapsed')('confirmOffer', 'officer', { startOn: addDays(TODAY, 40) }),
  gone('endBeforeKey', 'mentor'),
]
