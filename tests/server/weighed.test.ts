// What a decision rested on is kept by the database, for whoever reads those facts now, and nobody changes it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { weighed } from '@/domain/case/weighed'
import { addDays } from '@/domain/kernel/days'
import { today } from '@/server/clock'
import { Prisma } from '@/server/db/client'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { type Region, region, take } from '../support/region'
import { asked } from './sight'

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

type Kept = { object: string; step: string; version: number | null; facts: Record<string, unknown>[] }
const kept = async (who: Actor, id = kase) => {
  const rows = await asked<Kept>(
    who,
    Prisma.sql`SELECT object, step, version, facts FROM weighed WHERE subject_id = ${id}::uuid ORDER BY version, object`,
  )
  return rows as Kept[]
}
const objects = async (who: Actor, id = kase) => (await kept(who, id)).map(({ object }) => object)
const household = { adults: 1, children: 0, expecting: false, pets: 'Een kat' }
const put = {
  priority: 'hoog',
  clientText: 'Ander woord',
  motivation: 'Anders',
  corrects: 'Verkeerd overgenomen',
  ground: null,
  validUntil: null,
  contractForm: 'driepartijen',
}

describe('a decision that both adopted', () => {
  it('keeps what was known of every group of facts, also of those that nobody filled in, in the form of that day', async () => {
    const rows = await kept(cast.mentor)
    expect(rows.map(({ object }) => object)).toEqual([...weighed].sort())
    expect(new Set(rows.map(({ step, version }) => `${step} ${version}`))).toEqual(
      new Set(['carryOutDecision 1']),
    )
    expect(rows.find(({ object }) => object === 'household')?.facts).toEqual([
      { adults: 1, children: 0, expecting: false, pets: null },
    ])
    expect(rows.find(({ object }) => object === 'tracks')?.facts).toEqual([])
    expect(Object.keys(rows.find(({ object }) => object === 'stay')?.facts[0] ?? {})).not.toContain(
      'facility',
    )
  })

  it('keeps it when the facts change afterwards, and a correction keeps what was known by then', async () => {
    await take(cast.mentor, 'describeHousehold', kase, household)
    const corrected = { ...put, municipality: r.organisations.emmen }
    await take(cast.chair, 'correctDecision', kase, corrected)
    await take(cast.secretary, 'confirmCorrection', kase)
    const rows = (await kept(cast.mentor)).filter(({ object }) => object === 'household')
    expect(rows.map(({ step, version, facts }) => [step, version, facts[0]?.pets])).toEqual([
      ['carryOutDecision', 1, null],
      ['confirmCorrection', 2, 'Een kat'],
    ])
  })

  it('is read by the right to each of these facts: the chair gets no start in the home, another party nothing', async () => {
    const chair = await objects(cast.chair)
    expect(chair).toContain('household')
    for (const one of ['startNeeds', 'tracks']) expect(chair).not.toContain(one)
    expect(await objects(cast.regisseur)).toContain('startNeeds')
    for (const who of [
      await r.actor('mentor', 'leger-des-heils'),
      await r.actor('regisseur', 'coevorden'),
      await r.actor('boardMember', 'emmen'),
    ])
      expect(await kept(who)).toEqual([])
  })

  it('is nothing of the landlord, who does not read why, also once it reads the facts of now', async () => {
    const dwelling = await enter(r, cast)
    await propose(cast, dwelling, kase)
    const now = await asked(
      cast.officer,
      Prisma.sql`SELECT pets FROM case_household h JOIN spine s ON s.household_id = h.household_id WHERE s.id = ${kase}::uuid`,
    )
    expect(now).toEqual([{ pets: 'Een kat' }])
    expect(await kept(cast.officer)).toEqual([])
  })

  it('closes with the consent that opened the facts: the right of today counts, not that of then', async () => {
    await r.kernel(
      `INSERT INTO weighed SELECT record_id, 'addictionSummary', subject_id, covenant_id, step, weighed_on, version, '[]' FROM weighed WHERE subject_id = $1 AND object = 'stay' AND version = 1`,
      [kase],
    )
    const seen = async () => (await objects(cast.regisseur)).includes('addictionSummary')
    expect(await seen()).toBe(false)
    const consent = {
      recipient: r.organisations.emmen,
      categories: ['verslaving'],
      how: 'mondeling',
      on: null,
    }
    const text = { textLanguage: 'nl', textVersion: 1 }
    const until = addDays(today(), 30)
    await take(
      cast.mentor,
      'recordConsent',
      kase,
      { ...consent, ...text, given: true, until },
      { on: today() },
    )
    expect(await seen()).toBe(true)
    await take(cast.regisseur, 'withdrawConsent', kase, consent, { on: today() })
    expect(await seen()).toBe(false)
  })
})

describe('what was kept', () => {
  it('is added to, changed and removed by nobody, whoever they are', async () => {
    for (const who of Object.values(cast))
      for (const change of [
        `UPDATE weighed SET facts = '[]' WHERE subject_id = '${kase}'`,
        `DELETE FROM weighed WHERE subject_id = '${kase}'`,
        `INSERT INTO weighed SELECT gen_random_uuid(), object, subject_id, covenant_id, step, weighed_on, 9, facts FROM weighed WHERE subject_id = '${kase}'`,
        `UPDATE policy_weighed SET fields = '{}'`,
      ])
        expect(await asked(who, Prisma.raw(`${change} RETURNING 1`)), change).toBe('42501')
  })

  it('is as closed as the case once it is shielded: to named people, and to the table what it reads under an alias', async () => {
    await take(cast.mentor, 'describeSafety', kase, { threat: 'stalking', secrecy: 'geheim', note: null })
    expect(await objects(cast.regisseur)).toEqual([])
    const table = new Set(await objects(cast.chair))
    expect([...table].sort()).toEqual([
      'debtSummary',
      'household',
      'incomeClass',
      'landlordSummary',
      'profile',
      'readiness',
      'safetyFlag',
      'supportSummary',
    ])
    expect(await objects(cast.mentor)).toContain('stay')
  })
})
