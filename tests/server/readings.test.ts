// What was read of a case over all organisations: days and groups of facts, for mentor and regisseur only.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { readingsOf } from '@/server/readings'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { type Region, region, TODAY } from '../support/region'

let r: Region
let cast: Cast
let kase: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast)
  await admit(r, cast, kase)
  await propose(cast, await enter(r, cast), kase)
})
afterAll(() => r.close())

const read = (who: Actor, on: string, ...shown: string[]) =>
  asActor(who, async (tx) => {
    const found = await load(tx, who.role, 'case', kase)
    if (found) await recordRead(tx, who, found, { today: on, requestId: null, shown })
  })
const readings = (who: Actor) => asActor(who, (tx) => readingsOf(tx, kase))

it('tells which role of whom opened what, from the first day to the last', async () => {
  await read(cast.officer, '2026-11-20', 'profile', 'identity')
  await read(cast.officer, TODAY, 'profile')
  const officer = (await readings(cast.mentor)).filter((one) => one.role === 'officer')
  const at = { organisationId: r.organisations.domesta, role: 'officer' }
  expect(officer).toEqual(
    expect.arrayContaining([
      { ...at, object: 'profile', first: '2026-11-20', last: TODAY },
      { ...at, object: 'identity', first: '2026-11-20', last: '2026-11-20' },
    ]),
  )
  expect(officer).toHaveLength(2)
})

it('is the same for the regisseur', async () => {
  const sorted = async (who: Actor) => (await readings(who)).map((one) => JSON.stringify(one)).sort()
  expect(await sorted(cast.regisseur)).toEqual(await sorted(cast.mentor))
})

it('tells nothing to anyone else, and nothing to a mentor of another provider', async () => {
  const others = [
    cast.officer,
    cast.chair,
    cast.secretary,
    await r.actor('zorgLead', 'cosis'),
    await r.actor('privacyOfficer', 'cosis'),
    await r.actor('mentor', 'leger-des-heils'),
    await r.actor('regisseur', 'coevorden'),
  ]
  for (const who of others) expect(await readings(who), who.role).toEqual([])
})
