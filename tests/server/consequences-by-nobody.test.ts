// What follows a term is taken by one membership that reads nothing, through one door, and only as the process says.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { type Client, Prisma, sqlState } from '@/server/db/client'
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
import { type Region, region } from '../support/region'
import { asked } from './sight'

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
