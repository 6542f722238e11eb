// Who waits and who was housed on a real Postgres: counted by hand, for those who may know it, and nobody shielded in it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { FairnessDim } from '@/domain/report/fairness'
import { retentionReaders } from '@/domain/report/retention'
import { asActor } from '@/server/db/as-actor'
import { fairnessCounts, fairnessOffers } from '@/server/fairness'
import { geheim } from '../support/hidden-client'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

const since = '2026-01-01'
let r: Region
let cast: Cast
let hidden: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  const [housed, waiting, other] = [await register(r, cast), await register(r, cast), await register(r, cast)]
  await admit(r, cast, housed, waiting, other)
  hidden = other
  const dwelling = await enter(r, cast, '1')
  const refused = await propose(cast, dwelling, waiting)
  await take(cast.mentor, 'refuseOffer', refused, { reason: 'huurTeHoog', note: null, helped: null })
  await moveIn(cast, housed, await propose(cast, dwelling, housed))
}, 120_000)
afterAll(() => r.close())

const counts = (who: Actor) => asActor(who, (tx) => fairnessCounts(tx, { since, today: TODAY }))
const offers = (who: Actor) => asActor(who, (tx) => fairnessOffers(tx, { since, today: TODAY }))
const of = async (who: Actor, dim: FairnessDim) =>
  (await counts(who))
    .filter((row) => row.dim === dim)
    .map(({ key, waiting, housed }) => [key, waiting, housed])

it('counts each client once in each kind of group, who waits and who got a key', async () => {
  expect(await of(cast.regisseur, 'origin')).toEqual([['BW', 2, 1]])
  expect(await of(cast.regisseur, 'municipality')).toEqual([[r.organisations.emmen, 2, 1]])
  expect(await of(cast.regisseur, 'household')).toEqual([['alone', 2, 1]])
  expect((await of(cast.regisseur, 'age')).map(([, ...n]) => n)).toEqual([[2, 1]])
  const [row] = await counts(cast.regisseur)
  expect(row?.waitingDays).toBe(row?.waitedDays)
})

it('counts how offers went: all of them for a gemeente, its own for a party', async () => {
  const all = await offers(cast.regisseur)
  expect(all.map(({ by, offers: n, refused, withdrawn }) => [by, n, refused, withdrawn])).toEqual([
    ['corporation', 2, 1, 0],
    ['provider', 2, 1, 0],
  ])
  const own = await offers(await r.actor('zorgLead', 'cosis'))
  expect(own.map(({ organisation }) => organisation)).toEqual([r.organisations.cosis])
  expect(await offers(await r.actor('corporatieLead', 'lefier'))).toEqual([])
})

it('is for those who read how many homes were kept, and for nobody else', async () => {
  for (const who of [cast.mentor, cast.officer, cast.chair]) {
    expect(retentionReaders).not.toContain(who.role)
    expect([await counts(who), await offers(who)]).toEqual([[], []])
  }
})

it('does not count who is shielded', async () => {
  await take(cast.mentor, 'describeSafety', hidden, geheim)
  expect(await of(cast.regisseur, 'origin')).toEqual([['BW', 1, 1]])
})
