import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Found } from '@/server/candidates'
import { Prisma } from '@/server/db/client'
import { seen } from '@/server/reserve'
import { admit, type Cast, candidates, castOf, enter, propose, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { asked, see, sightOf } from './sight'

let r: Region
let cast: Cast
let neighbour: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  neighbour = await r.actor('officer', 'lefier')
})
afterAll(() => r.close())

let kase: string
let dwelling: string
let keys: { person: string; household: string }
beforeEach(async () => {
  kase = await register(r, cast, { givenName: 'Willemijn', familyName: 'Zonneveld' })
  await admit(r, cast, kase)
  dwelling = await enter(r, cast)
  const [spine] = await r.kernel<{ person: string; household: string }>(
    'SELECT person_id AS person, household_id AS household FROM spine WHERE id = $1',
    [kase],
  )
  keys = spine as typeof keys
})

const sight = (who: Actor) => sightOf(who, 'case', kase, keys)
const nothing = {}

describe('the corporation', () => {
  it('finds nothing of a client before it made an offer', async () => {
    expect(await sight(cast.officer)).toEqual(nothing)
    expect(await see(cast.officer, kase)).toBeNull()
  })

  it('knows from its offer on who it is for, and no other corporation does', async () => {
    await propose(cast, dwelling, kase)
    const seen = await see(cast.officer, kase)
    expect(seen?.of.identity).toMatchObject({ familyName: 'Zonneveld' })
    expect([seen?.of.debts, seen?.of.health, seen?.of.income, seen?.of.exclusions]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(await sight(neighbour)).toEqual(nothing)
  })

  it('loses sight of the client at once when the offer is refused, and keeps its own offer', async () => {
    const offer = await propose(cast, dwelling, kase)
    expect(await sight(cast.officer)).toMatchObject({ identity: 1, loaded: 1 })
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'huurTeHoog', note: null })
    expect(await sight(cast.officer)).toEqual({ outbox: 1 })
    expect((await see(cast.officer, offer, 'offer'))?.of.answer).toMatchObject({ reason: 'huurTeHoog' })
    expect((await see(cast.officer, dwelling, 'dwelling'))?.spine.stage).toBe('available')
  })

  it('loses sight of the client at once when it withdraws the offer itself', async () => {
    const offer = await propose(cast, dwelling, kase)
    await take(cast.officer, 'withdrawOffer', offer, { withdrawnWhy: 'ongeschikt', note: 'Lekkage' })
    expect(await sight(cast.officer)).toEqual({})
    expect((await see(cast.officer, offer, 'offer'))?.spine.stage).toBe('withdrawn')
    expect((await see(cast.mentor, kase))?.turns.map((t) => t.task)).toEqual(['findDwelling'])
  })

  it('writes nothing in a file that it no longer sees', async () => {
    const offer = await propose(cast, dwelling, kase)
    await take(cast.mentor, 'refuseOffer', offer, { reason: 'nietToegankelijk', note: null })
    expect(await attempt(cast.officer, 'signLease', kase, { signedOn: TODAY, startOn: TODAY })).toEqual({
      refusal: { reason: 'notFound' },
    })
    const row = Prisma.sql`INSERT INTO case_signatures (subject_id, covenant_id, organisation_id, recorded_on, document, signatory, signed_on, start_on)
      VALUES (${kase}::uuid, ${cast.officer.covenantId}::uuid, ${cast.officer.organisationId}::uuid, now(), 'lease', 'client', now(), now())`
    expect(await asked(cast.officer, row)).toBe('42501')
  })
})

describe('the candidates of a dwelling', () => {
  /** What was typed about this person, and what follows from it. */
  const secrets = [
    'Willemijn',
    'Zonneveld',
    '1990',
    'adults',
    'children',
    'passend"',
    'yearIncome',
    '1650000',
    '420000',
    '7824',
    'Rustige straat',
    '72000',
  ]

  it('are told apart by a pseudonym, without a name, a household, an income or a place they avoid', async () => {
    const found = await candidates(cast.officer, dwelling)
    const mine = found?.candidates.find((c) => c.caseId === kase)
    const shown = seen(mine as Found)
    expect(Object.keys(shown).sort()).toEqual([
      'excluded',
      'priority',
      'pseudonym',
      'refused',
      'results',
      'waitingDays',
    ])
    const text = JSON.stringify(shown)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    expect(mine?.results.map((result) => result.rule)).toContain('location')
  })

  it('have another pseudonym on another dwelling', async () => {
    const other = await enter(r, cast, '99')
    const nameOn = async (id: string) =>
      (await candidates(cast.officer, id))?.candidates.find((c) => c.caseId === kase)?.pseudonym
    expect(await nameOn(dwelling)).toMatch(/^[0-9A-F]{8}$/)
    expect(await nameOn(other)).not.toBe(await nameOn(dwelling))
  })

  it('are not there for another corporation', async () => {
    expect(await candidates(neighbour, dwelling)).toBeNull()
  })

  it('leave nothing of the search behind: afterwards the officer sees as little as before', async () => {
    await candidates(cast.officer, dwelling)
    expect(await sight(cast.officer)).toEqual(nothing)
  })
})
