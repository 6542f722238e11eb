// What those who keep the covenant see of a large region: the same as the policies say row by row, for less.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/server/db/as-actor'
import { type LargeRegion, largeRegion } from '../support/large-region'
import { TODAY } from '../support/region'
import { inSets, oneByOne } from '../support/tafels-one-by-one'

let world: LargeRegion
beforeAll(async () => {
  world = await largeRegion()
}, 240_000)
afterAll(() => world.r.close())

describe('the figures of the tafels', () => {
  it.each(['coordinator', 'chair', 'secretary', 'gemeenteLead', 'regisseur'] as const)(
    'of a %s are those of the rows that the policies let them read one by one',
    async (role) => {
      const who = await world.r.actor(role, 'emmen')
      for (const from of ['2026-08-23', '2024-11-23']) {
        const both = await asActor(who, async (tx) => {
          const period = { from, until: TODAY }
          return [await inSets(tx, period), await oneByOne(tx, period)]
        })
        expect(both[0]).toEqual(both[1])
        expect(both[0]?.courses.length).toBeGreaterThan(3)
        expect(both[0]?.decided.length).toBeGreaterThan(20)
      }
    },
  )
})
