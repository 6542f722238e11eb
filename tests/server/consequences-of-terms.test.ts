// A term that has a consequence by itself: told first, taken later, once, by a membership that reads nothing; and by nobody else.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { noticesOf } from '@/server/notices/inbox'
import { tellTerms, toldOf } from '@/server/notices/terms'
import { type Cast, castOf } from '../support/main-job'
import { openOffice, type TestOffice } from '../support/office'
import {
  ASKED,
  askedForMore,
  BACK,
  onMorning,
  putBack,
  TOLD,
  tasksOf,
  waiting,
} from '../support/passing-terms'
import { type Region, region, take } from '../support/region'

let r: Region
let cast: Cast
let office: TestOffice
let kase: string

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
})
afterAll(async () => {
  await office.close()
  await r.close()
})
beforeEach(async () => {
  kase = await askedForMore(r, cast)
})
afterEach(() => putBack(r))

const on = (day: string) => onMorning(r, office, day)
const taskNames = () => tasksOf(r, kase)
const records = () =>
  r.kernel<{ role: string; step: string }>(
    `SELECT role, step FROM journal WHERE subject_id = $1 AND role = 'terms' ORDER BY seq`,
    [kase],
  )
const heardBy = async (who: Actor) => (await asActor(who, (tx) => noticesOf(tx, true))).map((n) => n.step)

describe('a question for more that stays unanswered', () => {
  it('sends the aanmelding back on the day that was said, and not before it was told', async () => {
    for (const day of [ASKED, '2026-10-16', '2026-10-20', '2026-10-21', TOLD, '2026-10-23', '2026-10-24']) {
      await on(day)
      expect(await taskNames(), day).toEqual(waiting)
    }
    expect(await heardBy(cast.mentor)).toContain('consequenceNear')
    expect(await asActor(cast.mentor, (tx) => toldOf(tx, kase))).toContainEqual({
      task: 'supplyMore',
      rung: 'announce',
      on: TOLD,
    })
    await on(BACK)
    expect(await taskNames()).toEqual(['finishIntake'])
    expect(await records()).toEqual([{ role: 'terms', step: 'returnIntake' }])
    for (const who of [cast.mentor, cast.regisseur]) expect(await heardBy(who)).toContain('returnIntake')
    const [said] = await r.kernel<{ tells: unknown; payload_hash: string }>(
      `SELECT tells, account_id FROM journal WHERE step = 'returnIntake' AND subject_id = $1`,
      [kase],
    )
    expect(said?.tells).toEqual({ dueOn: '2026-10-19' })
  })

  it('is told to the stand-in as well', async () => {
    const standIn = await r.actor('mentor', 'cosis', 'stands in')
    await r.kernel('UPDATE membership_seat SET stands_in_for = $2 WHERE subject_id = $1', [
      standIn.membershipId,
      cast.mentor.membershipId,
    ])
    await on(TOLD)
    expect(await heardBy(standIn)).toContain('consequenceNear')
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [standIn.membershipId])
  })

  it('comes later when it was told late: two working days after', async () => {
    await on('2026-11-02')
    await on('2026-11-03')
    expect(await taskNames()).toEqual(waiting)
    await on('2026-11-04')
    expect(await taskNames()).toEqual(['finishIntake'])
  })

  it('goes back once, when several workers look at the same time and after a restart', async () => {
    await on(TOLD)
    await r.kernel('UPDATE job SET next_at = now()')
    await Promise.all([1, 2, 3].map(() => tellTerms(office, BACK)))
    await on(BACK)
    await on('2026-10-27')
    expect(await records()).toHaveLength(1)
  })

  it('does not go back once it was answered, whatever was told', async () => {
    await on(TOLD)
    await take(cast.mentor, 'sendIntake', kase, {}, { on: '2026-10-23' })
    await on(BACK)
    await on('2026-10-30')
    expect(await records()).toEqual([])
    expect(await taskNames()).toEqual(['checkIntake'])
  })

  it('does not go back while its clock stands still, nor when the covenant does not say so', async () => {
    await on(TOLD)
    await r.kernel(`UPDATE turn SET paused_on = '2026-10-23' WHERE task = 'supplyMore'`)
    await on(BACK)
    await r.kernel(`UPDATE turn SET paused_on = NULL WHERE task = 'supplyMore'`)
    await r.kernel(`UPDATE covenant_version SET rules = rules - 'consequences'`)
    await on(BACK)
    expect(await taskNames()).toEqual(waiting)
  })

  it('is not told and does not go back in a case that is shielded', async () => {
    await r.kernel('UPDATE spine SET shield = id WHERE id = $1', [kase])
    await on(TOLD)
    await on(BACK)
    await r.kernel('UPDATE spine SET shield = NULL WHERE id = $1', [kase])
    expect(await records()).toEqual([])
    expect(await taskNames()).toEqual(waiting)
  })

  it('does not go back on a Sunday, and does on the Monday after', async () => {
    await r.kernel(`UPDATE turn SET due_on = '2026-10-16' WHERE task = 'supplyMore'`)
    await on('2026-10-21')
    await on('2026-10-25')
    expect(await taskNames()).toEqual(waiting)
    await on(BACK)
    expect(await taskNames()).toEqual(['finishIntake'])
  })
})
