// What follows a term is taken by one membership that reads nothing, through one door, and only as the process says.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { type Client, Prisma, sqlState } from '@/server/db/client'
import { noticesOf } from '@/server/notices/inbox'
import { tellTerms } from '@/server/notices/terms'
import { type Cast, castOf, register } from '../support/main-job'
import { openOffice, type TestOffice } from '../support/office'
import { type Region, region, take } from '../support/region'
import { asked } from './sight'

let r: Region
let cast: Cast
let office: TestOffice
let kase: string

/** Asked on Monday 5 October; the last day to answer is the 19th, and five working days later it goes back: the 26th. */
const ASKED = '2026-10-05'
const TOLD = '2026-10-22'
const BACK = '2026-10-26'

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
  await r.kernel('DELETE FROM turn')
  await r.kernel('DELETE FROM outbox')
  kase = await register(r, cast)
  await r.kernel('DELETE FROM outbox')
  await take(cast.regisseur, 'askMore', kase, { missing: 'Bewijs' }, { on: ASKED })
})
afterEach(async () => {
  await r.kernel(
    `UPDATE covenant_version SET rules = jsonb_set(rules, '{consequences}', '{"returnIntake":5,"lapseHandover":5}')`,
  )
})

/** The morning of a day; what is told then was told on that day. */
async function on(day: string) {
  await r.kernel('UPDATE job SET next_at = now()')
  const count = await tellTerms(office, day)
  await r.kernel(
    `UPDATE term_told SET told_at = $1::date + time '07:00' WHERE told_at > now() - interval '1 hour'`,
    [day],
  )
  return count
}
const taskNames = async () =>
  (await r.kernel<{ task: string }>('SELECT task FROM turn WHERE subject_id = $1 ORDER BY task', [kase])).map(
    (t) => t.task,
  )
const _records = () =>
  r.kernel<{ role: string; step: string }>(
    `SELECT role, step FROM journal WHERE subject_id = $1 AND role = 'terms' ORDER BY seq`,
    [kase],
  )
const waiting = ['checkIntake', 'supplyMore']
const _heardBy = async (who: Actor) => (await asActor(who, (tx) => noticesOf(tx, true))).map((n) => n.step)

describe('nobody', () => {
  const job = async () => {
    const [row] = await r.kernel<{ id: string }>(
      `SELECT id FROM job WHERE task = 'supplyMore' AND subject_id = $1`,
      [kase],
    )
    return row?.id ?? ''
  }
  const seen = JSON.stringify({ since: ASKED, dueOn: '2026-10-19' })
  const record = async (more: object = {}) => {
    const [row] = await r.kernel<{ version: number }>('SELECT version FROM spine WHERE id = $1', [kase])
    return JSON.stringify({
      subjectId: kase,
      version: row?.version,
      step: 'returnIntake',
      from: 'intake',
      to: 'intake',
      on: BACK,
      closes: ['supplyMore', 'checkIntake'],
      opens: [],
      relate: [],
      release: [],
      purpose: 'aanmelden',
      ground: 'overeenkomst',
      ...more,
    })
  }
  const door = async (client: Client, more: object = {}) =>
    client.$queryRaw<
      { done: boolean }[]
    >`SELECT app.take_consequence(${await job()}::uuid, ${seen}::jsonb, ${await record(more)}::jsonb) AS done`.then(
      ([row]) => row?.done,
      sqlState,
    )

  it('takes it before it was told, not even the worker', async () => {
    expect(await door(office.client)).toBe('42501')
    expect(await taskNames()).toEqual(waiting)
  })

  it('ends a case by it, brings somebody in, or lets go of whoever has the case', async () => {
    await on(TOLD)
    for (const more of [
      { to: 'closed' },
      { relate: [{ part: 'provider', relation: 'ours', organisationId: cast.officer.organisationId }] },
      { release: ['provider'] },
      { step: 'withdrawCase' },
      { closes: ['checkIntake'] },
    ])
      expect(await door(office.client, more), JSON.stringify(more)).toBe('42501')
    expect(await taskNames()).toEqual(waiting)
    expect(await door(office.client)).toBe(true)
  })

  it('of the people takes it, told or not; and the worker reads no case', async () => {
    await on(TOLD)
    const step = await record()
    for (const who of [cast.mentor, cast.regisseur])
      expect(await asked(who, Prisma.sql`SELECT app.record_step(${step}::jsonb)`)).toBe('42501')
    expect(await office.client.$queryRaw`SELECT 1 FROM spine`.then(() => 'read', sqlState)).toBe('42501')
  })

  it('reads what stands in a case as this membership: it sees that the case is there', async () => {
    const [member] = await r.kernel<{ id: string }>(
      `SELECT id FROM membership WHERE role = 'terms' AND covenant_id = $1`,
      [cast.mentor.covenantId],
    )
    const terms = { ...cast.mentor, membershipId: member?.id ?? '', role: 'terms' } as Actor
    expect(await asked(terms, Prisma.sql`SELECT 1 FROM spine WHERE id = ${kase}::uuid`)).toHaveLength(1)
    for (const table of ['case_identity', 'case_intake_check', 'case_readiness', 'case_shield'])
      expect(await asked(terms, Prisma.sql`SELECT 1 FROM ${Prisma.raw(table)}`), table).toEqual([])
  })
})
