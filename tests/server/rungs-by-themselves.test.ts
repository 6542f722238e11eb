// The term of a rung passes where the covenant says what follows: told first, then whoever holds the next rung is asked. The home
// stays on its rung, and of a home whose address is secret nothing of it comes.
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

/** The rung held until Monday 12 October; that is told on the 12th, and two working days later the next one is asked. */
const DUE = '2026-10-12'
const gesprek = {
  rung: 'gesprek',
  tried: 'Gebeld',
  agreements: 'Rustig na tien uur',
  prevention: null,
  functional: null,
}

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
  kase = await register(r, cast)
  await admit(r, cast, kase)
  await moveIn(cast, kase, await propose(cast, await enter(r, cast), kase))
  await r.kernel(`UPDATE covenant_version SET rules = jsonb_set(rules, '{consequences}', '{"rungPassed":1}')`)
  await take(cast.regisseur, 'escalate', kase, gesprek)
  await r.kernel(`DELETE FROM turn WHERE subject_id <> $1 OR task <> 'holdAsProvider'`, [kase])
  await r.kernel(`UPDATE turn SET since = '2026-10-05', due_on = $1`, [DUE])
})
afterAll(async () => {
  await putBack(r)
  await office.close()
  await r.close()
})

const on = (day: string) => onMorning(r, office, day)
const tasks = () => tasksOf(r, kase)
const rungs = () => r.kernel('SELECT rung FROM case_escalations WHERE subject_id = $1 ORDER BY seq', [kase])
const told = async (who: Actor) => (await asActor(who, (tx) => storyOf(tx, kase))).map(({ step }) => step)
const heard = async (who: Actor) => (await asActor(who, (tx) => noticesOf(tx, true))).map((n) => n.step)

describe('a rung whose time has passed', () => {
  it('is told of first, and nothing follows on a day off nor on the day itself', async () => {
    for (const day of ['2026-10-10', '2026-10-11', '2026-10-12', '2026-10-13']) {
      await on(day)
      expect(await tasks(), day).toEqual(['holdAsProvider'])
    }
    expect(await heard(cast.mentor)).toContain('consequenceNear')
  })

  it('asks whoever holds the next rung, and all three hear it; the home stays where it was', async () => {
    for (const day of ['2026-10-14', '2026-10-15']) await on(day)
    expect(await tasks()).toEqual(['weighRungAsProvider'])
    expect(await rungs()).toEqual([{ rung: 'gesprek' }])
    for (const who of [cast.mentor, cast.regisseur, cast.officer]) {
      expect(await heard(who)).toContain('rungPassed')
      expect(await told(who)).toContain('rungPassed')
    }
  })

  it('is climbed by people alone, and the question ends', async () => {
    await take(cast.officer, 'escalate', kase, { ...gesprek, rung: 'gezamenlijkBezoek' })
    expect(await tasks()).toEqual(['holdAsProvider'])
  })
})

describe('a home whose address is secret', () => {
  it('is never asked about by itself', async () => {
    await take(cast.mentor, 'describeSafety', kase, { threat: 'stalking', secrecy: 'geheim', note: null })
    await r.kernel(
      `UPDATE turn SET since = '2026-10-15', due_on = '2026-10-19' WHERE task = 'holdAsProvider'`,
    )
    for (const day of ['2026-10-19', '2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23']) await on(day)
    expect(await tasks()).toContain('holdAsProvider')
    expect(await tasks()).not.toContain('weighRungAsProvider')
  })
})
