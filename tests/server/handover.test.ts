// Another care provider takes over, on a real Postgres: who reads, who holds the tasks, and who no longer does either.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { Prisma } from '@/server/db/client'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let next: Actor
let kase: string
const proposal = () => ({
  to: next.organisationId,
  why: 'andereZorg',
  agreedOn: TODAY,
  agreedHow: 'mondeling',
  note: null,
})
const acceptance = {
  metOn: TODAY,
  checks: ['kennismaking', 'afspraken', 'signalen', 'geldzaken'],
  nextMentorName: 'Wout Nieuw',
  nextMentorPhone: null,
}
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  next = await r.actor('mentor', 'leger-des-heils')
  kase = await register(r, cast)
})
afterAll(() => r.close())

const debtsOf = (who: Actor) =>
  asked(who, Prisma.sql`SELECT total FROM case_debts WHERE subject_id = ${kase}::uuid`)

it('the other reads no debts and nothing about health before taking over, and nothing at all once it is stopped', async () => {
  await take(cast.mentor, 'proposeHandover', kase, proposal())
  expect((await see(next, kase))?.of.identity).toMatchObject({ familyName: 'de Vries' })
  expect(await debtsOf(next)).toEqual([])
  await take(cast.mentor, 'stopHandover', kase, { note: null })
  expect(await see(next, kase)).toBeNull()
})

it('the case passes with its tasks: the first reads nothing any more, in any table', async () => {
  await take(cast.regisseur, 'askMore', kase, { missing: 'Bewijs van inkomen' })
  await take(cast.mentor, 'proposeHandover', kase, proposal())
  await take(next, 'acceptHandover', kase, acceptance)
  expect(await see(cast.mentor, kase)).toBeNull()
  expect(await debtsOf(cast.mentor)).toEqual([])
  expect(await debtsOf(next)).toHaveLength(1)
  const turns = await r.kernel(
    'SELECT task, holder_id::text AS holder FROM turn WHERE subject_id = $1 AND role = $2',
    [kase, 'mentor'],
  )
  expect(turns).toEqual([{ task: 'supplyMore', holder: next.organisationId }])
  await take(next, 'sendIntake', kase)
  expect(
    await attempt(cast.mentor, 'describeHousehold', kase, {
      adults: 1,
      children: 0,
      expecting: false,
      pets: null,
    }),
  ).toEqual({
    refusal: { reason: 'notFound' },
  })
})

it('nobody is asked who is no party of the right kind, whatever the application says', async () => {
  const to = { ...proposal(), to: cast.officer.organisationId }
  expect(await attempt(next, 'proposeHandover', kase, to)).toMatchObject({ refusal: { reason: 'notAParty' } })
})
