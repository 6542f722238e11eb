// Somebody who lost a home and came back: the second case is linked to the first, and no day of waiting is counted twice.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '@/domain/kernel/days'
import { asActor } from '@/server/db/as-actor'
import { fairnessCounts } from '@/server/fairness'
import { regionCounts } from '@/server/report'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

const SINCE = '2026-01-01'
const END = addDays(TODAY, 20)
const LATER = addDays(TODAY, 60)

let r: Region
let cast: Cast
let before: string

const closing = {
  ...{
    reason: 'terugNaarVoorziening',
    homeEndedOn: END,
    homeEndWhy: 'opgezegd',
    destination: 'voorziening',
    note: null,
  },
}

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  before = await register(r, cast)
  await admit(r, cast, before)
  await moveIn(cast, before, await propose(cast, await enter(r, cast, '1'), before))
  await take(cast.mentor, 'closeCase', before, closing, { on: END })
}, 240_000)
afterAll(() => r.close())

const counts = (until: string) => asActor(cast.regisseur, (tx) => regionCounts(tx, SINCE, until))

/** What the view of fairness says of the one kind of stay that there is. */
const fairly = async (today: string) => {
  const rows = await asActor(cast.regisseur, (tx) => fairnessCounts(tx, { since: SINCE, today }))
  const { waiting, waitingDays, housed, waitedDays } = rows.find(({ dim }) => dim === 'origin') ?? {}
  return { waiting, waitingDays, housed, waitedDays }
}

it('who comes back waits since the home was lost: no day of the first trajectory, nor of living there, is counted again', async () => {
  const one = await counts(LATER)
  const link = { earlier: before, earlierAs: 'zelfde' }
  const again = await register(r, cast, { givenName: 'Jan', familyName: 'de Vries', ...link })
  const waiting = (await counts(LATER)).waiting
  expect(waiting).toEqual({ n: 1, middle: 40 })
  await admit(r, cast, again)
  const first = await fairly(LATER)
  expect(first).toMatchObject({ waiting: 1, waitingDays: 40, housed: 1 })
  await moveIn(cast, again, await propose(cast, await enter(r, cast, '2'), again))
  const both = await counts(LATER)
  expect(both.households).toBe(2)
  expect(both.waitedTotal - one.waitedTotal).toBe(0)
  const halved = (first.waitedDays ?? 0) / 2
  expect(await fairly(LATER)).toMatchObject({ waiting: 0, housed: 2, waitedDays: halved })
  expect(halved).toBeGreaterThan(0)
})

it('a registration that only takes over where somebody stays has days of its own', async () => {
  const link = { earlier: before, earlierAs: 'ander' }
  await register(r, cast, { givenName: 'Piet', familyName: 'Bos', ...link })
  expect((await counts(LATER)).waiting).toEqual({ n: 1, middle: 235 })
})
