// A region with work in every room: what start pages and lists are made of.
import { addWorkingDays } from '@/domain/kernel/days'
import { threeParties } from './inputs'
import { admit, type Cast, castOf, enter, home, moveIn, propose, register, sitDown } from './main-job'
import { type Region, region, TODAY, take } from './region'

/** The day of a key that is promised. */
export const KEY_DAY = addWorkingDays(TODAY, 3)
/** Long after everything ended that has a term. */
export const LATE = addWorkingDays(TODAY, 30)

/** From matching on: one was offered a home, one waits for its key, one has it. Two dwellings nobody was proposed for. */
async function homes(r: Region, cast: Cast) {
  const [offered, housed, waiting] = [
    await register(r, cast, { givenName: 'Otto', familyName: 'Aanbod' }),
    await register(r, cast, { givenName: 'Huub', familyName: 'Huis' }),
    await register(r, cast, { givenName: 'Saar', familyName: 'Sleutel' }),
  ]
  await admit(r, cast, offered, housed, waiting)
  await moveIn(cast, housed, await propose(cast, await enter(r, cast, '12'), housed))
  await propose(cast, await enter(r, cast, '14'), offered)
  const accepted = await propose(cast, await enter(r, cast, '10'), waiting)
  await take(cast.mentor, 'acceptOffer', accepted, { note: null })
  await take(cast.officer, 'confirmOffer', accepted, { ...threeParties, startOn: KEY_DAY })
  await take(cast.officer, 'enterDwelling', null, { ...home(r, '16'), availableFrom: '2027-01-01' })
  await take(cast.officer, 'enterDwelling', null, home(r, '18'))
}

/** Cases of Emmen in every stage up to aftercare, one of Coevorden, and a tafel that has begun. */
export async function busyRegion() {
  const r = await region()
  const cast = await castOf(r)
  await register(r, cast, { givenName: 'Vera', familyName: 'Verzonden' })
  await register(r, cast, { givenName: 'Ella', familyName: 'Elders' }, 'coevorden')
  await homes(r, cast)
  const onTafel = await register(r, cast, { givenName: 'Tara', familyName: 'Tafel' })
  return { r, cast, tafel: await sitDown(cast, onTafel) }
}

export type Busy = Awaited<ReturnType<typeof busyRegion>>
