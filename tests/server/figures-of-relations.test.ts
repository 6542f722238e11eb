// What is counted of a region rests on the relation of its covenant to each tafel and case, as every policy does: not on where they came from.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { standstillOf } from '@/features/worklist/team'
import { asActor } from '@/server/db/as-actor'
import { type LargeRegion, largeRegion } from '../support/large-region'
import { TODAY } from '../support/region'
import { inSets, oneByOne } from '../support/tafels-one-by-one'

const period = { from: '2024-11-23', until: TODAY }
const LATE = '2027-03-01'

let world: LargeRegion
beforeAll(async () => {
  world = await largeRegion()
}, 240_000)
afterAll(() => world.r.close())

const counted = async (role: 'coordinator' | 'gemeenteLead') => {
  const who = await world.r.actor(role, 'emmen')
  return asActor(who, async (tx) => ({
    sets: await inSets(tx, period),
    rows: await oneByOne(tx, period),
    stalled: (await standstillOf(tx, LATE, 50_000)).gemeenten.reduce((n, { cases }) => n + cases, 0),
  }))
}

/** Takes every third tafel and case of the region out of the hands of its covenant. */
const cutLoose = () =>
  world.r.kernel(
    `DELETE FROM relation WHERE relation = 'any' AND subject_id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY kind ORDER BY number) AS n FROM spine WHERE kind IN ('case', 'tafel')) s WHERE n % 3 = 0)`,
  )

describe('tafels and cases to which the covenant has no relation', () => {
  it('count nowhere', async () => {
    const before = { coordinator: await counted('coordinator'), gemeenteLead: await counted('gemeenteLead') }
    await cutLoose()
    for (const role of ['coordinator', 'gemeenteLead'] as const) {
      const { sets, rows, stalled } = await counted(role)
      expect(sets).toEqual(rows)
      expect(sets).not.toEqual(before[role].sets)
      if (role === 'coordinator') expect(stalled).toBeLessThan(before[role].stalled)
    }
  })
})
