import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { Prisma } from '@/server/db/client'
import { admit, type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let coevorden: Actor
let borger: Actor
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  coevorden = await r.actor('regisseur', 'coevorden')
  borger = await r.actor('regisseur', 'borger-odoorn')
})
afterAll(() => r.close())

const ofCoevorden = () => register(r, cast, { givenName: 'Jan', familyName: 'de Vries' }, 'coevorden')

describe('a client of Coevorden, for whom Emmen acts by mandate', () => {
  it('waits on the regisseur of Emmen, and Coevorden sees it too', async () => {
    const kase = await ofCoevorden()
    const seen = await see(cast.regisseur, kase)
    expect(seen?.turns).toMatchObject([
      { task: 'checkIntake', role: 'regisseur', holderId: r.organisations.emmen },
    ])
    expect((await see(coevorden, kase))?.of.income).toEqual(seen?.of.income)
  })

  it('is a client of Coevorden on paper: that is its gemeente, not Emmen', async () => {
    const kase = await ofCoevorden()
    const parts = await asked<{ part: string; organisation: string }>(
      cast.regisseur,
      Prisma.sql`SELECT part, organisation_id::text AS organisation FROM party WHERE subject_id = ${kase}::uuid AND part = 'gemeente'`,
    )
    expect(parts).toEqual([{ part: 'gemeente', organisation: r.organisations.coevorden }])
  })

  it('is checked and carried to matching by Emmen', async () => {
    const kase = await ofCoevorden()
    await admit(r, cast, kase)
    expect((await see(cast.regisseur, kase))?.spine.stage).toBe('matching')
    expect((await see(cast.regisseur, kase))?.turns).toMatchObject([
      { task: 'findDwelling', holderId: r.organisations.emmen },
    ])
  })

  it('can be checked by Coevorden itself as well', async () => {
    const kase = await ofCoevorden()
    await take(coevorden, 'acceptIntake', kase)
    expect((await see(cast.regisseur, kase))?.spine.stage).toBe('tafel')
  })

  it('is not there for Borger-Odoorn, for which Emmen acts as well', async () => {
    const kase = await ofCoevorden()
    expect(await see(borger, kase)).toBeNull()
    expect(await attempt(borger, 'acceptIntake', kase)).toEqual({ refusal: { reason: 'notFound' } })
  })
})

describe('a client of Emmen itself', () => {
  it('is not there for Coevorden: the mandate goes one way', async () => {
    const kase = await register(r, cast)
    expect(await see(cast.regisseur, kase)).not.toBeNull()
    expect(await see(coevorden, kase)).toBeNull()
  })

  it('is not registered for a gemeente of another region, or for what is no gemeente, and then nothing remains', async () => {
    const before = await r.kernel('SELECT id FROM person')
    for (const strange of ['almere', 'domesta']) {
      const registered = register(r, cast, { givenName: 'Jan', familyName: 'de Vries' }, strange)
      await expect(registered).rejects.toThrow('notAParty')
    }
    expect(await r.kernel('SELECT id FROM person')).toEqual(before)
  })
})
