// Dwellings and their offers, up to one that is confirmed.
import { type Input, line, type Stage } from '../line'
import { agreedByOne, inReserve, offersBefore } from '../offer-script'
import { TODAY } from '../region'
import { municipality, proposed } from './parts'

/** The photo that came in last. */
const lastPhoto = async ({ r }: Stage): Promise<Input> => {
  const [row] = await r.kernel<{ photo: string }>(
    'SELECT photo FROM dwelling_photos ORDER BY seq DESC LIMIT 1',
  )
  return { photo: row?.photo }
}
const dwelling = line(TODAY, 'dwelling')
const spare = line(TODAY, 'spareDwelling')
export const matching = [
  spare('enterDwelling', 'officer', municipality),
  spare('withdrawDwelling', 'officer'),
  dwelling('enterDwelling', 'officer', municipality),
  dwelling('correctDwelling', 'officer', municipality),
  dwelling('changeAvailability', 'officer'),
  dwelling('addPhoto', 'officer'),
  dwelling('placePhoto', 'officer', lastPhoto),
  dwelling('removePhoto', 'officer', lastPhoto),
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
