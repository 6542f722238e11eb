import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { Prisma } from '@/server/db/client'
import { type Cast, castOf, register } from '../support/main-job'
import { attempt, type Region, region } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let drenthe: Actor
let flevoland: Actor
let kase: string
beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  drenthe = await r.actor('mentor', 'opmaat-wonen', 'Twee petten')
  flevoland = await r.actor('mentor', 'opmaat-wonen', 'Twee petten', 'flevoland')
  cast = { ...(await castOf(r)), mentor: drenthe }
  kase = await register(r, cast)
})
afterAll(() => r.close())

describe('one person who works for one provider in two regions', () => {
  it('is one account with two memberships', () => {
    expect(flevoland.accountId).toBe(drenthe.accountId)
    expect(flevoland.organisationId).toBe(drenthe.organisationId)
    expect(flevoland.covenantId).not.toBe(drenthe.covenantId)
  })

  it('finds the client of the one region not while acting in the other', async () => {
    expect(await see(drenthe, kase)).not.toBeNull()
    expect(await see(flevoland, kase)).toBeNull()
    expect(await attempt(flevoland, 'recordCriminal', kase, { note: 'x' })).toEqual({
      refusal: { reason: 'notFound' },
    })
    const all = Prisma.sql`SELECT 1 FROM relation UNION ALL SELECT 1 FROM case_identity UNION ALL SELECT 1 FROM turn UNION ALL SELECT 1 FROM journal WHERE kind = 'step'`
    expect(await asked(flevoland, all)).toEqual([])
  })

  it('works under the agreements of the region they act in', async () => {
    const names = async (who: Actor) => asked<{ name: string }>(who, Prisma.sql`SELECT name FROM covenant`)
    expect(await names(drenthe)).toEqual([{ name: drenthe.covenantName }])
    expect(await names(flevoland)).toEqual([{ name: flevoland.covenantName }])
  })
})

/** The same person again, with a second case that another provider opened. */
async function secondCase(of: string, provider: Actor, stage: string): Promise<string> {
  const [row] = await r.kernel<{ id: string }>(
    `INSERT INTO spine (kind, number, covenant_id, covenant_version_id, person_id, household_id, stage, version, opened_on)
     SELECT kind, number || '-2', covenant_id, covenant_version_id, person_id, household_id, $2, 0, opened_on FROM spine WHERE id = $1 RETURNING id`,
    [of, stage],
  )
  await r.kernel(
    `INSERT INTO relation SELECT s.id, h.id, h.relation, h.relation, s.kind, s.covenant_id, s.number, s.stage, s.person_id, s.household_id
       FROM spine s, (VALUES ($2::uuid, 'ours'), ($3::uuid, 'any')) h(id, relation) WHERE s.id = $1`,
    [row?.id, provider.organisationId, provider.covenantId],
  )
  return row?.id ?? ''
}

describe('one client with two cases at two providers', () => {
  it('has one name, which both providers read, each by the case of its own', async () => {
    const other = await r.actor('mentor', 'leger-des-heils')
    const names = Prisma.sql`SELECT family_name AS name FROM case_identity`
    expect(await asked(other, names)).toEqual([])
    const second = await secondCase(kase, other, 'intake')
    expect(await asked(other, names)).toEqual([{ name: 'de Vries' }])
    expect((await see(other, second))?.of.identity).toMatchObject({ familyName: 'de Vries' })
    expect(await see(other, kase)).toBeNull()
    expect(await see(drenthe, second)).toBeNull()
  })
})
