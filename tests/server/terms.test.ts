// A task that is not done in time: who hears of it, in which order, and what happens when the telling fails.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor, asNobody } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { noticesOf, unreadNotices } from '@/server/notices/inbox'
import { noticesState } from '@/server/notices/state'
import { failedJobs, reviveJobs, tellTerms, toldOf } from '@/server/notices/terms'
import { type Cast, castOf, register } from '../support/main-job'
import { openOffice, type TestOffice } from '../support/office'
import { type Region, region, TODAY, take } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
let office: TestOffice
let kase: string
let lead: Actor
let coordinator: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  office = await openOffice(r)
  lead = await r.actor('gemeenteLead', 'emmen')
  coordinator = await r.actor('coordinator', 'emmen')
})
afterAll(async () => {
  await office.close()
  await r.close()
})
/** The gemeente has five working days from Monday 23 November to check the aanmelding: until the 30th. */
beforeEach(async () => {
  await r.kernel('DELETE FROM turn')
  kase = await register(r, cast)
  await r.kernel('DELETE FROM outbox')
  await office.clear()
})

/** The morning of a day has come for everything that waits. */
const on = async (day: string) => {
  await r.kernel(`UPDATE job SET next_at = now() WHERE next_at <= $1::date + time '12:00'`, [day])
  return tellTerms(office, day)
}
const heard = async () =>
  (
    await r.kernel<{ said: string }>(
      `SELECT step || ' ' || task || ' ' || role || ' ' || rung AS said FROM outbox WHERE rung IS NOT NULL ORDER BY created_at, role`,
    )
  ).map(({ said }) => said)
const steps = async (who: Actor) => (await asActor(who, (tx) => noticesOf(tx, true))).map((n) => n.step)

describe('a task', () => {
  it('that is not done is told up the ladder, a rung a day, each once', async () => {
    expect(await on(TODAY)).toBe(0)
    await on('2026-11-26')
    await on('2026-11-26')
    expect(await heard()).toEqual(['termNear checkIntake regisseur remind'])
    await on('2026-12-01')
    await on('2026-12-02')
    await on('2026-12-03')
    await on('2026-12-07')
    await on('2026-12-08')
    expect(await heard()).toEqual([
      'termNear checkIntake regisseur remind',
      'termLate checkIntake regisseur holder',
      'termLate checkIntake gemeenteLead lead',
      'termLate checkIntake coordinator coordinator',
    ])
    expect(await steps(cast.regisseur)).toEqual(['termLate', 'termNear'])
    expect(await steps(lead)).toEqual(['termLate'])
    expect(await steps(coordinator)).toEqual(['termLate'])
    expect(await asNobody((one) => unreadNotices(one, cast.mentor))).toBe(0)
    expect(await r.kernel('SELECT 1 FROM job')).toEqual([])
  })

  it('comes to the stand-in of whoever holds it on a rung of its own', async () => {
    const standIn = await r.actor('regisseur', 'emmen', 'stands in')
    const seated = await r.kernel(
      'UPDATE membership_seat SET stands_in_for = $2 WHERE subject_id = $1 RETURNING 1',
      [standIn.membershipId, cast.regisseur.membershipId],
    )
    expect(seated).toHaveLength(1)
    await on('2026-12-01')
    expect([await steps(cast.regisseur), await steps(standIn)]).toEqual([['termLate'], []])
    await on('2026-12-02')
    expect([await steps(cast.regisseur), await steps(standIn)]).toEqual([['termLate'], ['termLate']])
    await office.round()
    expect(
      office
        .letters()
        .map(({ to }) => to)
        .sort(),
    ).toHaveLength(2)
    await r.kernel('UPDATE membership SET ended_at = now() WHERE id = $1', [standIn.membershipId])
  })

  it('that was done in time is told of to nobody', async () => {
    await take(cast.regisseur, 'acceptIntake', kase)
    await on('2026-12-01')
    expect((await heard()).filter((said) => said.includes('checkIntake'))).toEqual([])
  })

  it('whose clock stands still is left alone, and told of when it runs again', async () => {
    await take(cast.regisseur, 'askMore', kase, { missing: 'Bewijs' }, { on: '2026-11-27' })
    await on('2026-12-02')
    expect((await heard()).filter((said) => said.includes('checkIntake'))).toEqual([])
    await take(cast.mentor, 'sendIntake', kase, {}, { on: '2026-12-02' })
    await on('2026-12-14')
    expect(await heard()).toContain('termLate checkIntake regisseur holder')
  })

  it('that changes while it is looked at is not called late by what was true before', async () => {
    await r.kernel(`UPDATE job SET next_at = now()`)
    const [due] = await office.client.$queryRaw<{ id: string }[]>`SELECT id::text FROM app.due_terms(10)`
    await r.kernel(`UPDATE turn SET due_on = due_on + 10`)
    await office.client
      .$executeRaw`SELECT app.term_done(${due?.id}::uuid, '{"since":"2026-11-23","dueOn":"2026-11-30"}', 'holder', NULL, NULL)`
    expect(await heard()).toEqual([])
    expect(await r.kernel(`SELECT 1 FROM job WHERE next_at <= now()`)).toHaveLength(1)
  })
})

describe('what was told', () => {
  it('stands beside the task for whoever sees it', async () => {
    await on('2026-12-01')
    const told = await asActor(cast.mentor, (tx) => toldOf(tx, kase))
    expect(told).toMatchObject([{ task: 'checkIntake', rung: 'holder' }])
    expect(
      await asked(await r.actor('mentor', 'leger-des-heils'), Prisma.sql`SELECT 1 FROM term_told`),
    ).toEqual([])
    expect(await asked(cast.mentor, Prisma.sql`SELECT 1 FROM job`)).toBe('42501')
  })

  it('comes by mail, at once or as somebody chose, without a word about the client', async () => {
    await on('2026-12-01')
    await office.round()
    const [letter] = office.letters()
    expect(letter?.text).toContain('Aanmelding')
    expect(letter?.text).not.toMatch(/Vries|2026/)
  })
})

describe('a job', () => {
  const failing = `UPDATE covenant_version SET rules = jsonb_set(rules, '{ladder}', '{"lead":0}')`
  const working = `UPDATE covenant_version SET rules = rules - 'ladder'`

  it('is made in the transaction of the step, and not by a step that is refused', async () => {
    expect(await r.kernel('SELECT task FROM job')).toEqual([{ task: 'checkIntake' }])
    await r.kernel(`DELETE FROM job`)
    await take(cast.regisseur, 'putOnTafel', kase, {}).catch(() => null)
    expect(await r.kernel('SELECT task FROM job')).toEqual([])
  })

  it('that fails is tried again later each time, and after eight times is dead until somebody revives it', async () => {
    await r.kernel(failing)
    const waits: number[] = []
    for (let i = 0; i < 8; i++) {
      await r.kernel('UPDATE job SET next_at = now()')
      await tellTerms(office, TODAY)
      const [job] = await r.kernel<{ minutes: number }>(
        'SELECT round(extract(epoch FROM next_at - now()) / 60)::int AS minutes FROM job',
      )
      waits.push(job?.minutes ?? 0)
    }
    expect(waits).toEqual([1, 3, 9, 27, 81, 240, 240, 240])
    expect((await failedJobs(office.client))[0]).toMatchObject({
      task: 'checkIntake',
      attempts: 8,
      dead_at: null,
    })
    await r.kernel('UPDATE job SET next_at = now()')
    expect(await tellTerms(office, '2026-12-01')).toBe(0)
    const [dead] = await failedJobs(office.client)
    expect(dead).toMatchObject({ kind: 'term', failure: 'ZodError' })
    expect(dead?.dead_at).not.toBeNull()
    expect(await noticesState(office.client)).toMatchObject({ status: 'givenUp', givenUp: 1 })
    await r.kernel(working)
    expect(await reviveJobs(office.client)).toBe(1)
    expect(await tellTerms(office, '2026-12-01')).toBe(1)
  })

  it('of a task that is no longer there goes by itself', async () => {
    await r.kernel(`UPDATE job SET task = 'none', next_at = now() WHERE subject_id = $1`, [kase])
    expect(await tellTerms(office, '2026-12-01')).toBe(0)
    expect(await r.kernel('SELECT 1 FROM job')).toEqual([])
  })

  it('is done once by two workers that look at the same time', async () => {
    await r.kernel('UPDATE job SET next_at = now()')
    const counts = await Promise.all([1, 2, 3].map(() => tellTerms(office, '2026-12-01')))
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(1)
    expect(await heard()).toHaveLength(1)
  })
})
