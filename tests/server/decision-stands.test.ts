// What chair and secretary adopted does not change, whoever writes it; a correction stands beside it, by two people.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Prisma } from '@/server/db/client'
import { admit, type Cast, castOf, decision, register, sitDown } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let kase: string
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
})
afterAll(() => r.close())

const id = () => Prisma.sql`${kase}::uuid`
const right = {
  priority: 'hoog',
  clientText: 'Ander woord',
  motivation: 'Anders',
  corrects: 'Verkeerd overgenomen',
  ground: null,
  validUntil: null,
}
const propose = () =>
  take(cast.chair, 'correctDecision', kase, {
    municipality: r.organisations.emmen,
    contractForm: 'driepartijen',
    ...right,
  })
const kept = () =>
  r.kernel(
    'SELECT version, priority, adopted_on IS NOT NULL AS adopted FROM case_decisions WHERE subject_id = $1 ORDER BY seq',
    [kase],
  )

describe('an adopted decision', () => {
  beforeEach(async () => {
    kase = await register(r, cast)
    await admit(r, cast, kase)
  })

  it('is changed by nobody in the database, not by chair or secretary themselves', async () => {
    for (const who of [cast.chair, cast.secretary]) {
      // Of a case that left the tafel the chair writes nothing at all.
      for (const change of [
        Prisma.sql`UPDATE case_decision SET priority = 'spoed' WHERE subject_id = ${id()} RETURNING 1`,
        Prisma.sql`UPDATE case_decision SET adopted_on = NULL WHERE subject_id = ${id()} RETURNING 1`,
      ])
        expect(await asked(who, change)).toEqual(who === cast.secretary ? 'TT016' : [])
      for (const table of ['case_decisions', 'case_decision_notes', 'case_conditions'])
        for (const change of [`UPDATE ${table} SET version = 9`, `DELETE FROM ${table}`])
          expect(await asked(who, Prisma.raw(`${change} WHERE subject_id = '${kase}' RETURNING 1`))).toBe(
            '42501',
          )
    }
    const said = Prisma.sql`UPDATE case_tafel_notes SET motivation = 'Anders' WHERE subject_id = ${id()} RETURNING 1`
    expect([[], 'TT016']).toContainEqual(await asked(cast.chair, said))
    expect(await kept()).toEqual([{ version: 1, priority: 'normaal', adopted: true }])
  })

  it('gets no other version of one person alone', async () => {
    const copy = (version: number, replaces: string) =>
      Prisma.raw(
        `INSERT INTO case_decisions (subject_id, organisation_id, recorded_on, covenant_id, version, replaces, tafel, outcome, client_text, deciders, adopted_on)
       SELECT subject_id, organisation_id, recorded_on, covenant_id, ${version}, ${replaces}, tafel, 'refused', client_text, deciders, adopted_on
       FROM case_decisions WHERE subject_id = '${kase}' AND version = 1 RETURNING 1`,
      )
    expect(await asked(cast.chair, copy(1, 'NULL'))).toBe('23505')
    expect(await asked(cast.chair, copy(2, 'NULL'))).toBe('23505')
    expect(await asked(cast.chair, copy(2, '1'))).toBe('TT015')
  })

  it('is not adopted once more by its tafel, not even in the same words: its conditions would be gone', async () => {
    const again = `INSERT INTO case_decisions (subject_id, organisation_id, recorded_on, covenant_id, version, tafel, outcome, municipality, priority, contract_form, client_text, deciders, adopted_on)
       SELECT subject_id, organisation_id, recorded_on, covenant_id, 2, tafel, outcome, municipality, priority, contract_form, client_text, deciders, adopted_on
       FROM case_decisions WHERE subject_id = '${kase}' AND version = 1 RETURNING 1`
    for (const who of [cast.chair, cast.secretary]) expect(await asked(who, Prisma.raw(again))).toBe('23505')
  })

  it('is replaced by the correction that the chair proposed and the secretary confirmed, and kept beside it', async () => {
    await propose()
    expect((await see(cast.mentor, kase))?.of.decision).toMatchObject({ priority: 'normaal' })
    await take(cast.secretary, 'confirmCorrection', kase)
    expect((await see(cast.mentor, kase))?.of.decision).toMatchObject({
      priority: 'hoog',
      clientText: 'Ander woord',
    })
    expect(await kept()).toEqual([
      { version: 1, priority: 'normaal', adopted: true },
      { version: 2, priority: 'hoog', adopted: false },
      { version: 2, priority: 'hoog', adopted: true },
    ])
  })

  it('is not replaced by what one person proposed and confirmed in two roles, nor by other words than were proposed', async () => {
    const both = {
      chair: await r.actor('chair', 'emmen', 'Kim de Groot'),
      secretary: await r.actor('secretary', 'emmen', 'Kim de Groot'),
    }
    await take(both.chair, 'correctDecision', kase, {
      municipality: r.organisations.emmen,
      contractForm: 'driepartijen',
      ...right,
    })
    expect(await attempt(both.secretary, 'confirmCorrection', kase)).toEqual({
      refusal: { reason: 'secondPersonNeeded' },
    })
    const words = (text: string) =>
      Prisma.sql`UPDATE case_decision SET priority = 'hoog', client_text = ${text} WHERE subject_id = ${id()} RETURNING 1`
    expect(await asked(both.secretary, words(right.clientText))).toBe('TT016')
    expect(await asked(cast.secretary, words('Weer anders'))).toBe('TT016')
  })
})

describe('a decision that waits to be adopted', () => {
  it('is not made to count by the chair alone', async () => {
    kase = await register(r, cast)
    await sitDown(cast, kase)
    await take(cast.chair, 'proposeDecision', kase, decision(r))
    const alone = Prisma.sql`UPDATE case_decision SET adopted_on = current_date WHERE subject_id = ${id()} RETURNING 1`
    expect(await asked(cast.chair, alone)).toBe('TT016')
  })

  it('stands as well where it only put the case off: until the case is on a next tafel', async () => {
    kase = await register(r, cast)
    const tafel = await sitDown(cast, kase)
    const adjourned = { outcome: 'adjourned', until: '2099-01-04', followUpBy: 'gemeente' }
    await take(cast.chair, 'proposeDecision', kase, decision(r, adjourned))
    await take(cast.chair, 'adoptList', tafel)
    await take(cast.secretary, 'adoptList', tafel)
    const later = Prisma.sql`UPDATE case_decision SET until = '2100-01-01' WHERE subject_id = ${id()} RETURNING 1`
    const why = Prisma.sql`UPDATE case_tafel_notes SET motivation = 'Anders' WHERE subject_id = ${id()} RETURNING 1`
    expect(await asked(cast.chair, later)).toBe('TT016')
    expect(await asked(cast.chair, why)).toBe('TT016')
  })
})
