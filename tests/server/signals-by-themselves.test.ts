// Silence in a home is a signal by itself where the covenant says so: once for each term, while the task goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { noticesOf } from '@/server/notices/inbox'
import { storyOf } from '@/server/story'
import { admit, type Cast, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { openOffice, type TestOffice } from '../support/office'
import { onMorning, putBack, tasksOf } from '../support/passing-terms'
import { type Region, region, take } from '../support/region'

let r: Region
let cast: Cast
let office: TestOffice
let kase: string

/** The visit was due on Monday 12 October; it is told on the 13th, and three working days after its day it is a signal. */
const DUE = '2026-10-12'
const HAPPENS = '2026-10-15'

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
  kase = await register(r, cast)
  await admit(r, cast, kase)
  await moveIn(cast, kase, await propose(cast, await enter(r, cast), kase))
  await r.kernel(
    `UPDATE covenant_version SET rules = jsonb_set(rules, '{consequences}', '{"signalByItself":3}')`,
  )
  await r.kernel(`DELETE FROM turn WHERE subject_id <> $1 OR task <> 'visit'`, [kase])
  await r.kernel(`UPDATE turn SET since = '2026-10-05', due_on = $1`, [DUE])
})
afterAll(async () => {
  await putBack(r)
  await office.close()
  await r.close()
})

const on = (day: string) => onMorning(r, office, day)
const tasks = () => tasksOf(r, kase)
const course = () =>
  r.kernel('SELECT kind, event, silent, recorded_on::text AS "on" FROM case_care_course ORDER BY seq')
const told = async (who: Actor) => (await asActor(who, (tx) => storyOf(tx, kase))).map(({ step }) => step)
const heard = async (who: Actor) => (await asActor(who, (tx) => noticesOf(tx, true))).map((n) => n.step)

describe('a visit that does not come', () => {
  it('is told first, and is a signal three working days after its day', async () => {
    for (const day of ['2026-10-13', '2026-10-14']) {
      await on(day)
      expect(await tasks(), day).toEqual(['visit'])
    }
    expect(await heard(cast.mentor)).toContain('consequenceNear')
    await on(HAPPENS)
    expect(await tasks()).toEqual(['answerSignal', 'visit'])
    expect(await course()).toEqual([{ kind: 'silence', event: 'raised', silent: 'visit', on: HAPPENS }])
    for (const who of [cast.mentor, cast.regisseur]) expect(await heard(who)).toContain('signalByItself')
  })

  it('is no signal a second time, whoever looks and however often', async () => {
    for (const day of ['2026-10-16', '2026-10-19', '2026-10-20']) await on(day)
    expect(await course()).toHaveLength(1)
  })

  it('is told in the timeline to provider and gemeente, and not to the landlord', async () => {
    for (const who of [cast.mentor, cast.regisseur]) expect(await told(who)).toContain('signalByItself')
    expect(await told(cast.officer)).not.toContain('signalByItself')
  })

  it('is answered for, and the visit is still to be made', async () => {
    await take(cast.mentor, 'answerSignal', kase, {
      signal: null,
      ended: 'acted',
      answer: 'Maandag ga ik langs',
      agreed: null,
      functional: null,
    })
    expect(await tasks()).toEqual(['visit'])
    expect(await course()).toMatchObject([{ event: 'raised' }, { event: 'acted' }])
  })
})
