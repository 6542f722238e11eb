// The ways a dwelling can go besides being let once.
import { caseAt } from './case-at'

export const offeredTwice = () =>
  caseAt('offered')
    .take('refuseOffer', 'mentor')
    .take('correctDwelling', 'officer', { rent: 600_00 })
    .take('propose', 'officer')
    .take('acceptOffer', 'mentor')
    .take('withdrawOffer', 'officer')
    .take('changeAvailability', 'officer')
    .take('blockDwelling', 'officer')
    .take('correctDwelling', 'officer')
    .take('unblockDwelling', 'officer')
    .take('withdrawDwelling', 'officer')

/** The dwelling came free later, first while the client thought it over, then before the key; after that it came free anew. */
export const cameFreeLater = () => {
  const offered = caseAt('accepted').take('changeAvailability', 'officer', { availableFrom: '2026-03-20' })
  const again = offered
    .take('acceptOffer', 'mentor')
    .take('confirmOffer', 'officer', { startOn: '2026-03-20' })
  return again.take('changeAvailability', 'officer', { availableFrom: '2026-04-01' })
}

/** Let, and left: the notice is taken back once, and the second time it is free again as it was let. */
export const letAgain = () =>
  caseAt('aftercare')
    .take('receiveNotice', 'officer')
    .take('takeBackNotice', 'officer')
    .take('receiveNotice', 'officer')
    .take('makeAvailable', 'officer')
    .take('addPhoto', 'officer')
    .take('placePhoto', 'officer')
    .take('removePhoto', 'officer')
