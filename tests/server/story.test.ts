// What happened is told with its time of day, in the Netherlands; what was written down afterwards has only its day.
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { choicesIn, fitting, storyFilter } from '@/domain/case/story-filter'
import { asActor } from '@/server/db/as-actor'
import { arrivalsOf, storyOf } from '@/server/story'
import { type Cast, castOf, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

let r: Region
let cast: Cast
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
})
afterAll(() => r.close())

it('of today with the time on the clock in Amsterdam, also around midnight and summer time', async () => {
  const kase = await register(r, cast)
  const at = async (moment: string, takenOn: string) => {
    const owner = new pg.Client({ connectionString: r.ownerUrl })
    await owner.connect()
    await owner.query(
      `UPDATE journal SET recorded_at = $1::timestamptz, taken_on = $2::date WHERE subject_id = $3 AND step = 'openCase'`,
      [moment, takenOn, kase],
    )
    await owner.end()
    const story = await asActor(cast.mentor, (tx) => storyOf(tx, kase))
    return story.find(({ step }) => step === 'openCase')?.at
  }
  expect(await at('2026-11-22T13:32:00Z', '2026-11-22')).toBe('14:32')
  expect(await at('2026-11-22T23:30:00Z', '2026-11-23')).toBe('00:30')
  expect(await at('2026-03-29T01:30:00Z', '2026-03-29')).toBe('03:30')
  expect(await at('2026-10-25T00:30:00Z', '2026-10-25')).toBe('02:30')
  expect(await at('2026-10-25T01:30:00Z', '2026-10-25')).toBe('02:30')
  expect(await at('2026-11-22T13:32:00Z', '2026-11-20')).toBeNull()
})

it('says when a case came to each stage, to who may read the step that brought it there', async () => {
  const kase = await register(r, cast)
  await take(cast.regisseur, 'acceptIntake', kase)
  const known = (who: Actor) => asActor(who, (tx) => arrivalsOf(tx, kase))
  const stages = async (who: Actor) => (await known(who)).map(({ stage }) => stage).sort()
  expect(await stages(cast.mentor)).toEqual(['intake', 'tafel'])
  expect((await known(cast.regisseur)).every(({ on }) => on === TODAY)).toBe(true)
  expect(await stages(await r.actor('mentor', 'leger-des-heils'))).toEqual([])
})

it('is chosen from what the reader may know, and offers no party of whose steps they may know nothing', async () => {
  const kase = await register(r, cast)
  await take(cast.regisseur, 'acceptIntake', kase)
  const storyFor = (who: Actor) => asActor(who, (tx) => storyOf(tx, kase))
  const [whole, chairs] = [await storyFor(cast.mentor), await storyFor(cast.chair)]
  const filter = storyFilter({ party: 'gemeente', kind: 'course' })
  expect(fitting(whole, filter).map(({ step }) => step)).toEqual(['acceptIntake'])
  const offered = (story: typeof whole) => choicesIn(story, storyFilter({}))
  expect(offered(whole)).toEqual({ parties: ['provider', 'gemeente'], kinds: ['course', 'facts'] })
  // The chair is not told of the gemeente's check.
  expect(offered(chairs)).toEqual({ parties: ['provider'], kinds: ['course', 'facts'] })
  expect(fitting(chairs, filter)).toEqual([])
})
