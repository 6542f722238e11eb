// The register of dwellings on a real Postgres: a day that moves, how many live around, and a client who must not be found.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { comingTime } from '@/server/coming-free'
import { asActor } from '@/server/db/as-actor'
import { placementsAround } from '@/server/placements'
import { geheim } from '../support/hidden-client'
import { admit, type Cast, castOf, home, moveIn, propose, register } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
let colleague: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  colleague = await r.actor('corporatieLead', 'domesta')
})
afterAll(() => r.close())

const place = { neighbourhood: 'Bargeres', complex: 'De Wilg', entrance: 'A', mostInEntrance: 1 }
const enter = (houseNumber: string, more: Record<string, unknown> = {}) =>
  take(cast.officer, 'enterDwelling', null, { ...home(r, houseNumber), ...place, ...more })
const around = (who: Actor, dwelling: string) => asActor(who, (tx) => placementsAround(tx, dwelling))

async function admitted(familyName: string): Promise<string> {
  const kase = await register(r, cast, { givenName: 'Kim', familyName })
  await admit(r, cast, kase)
  return kase
}

const later = { availableFrom: '2027-03-01', why: 'schade' }

it('a day that moves is told to the case that counts on it, and the provider has its term again', async () => {
  const kase = await admitted('Laterman')
  const dwelling = await enter('30')
  const offer = await propose(cast, dwelling, kase)
  await take(cast.officer, 'changeAvailability', dwelling, later)
  expect((await see(cast.officer, offer, 'offer'))?.of.terms).toMatchObject({ availableFrom: '2027-03-01' })
  const seen = await see(cast.regisseur, kase)
  expect(seen?.turns.map(({ task }) => task)).toContain('answerOffer')
  const heard = await r.kernel<{ role: string }>(
    `SELECT DISTINCT role FROM outbox WHERE step = 'followDwelling' AND subject_id = $1`,
    [kase],
  )
  expect(heard.map(({ role }) => role).sort()).toEqual(['mentor', 'regisseur'])
})

it('a day that moves while a colleague must still agree moves with the offer, and the case hears of nothing', async () => {
  const offers = (two: boolean) =>
    r.kernel(
      `UPDATE covenant_version SET rules = jsonb_set(rules, '{offers,twoOfficers}', to_jsonb($1::boolean))`,
      [two],
    )
  const kase = await admitted('Wachtwoord')
  const dwelling = await enter('32')
  await offers(true)
  const offer = await propose(cast, dwelling, kase)
  await take(cast.officer, 'changeAvailability', dwelling, later)
  await offers(false)
  expect((await see(cast.officer, offer, 'offer'))?.of.terms).toMatchObject({ availableFrom: '2027-03-01' })
  expect((await see(cast.regisseur, kase))?.turns.map(({ task }) => task)).toEqual(['findDwelling'])
  expect(await see(cast.mentor, offer, 'offer')).toBeNull()
})

it('how many live around is counted: exactly for the own entrance and complex, and not a small number for others', async () => {
  const kase = await admitted('Telman')
  const dwelling = await enter('40')
  const free = await enter('42')
  await moveIn(cast, kase, await propose(cast, dwelling, kase))
  expect(await around(cast.officer, free)).toEqual({
    entrance: { n: 1, most: 1 },
    complex: { n: 1, most: null },
    neighbourhood: { n: null, most: null },
  })
  expect(await around(colleague, free)).toMatchObject({ entrance: { n: 1 } })
  expect(await around(cast.regisseur, free)).toEqual({ neighbourhood: { n: null, most: null } })
  expect(await around(cast.mentor, free)).toEqual({})
  expect(await around(await r.actor('officer', 'lefier'), free)).toEqual({})
})

it('a shielded case counts nowhere', async () => {
  const kase = await admitted('Verborgen')
  const other = { complex: 'De Eik', neighbourhood: 'Angelslo' }
  const [dwelling, free] = [await enter('50', other), await enter('52', other)]
  await moveIn(cast, kase, await propose(cast, dwelling, kase))
  expect(await around(cast.officer, free)).toMatchObject({ complex: { n: 1 }, neighbourhood: { n: null } })
  await take(cast.mentor, 'describeSafety', kase, geheim)
  expect(await around(cast.officer, free)).toMatchObject({ complex: { n: 0 }, neighbourhood: { n: 0 } })
})

it('the day of a dwelling that is promised to somebody hidden is not moved by who was not named', async () => {
  const kase = await admitted('Afgeschermd')
  const dwelling = await enter('60')
  await propose(cast, dwelling, kase)
  await take(cast.mentor, 'describeSafety', kase, geheim)
  expect(await attempt(cast.officer, 'changeAvailability', dwelling, later)).toEqual({
    refusal: { reason: 'namedOnly' },
  })
})

it('what comes free is counted beside who waits, by whoever reads dwellings, and a promised home is not counted', async () => {
  const before = await asActor(cast.officer, (tx) => comingTime(tx, cast.officer, '2027-02-01'))
  const kase = await admitted('Wachtman')
  const dwelling = await enter('70', { availableFrom: '2027-01-15' })
  const counted = await asActor(cast.regisseur, (tx) => comingTime(tx, cast.regisseur, '2027-02-01'))
  expect(counted.homes).toHaveLength(before.homes.length + 1)
  expect(counted.waiting).toHaveLength(before.waiting.length + 1)
  await propose(cast, dwelling, kase)
  const after = await asActor(cast.regisseur, (tx) => comingTime(tx, cast.regisseur, '2027-02-01'))
  expect(after).toEqual(before)
})
