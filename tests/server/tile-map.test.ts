// The region as squares on a real Postgres: each counts what whoever looks may read, and nobody shielded.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { listed } from '@/server/listed'
import { homesByGemeente, waitingByGemeente } from '@/server/tile-map'
import { admit, type Cast, castOf, enter, home, propose, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'

let r: Region
let cast: Cast
let elsewhere: string
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  const clients = [await register(r, cast), await register(r, cast, { givenName: 'Piet', familyName: 'Bos' })]
  await admit(r, cast, ...clients)
  const first = await enter(r, cast, '1')
  await enter(r, cast, '2')
  const there = { ...home(r, '3'), municipality: r.organisations.coevorden }
  elsewhere = await take(cast.officer, 'enterDwelling', null, there)
  await propose(cast, first, clients[0] as string)
})
afterAll(() => r.close())

const counted = async (who: Actor) => {
  const names = new Map(Object.entries(r.organisations).map(([key, id]) => [id, key]))
  const rows = await asActor(who, (tx) => homesByGemeente(tx))
  return Object.fromEntries(rows.map(({ id, stage, n }) => [`${names.get(id)} ${stage}`, n]))
}
const waiting = (who: Actor) => asActor(who, (tx) => waitingByGemeente(tx, who))

it('counts homes for their corporation and for the regie, and for no other corporation, provider or covenant', async () => {
  const all = { 'emmen available': 1, 'emmen reserved': 1, 'coevorden available': 1 }
  expect(await counted(cast.officer)).toEqual(all)
  expect(await counted(await r.actor('coordinator', 'emmen'))).toMatchObject({ 'coevorden available': 1 })
  const strangers = await Promise.all([
    r.actor('officer', 'lefier'),
    r.actor('zorgLead', 'cosis'),
    r.actor('localTeam', 'wijkteam-de-verbinding'),
    r.actor('coordinator', 'noordoostpolder', 'Elders', 'flevoland'),
  ])
  for (const who of strangers) expect(await counted(who), who.role).toEqual({})
})

it('counts households that seek a home where the table said, without those who were offered one or must not be found', async () => {
  expect(await waiting(cast.regisseur)).toEqual([{ municipality: r.organisations.emmen }])
  await r.kernel(`UPDATE relation SET shield = subject_id WHERE subject_kind = 'case'`)
  expect(await waiting(cast.regisseur)).toEqual([])
  await r.kernel(`UPDATE relation SET shield = NULL WHERE subject_kind = 'case'`)
})

it('lists the dwellings of one gemeente alone, a page at a time', async () => {
  const range = { kind: 'dwelling', stages: ['available', 'reserved'], newest: true, limit: 51 } as const
  const there = (municipality: string | undefined) =>
    asActor(cast.officer, (tx) =>
      tx.$queryRaw<{ subject_id: string }[]>(
        listed(cast.officer, { ...range, municipality: municipality ?? null }),
      ),
    )
  expect((await there(r.organisations.coevorden)).map((one) => one.subject_id)).toEqual([elsewhere])
  expect(await there(r.organisations['borger-odoorn'])).toEqual([])
  expect(await there(undefined)).toHaveLength(3)
})
