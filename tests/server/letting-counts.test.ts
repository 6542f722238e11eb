// Passend and DAEB of a year on a real Postgres: counted from leases that were really signed and begun, for those it is for.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import type { LettingCounts } from '@/domain/report/shares'
import { asActor } from '@/server/db/as-actor'
import { lettingCounts } from '@/server/letting-counts'
import { asKernel } from '../../prisma/load-covenant'
import { described } from '../support/client'
import { threeParties } from '../support/inputs'
import { lasting } from '../support/lasting-inputs'
import { admit, type Cast, castOf, home, propose, register } from '../support/main-job'
import { type Region, region, TODAY, take } from '../support/region'

const signed = { signedOn: TODAY, startOn: TODAY, signingWay: 'inApp' }
const NEXT = '2027-06-01'
let r: Region
let cast: Cast
let fits: string
let rented: string

/** A client with this income who is proposed a home at this rent, up to the signatures. */
async function signs(
  no: number,
  said: { rent?: number; form?: string; why?: string; income?: number; before?: () => Promise<unknown> },
) {
  const id = await register(r, cast, { givenName: `Client ${no}`, familyName: 'Proef' })
  if (said.income) {
    const [, income] = described(r.organisations.emmen).find(([step]) => step === 'describeIncome') ?? []
    await take(cast.mentor, 'describeIncome', id, { ...income, yearIncome: said.income })
  }
  await admit(r, cast, id)
  const dwelling = await take(cast.officer, 'enterDwelling', null, {
    ...home(r, String(no)),
    rent: said.rent ?? 61_250,
  })
  const offer = await propose(cast, dwelling, id)
  await take(cast.mentor, 'acceptOffer', offer, { note: null })
  await take(cast.officer, 'confirmOffer', offer, {
    ...threeParties,
    form: said.form ?? 'driepartijen',
    startOn: TODAY,
  })
  const plan = { goals: 'Thuis landen', agreements: 'Wekelijks bezoek', signedOn: TODAY, level: 'midden' }
  await take(cast.mentor, 'writePlan', id, plan)
  await said.before?.()
  await take(cast.officer, 'signLease', id, { ...signed, normWhy: said.why ?? null })
  await take(cast.mentor, 'signGuidance', id, signed)
  await take(cast.officer, 'signTripartiteLandlord', id, signed)
  await take(cast.mentor, 'signTripartiteProvider', id, signed)
  return id
}

/** One whose rent came above the norm after it was proposed, and who rents all the same. */
async function signsAbove() {
  const norm = `kind = 'aftoppingsgrens_laag' AND valid_from = '2026-01-01'`
  const [was] = await r.kernel<{ value: number }>(`SELECT value FROM norm WHERE ${norm}`)
  const id = await signs(6, {
    why: 'De huur zakt volgende maand',
    before: () => r.kernel(`UPDATE norm SET value = 1 WHERE ${norm}`),
  })
  await r.kernel(`UPDATE norm SET value = $1 WHERE ${norm}`, [was?.value])
  await key(id)
}

const key = (id: string) => take(cast.officer, 'handOverKey', id, { keyOn: TODAY })

beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  await r.kernel(
    `UPDATE covenant_version v SET rules = jsonb_set(jsonb_set(jsonb_set(v.rules, '{aftercare,omklapAfterMonths}', '6'), '{aftercare,omklapAdvice}', '[]'), '{contractForms}', '["driepartijen", "intermediair"]') FROM covenant c WHERE c.id = v.covenant_id AND c.key = 'zuidoost-drenthe'`,
  )
  fits = await signs(1, {})
  await key(fits)
  await signsAbove()
  await key(await signs(2, { income: 45_000_00 }))
  rented = await signs(3, { form: 'intermediair' })
  await key(rented)
  await take(cast.mentor, 'endBeforeKey', await signs(4, {}), { reason: 'ingetrokken' })
  await signs(5, {})
})
afterAll(() => r.close())

const asked = (who: Actor, day = TODAY): Promise<LettingCounts[]> =>
  asActor(who, (tx) => lettingCounts(tx, day))
const none = {
  ...{ lettings: 0, fits: 0, unfit: 0, exempt: 0, untested: 0 },
  ...{ within: 0, above: 0, unknown: 0, outside: 0 },
}
const of = (corporation: string, year: number, some: Partial<LettingCounts> = {}) => ({
  ...{ corporation, year, ...none },
  ...some,
})
const three = { lettings: 3, fits: 1, unfit: 1, exempt: 1, within: 3 }

describe('the lettings of a year', () => {
  it('are those with a key, as they were tested; not who left before it, who waits for it, or a home the provider rents', async () => {
    const found = await asked(cast.officer)
    expect(found).toEqual([of('domesta', 2026, three), of('domesta', 2025)])
  })

  it('are of each corporation for whoever answers for the region, and for who governs a party', async () => {
    for (const [role, organisation] of [
      ['coordinator', 'emmen'],
      ['regisseur', 'emmen'],
      ['gemeenteLead', 'coevorden'],
      ['boardMember', 'cosis'],
    ] as const) {
      const found = await asked(await r.actor(role, organisation))
      expect(found, role).toContainEqual(of('domesta', 2026, three))
      expect(found, role).toContainEqual(of('lefier', 2026))
    }
  })

  it('are for a corporation its own alone, also for its board', async () => {
    for (const role of ['officer', 'corporatieLead', 'boardMember'] as const)
      expect(await asked(await r.actor(role, 'lefier')), role).toEqual([
        of('lefier', 2026),
        of('lefier', 2025),
      ])
  })

  it('are of nobody else', async () => {
    const others: [Role, string][] = [
      ['mentor', 'cosis'],
      ['zorgLead', 'cosis'],
      ['chair', 'emmen'],
      ['secretary', 'emmen'],
      ['privacyOfficer', 'emmen'],
      ['organisationAdmin', 'domesta'],
      ['localTeam', 'wijkteam-de-verbinding'],
      ['clientCouncil', 'clientenraad-samen-verder'],
    ]
    for (const [role, organisation] of others)
      expect(await asked(await r.actor(role, organisation)), role).toEqual([])
  })

  it('are in another region those of that region', async () => {
    const elsewhere = await r.actor('coordinator', 'noordoostpolder', 'Een ander', 'flevoland')
    const found = await asked(elsewhere)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ lettings, corporation }) => lettings === 0 && corporation !== 'domesta')).toBe(true)
  })

  it('count a home that the provider rented with the omklap, in the year of that day, where the covenant says so', async () => {
    const on = { on: NEXT }
    await take(
      cast.mentor,
      'recordEvaluation',
      rented,
      { ...lasting.recordEvaluation?.({ today: NEXT } as never) },
      on,
    )
    await take(cast.mentor, 'requestOmklap', rented, { note: null }, on)
    const yes = {
      event: 'agreed',
      on: NEXT,
      note: 'Past bij elkaar',
      careAfter: 'minderZorg',
      reviewOn: null,
    }
    await take(cast.officer, 'decideOmklap', rented, yes, on)
    const counted = await asked(cast.officer, NEXT)
    // No norm of 2027 is known here: so it is known neither whether it fits, nor whether the home is a DAEB one.
    expect(counted[0]).toEqual(of('domesta', 2027, { lettings: 1, untested: 1, unknown: 1 }))
    expect(counted[1]).toEqual(of('domesta', 2026, three))
    expect(await asked(cast.officer, '2027-05-31')).toContainEqual(of('domesta', 2027))
    await r.kernel(
      `UPDATE covenant_version SET rules = jsonb_set(rules, '{letting}', '{"omklapCounts": false}')`,
    )
    expect((await asked(cast.officer, NEXT))[0]).toEqual(of('domesta', 2027))
  })

  it('hold nobody from the day on which the case is shielded', async () => {
    await take(cast.mentor, 'describeSafety', fits, { threat: 'stalking', secrecy: 'geheim', note: null })
    expect((await asked(cast.officer))[0]).toEqual(
      of('domesta', 2026, { lettings: 2, unfit: 1, exempt: 1, within: 2 }),
    )
  })

  it('are found by an index of the covenant and the day', async () => {
    const plan = await asKernel(r.ownerUrl, async (client) => {
      await client.query('SET LOCAL enable_seqscan = off')
      const begun = `SELECT subject_id FROM case_placement WHERE covenant_id = gen_random_uuid()`
      const year = `BETWEEN '2026-01-01' AND '2026-12-31'`
      const { rows } = await client.query(
        `EXPLAIN ${begun} AND key_on IS NOT NULL AND start_on ${year} UNION ALL ${begun} AND own_name_on ${year}`,
      )
      return JSON.stringify(rows)
    })
    for (const index of ['case_placement_let', 'case_placement_own_name']) expect(plan).toContain(index)
  })
})
