// What the region counts of the places that clients left: days of a stay that was needed no more, and how long a place stood empty.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '@/domain/kernel/days'
import { asActor } from '@/server/db/as-actor'
import { appointmentCounts, regionCounts } from '@/server/report'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { home, type Region, region, TODAY, take } from '../support/region'

const LEFT = addDays(TODAY, 3)
const TAKEN = addDays(TODAY, 7)

let r: Region
let cast: Cast
let kase: string

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast)
  await admit(r, cast, kase)
  await moveIn(cast, kase, await propose(cast, await enter(r, cast), kase))
}, 240_000)
afterAll(() => r.close())

const counts = () => asActor(cast.regisseur, (tx) => regionCounts(tx, '2026-01-01', TAKEN))

it('the stay that was needed no more lasts until the place is left; an empty place has no days yet', async () => {
  const atKey = await counts()
  expect(atKey).toMatchObject({ freed: 0, retaken: 0, empty: { n: 0, middle: null } })
  const left = { leftOn: LEFT, placeTaken: 'nogLeeg', takenOn: null }
  await take(cast.mentor, 'recordFreedPlace', kase, left, { on: LEFT })
  const after = await counts()
  expect(after.waitedTotal - atKey.waitedTotal).toBe(3)
  expect(after).toMatchObject({ freed: 1, retaken: 0, empty: { n: 0, middle: null } })
})

it('how long a place stood empty is counted once somebody lives there, and nothing says who', async () => {
  const taken = { leftOn: LEFT, placeTaken: 'andereClient', takenOn: TAKEN }
  await take(cast.mentor, 'recordFreedPlace', kase, taken, { on: TAKEN })
  expect(await counts()).toMatchObject({ freed: 1, retaken: 1, empty: { n: 1, middle: 4 } })
  expect(await counts()).toMatchObject({ takenHere: 0, takenOutside: 0 })
})

it('it is counted whether a client of this covenant took it, or somebody from elsewhere', async () => {
  for (const [placeTaken, of] of [
    ['uitConvenant', { takenHere: 1, takenOutside: 0 }],
    ['vanBuiten', { takenHere: 0, takenOutside: 1 }],
  ] as const) {
    const taken = { leftOn: LEFT, placeTaken, takenOn: TAKEN }
    await take(cast.mentor, 'recordFreedPlace', kase, taken, { on: TAKEN })
    expect(await counts()).toMatchObject({ freed: 1, retaken: 1, ...of })
  }
})

it('appointments are counted with those at which nobody was there, for the own covenant alone', async () => {
  const [day, until] = ['2026-01-01', addDays(TODAY, 40)]
  const counted = async (who = cast.regisseur) =>
    Object.fromEntries(
      (await asActor(who, (tx) => appointmentCounts(tx, day, until))).map(({ what, n, missed }) => [
        what,
        [n, missed],
      ]),
    )
  const before = await counted()
  const visit = { visitedOn: TAKEN, level: 'groen', note: 'Gebeld' }
  await take(cast.mentor, 'recordVisit', kase, { ...visit, form: 'thuis' }, { on: TAKEN })
  await take(cast.mentor, 'recordVisit', kase, { ...visit, form: 'nietThuis' }, { on: TAKEN })
  const after = await counted()
  const [n = 0, missed = 0] = before.visit ?? []
  expect(after.visit).toEqual([n + 2, missed + 1])
  expect(await counted(await r.actor('clientCouncil', home.clientorganisatie))).toEqual(after)
})
