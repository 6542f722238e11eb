// Another day of readiness on a real database: whose turn it makes it, who hears of it, and who reads why.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { storyOf } from '@/server/story'
import { admit, type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { see } from './sight'

let r: Region
let cast: Cast
let kase: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  kase = await register(r, cast)
  await admit(r, cast, kase)
})
afterAll(() => r.close())

const expected = { readySince: null, expectedOn: '2027-06-01', wantedFrom: null, why: 'ietsRegelen' }
const turns = async () =>
  Object.fromEntries(
    (
      await r.kernel<{ task: string; due: string }>(
        'SELECT task, due_on::text AS due FROM turn WHERE subject_id = $1',
        [kase],
      )
    ).map(({ task, due }) => [task, due]),
  )
const heard = () =>
  r.kernel<{ role: string; holder: string }>(
    `SELECT role, holder_id::text AS holder FROM outbox WHERE subject_id = $1 AND step = 'changeReadiness'`,
    [kase],
  )

it('only the provider of the client changes the day', async () => {
  for (const other of [cast.regisseur, await r.actor('mentor', 'leger-des-heils')])
    expect(await attempt(other, 'changeReadiness', kase, expected)).toHaveProperty('refusal')
  expect((await turns()).becomeReady).toBeUndefined()
})

it('the search moves to the day on which the client is expected to be ready, and the gemeente hears of it', async () => {
  const before = (await turns()).findDwelling
  await take(cast.mentor, 'changeReadiness', kase, expected)
  expect(await turns()).toMatchObject({ becomeReady: '2027-06-01', findDwelling: '2027-06-01' })
  expect(await heard()).toEqual([{ role: 'regisseur', holder: cast.regisseur.organisationId }])
  const ready = { readySince: TODAY, expectedOn: null, wantedFrom: null, why: 'zover' }
  await take(cast.mentor, 'changeReadiness', kase, ready)
  expect(await turns()).toEqual(expect.objectContaining({ findDwelling: before }))
  expect((await turns()).becomeReady).toBeUndefined()
})

it('the day and its reason are told to those who read readiness, and to nobody else', async () => {
  const told = async (who: Actor) =>
    (await asActor(who, (tx) => storyOf(tx, kase))).filter(({ step }) => step === 'changeReadiness')
  const [newest] = await told(cast.regisseur)
  expect(newest?.tells).toEqual({ on: TODAY, changedWhy: 'zover' })
  expect((await see(cast.regisseur, kase))?.of.readiness).toMatchObject({ readySince: TODAY })
  expect(await told(cast.officer)).toEqual([])
  expect(await told(await r.actor('regisseur', 'coevorden'))).toEqual([])
})
