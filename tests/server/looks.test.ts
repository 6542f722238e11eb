// Who looked at a client, over all organisations: for the two who answer to the client, without a person, and of a shielded
// case without an organisation.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { lookDays, MOST_LOOKS } from '@/domain/privacy/looks'
import { asActor } from '@/server/db/as-actor'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { looksOf } from '@/server/looks'
import { geheim } from '../support/hidden-client'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'

const always = { from: null, until: null }
let r: Region
let cast: Cast
let kase: string
let offer: string
let stranger: Actor
beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  stranger = await r.actor('mentor', 'leger-des-heils')
  kase = await register(r, cast)
  await admit(r, cast, kase)
  offer = await propose(cast, await enter(r, cast), kase)
})
afterAll(() => r.close())

const read = (who: Actor, kind: 'case' | 'offer', id: string, ...shown: string[]) =>
  asActor(who, async (tx) => {
    const found = await load(tx, who.role, kind, id)
    if (found) await recordRead(tx, who, found, { today: TODAY, requestId: null, shown })
  })
const looks = (who: Actor, period: Parameters<typeof looksOf>[2] = always, of = kase) =>
  asActor(who, (tx) => looksOf(tx, of, period))

describe('the mentor', () => {
  it('is told which role of which organisation looked at what and why, and no person', async () => {
    await read(cast.officer, 'case', kase, 'profile', 'debtSummary')
    await read(cast.officer, 'case', kase, 'debtSummary', 'profile')
    const found = await looks(cast.mentor)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({
      organisationId: cast.officer.organisationId,
      organisationKind: 'corporatie',
      role: 'officer',
      kind: 'read',
      shown: ['debtSummary', 'profile'],
      purpose: 'huren',
      consents: ['schulden'],
      emergency: false,
      times: 2,
    })
    const text = JSON.stringify(found)
    for (const { name, accountId, membershipId } of [cast.officer])
      for (const secret of [name, accountId, membershipId]) expect(text).not.toContain(secret)
  })

  it('is told of a look at the offer to this client too', async () => {
    await read(cast.officer, 'offer', offer, 'terms')
    expect((await looks(cast.mentor)).map((l) => l.shown)).toContainEqual(['terms'])
  })

  it('is told of an attempt that was refused, by an organisation that has nothing to do with it', async () => {
    await attempt(stranger, 'recordVisit', kase, {})
    const denied = (await looks(cast.mentor)).filter((l) => l.kind === 'denied')
    expect(denied).toMatchObject([
      { organisationId: stranger.organisationId, step: 'recordVisit', ground: null, times: 1 },
    ])
  })

  it('chooses a period', async () => {
    expect(await looks(cast.mentor, { from: '2020-01-01', until: '2020-12-31' })).toEqual([])
    expect((await looks(cast.mentor, { from: '2020-01-01', until: null })).length).toBeGreaterThan(1)
  })
})

it('the regisseur is told the same', async () => {
  const sorted = async (who: Actor) => (await looks(who)).map((l) => JSON.stringify(l)).sort()
  expect(await sorted(cast.regisseur)).toEqual(await sorted(cast.mentor))
})

it('nobody else is told anything: no colleague, no party, no mentor or regisseur of elsewhere', async () => {
  const others = [
    cast.officer,
    cast.chair,
    stranger,
    await r.actor('zorgLead', 'cosis'),
    await r.actor('privacyOfficer', 'cosis'),
    await r.actor('organisationAdmin', 'cosis'),
    await r.actor('regisseur', 'coevorden'),
  ]
  for (const who of others) expect(await looks(who), who.role).toEqual([])
})

it('two colleagues of one role are two lines, without their names', async () => {
  await read(await r.actor('officer', 'domesta', 'Berend Kuiper'), 'case', kase, 'profile', 'debtSummary')
  const officers = (await looks(cast.mentor)).filter(
    (l) => l.role === 'officer' && l.shown.includes('profile'),
  )
  expect(new Set(officers.map((l) => l.person)).size).toBe(2)
})

it('ten thousand looks are a page of fourteen days, within a second', async () => {
  const mine = cast.officer
  await r.kernel(
    `INSERT INTO journal SELECT l.* FROM (SELECT * FROM journal WHERE organisation_id = $1 AND kind = 'read' LIMIT 1) j, generate_series(1, 10000) n,
       LATERAL jsonb_populate_record(NULL::journal, to_jsonb(j) || jsonb_build_object('id', gen_random_uuid(), 'seq', 1000000 + n,
         'recorded_at', now() - n * interval '7 minutes', 'shown', jsonb_build_array('profile', (ARRAY['identity', 'household', 'tenancy'])[1 + n % 3]))) l`,
    [mine.organisationId],
  )
  const began = performance.now()
  const found = await looks(cast.mentor)
  expect(performance.now() - began).toBeLessThan(1000)
  const days = lookDays(found)
  expect(days).toHaveLength(14)
  expect(found.length).toBeLessThan(MOST_LOOKS)
  const last = await looks(cast.mentor, { from: null, until: days.at(-1)?.day ?? null })
  expect(last[0]?.day).toBe(days.at(-1)?.day)
})

describe('of a shielded case', () => {
  beforeAll(async () => {
    await take(cast.mentor, 'describeSafety', kase, geheim)
  })

  it('only named people are told, and they read the kind of organisation and not its name', async () => {
    expect(await looks(cast.regisseur)).toEqual([])
    const found = await looks(cast.mentor)
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(found.map((l) => l.organisationId))).toEqual(new Set([null]))
    expect(JSON.stringify(found)).not.toContain(cast.officer.organisationId)
    await take(cast.mentor, 'namePerson', kase, { person: cast.regisseur.membershipId })
    expect((await looks(cast.regisseur)).length).toBe((await looks(cast.mentor)).length)
  })
})
