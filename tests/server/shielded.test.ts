// Someone who must not be found, and everyone who might look: a colleague, a team leader, partners, administrators.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { casesByName } from '@/features/worklist/case-lines'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { regionCounts } from '@/server/report'
import { storyOf } from '@/server/story'
import {
  canaries,
  describeAll,
  everything,
  found,
  geheim,
  HOME,
  lookersOf,
  told,
} from '../support/hidden-client'
import { admit, type Cast, candidates, castOf, enter, moveIn, propose, register } from '../support/main-job'
import { attempt, type Region, region, TODAY, take } from '../support/region'
import { asked, see } from './sight'

let r: Region
let cast: Cast
let kase: string
let dwelling: string
let offer: string
let lookers: Readonly<Record<string, Actor>>
const seenAt: Record<string, Readonly<Record<string, string>>> = {}

const look = async () =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(lookers).map(async ([name, who]) => [name, await everything(r, who, kase)] as const),
    ),
  )

beforeAll(async () => {
  r = await region()
  cast = await castOf(r)
  lookers = await lookersOf(r, cast)
  kase = await register(r, cast, told.name)
  await describeAll(cast, kase)
  seenAt.before = await look()
  await take(cast.mentor, 'describeSafety', kase, geheim)
  await take(cast.mentor, 'namePerson', kase, { person: cast.regisseur.membershipId })
  seenAt.intake = await look()
  await admit(r, cast, kase)
  dwelling = await enter(r, cast)
  offer = await propose(cast, dwelling, kase)
  seenAt.offered = await look()
}, 240_000)
afterAll(() => r.close())

describe('before the case is shielded', () => {
  it('those who work on it read what this is about: the search below would find it', () => {
    for (const name of ['a colleague of the mentor', 'a team leader of the gemeente', 'the coordinator'])
      expect(found(seenAt.before?.[name], ['Kanarina', 'Zangvogel', told.facility]), name).toHaveLength(3)
  })
})

describe.each(['intake', 'offered'])('a shielded case, %s', (moment) => {
  it('shows nobody who was not named who she is, where she is or what she fled', () => {
    const leaks = Object.entries(seenAt[moment] ?? {}).flatMap(([who, text]) =>
      found(text, [...canaries, HOME]).map((word) => `${who}: ${word}`),
    )
    expect(leaks).toEqual([])
  })

  it('has its alias wherever they meet it', async () => {
    const alias = (await see(cast.mentor, kase))?.of.shield as { alias: string }
    expect(alias.alias).toMatch(/^[A-Z][a-z]+ \d{3}$/)
    expect(seenAt[moment]?.['a colleague of the mentor']).toContain(alias.alias)
    expect(seenAt[moment]?.['the coordinator']).toContain(alias.alias)
  })
})

describe('a search by name', () => {
  const search = (who: Actor) => asActor(who, (tx) => casesByName(tx, ['zangvogel'], TODAY, 10))

  it('finds a shielded case for named people only, and shows it under its alias even then', async () => {
    const [hit] = await search(cast.mentor)
    expect([hit?.id, hit?.name]).toEqual([kase, expect.stringMatching(/^[A-Z][a-z]+ \d{3}$/)])
    for (const [name, who] of Object.entries(lookers)) expect(await search(who), name).toEqual([])
  })
})

describe('the offer to a shielded case', () => {
  it('is closed to the officer who made it without knowing, until somebody names them', {
    timeout: 60_000,
  }, async () => {
    expect((await see(cast.officer, offer, 'offer'))?.of.terms).toBeNull()
    expect(found(await everything(r, cast.officer, kase), [...canaries, HOME])).toEqual([])
    expect(
      await attempt(cast.officer, 'withdrawOffer', offer, { withdrawnWhy: 'ongeschikt', note: 'x' }),
    ).toEqual({
      refusal: { reason: 'namedOnly' },
    })
    await take(cast.mentor, 'namePerson', kase, { person: cast.officer.membershipId })
    expect((await see(cast.officer, offer, 'offer'))?.of.terms).toMatchObject({
      address: expect.stringContaining(HOME),
    })
    expect((await see(cast.officer, kase))?.of.identity).toMatchObject(told.name)
  })

  it('leads to a home whose address only the named read', { timeout: 60_000 }, async () => {
    await moveIn(cast, kase, offer)
    const text = await look()
    const leaks = Object.entries(text).flatMap(([who, all]) =>
      found(all, [...canaries, HOME]).map((word) => `${who}: ${word}`),
    )
    expect(leaks).toEqual([])
    expect((await see(cast.regisseur, kase))?.of.identity).not.toBeNull()
  })

  it('is not made where the place is not known to fit, and nobody says why', {
    timeout: 60_000,
  }, async () => {
    const other = await register(r, cast, { givenName: 'Tweede', familyName: 'Schuiler' })
    const street = { area: 'straat', value: 'Weiersstraat', until: null, reason: 'Ex' }
    await take(cast.mentor, 'addExclusion', other, street)
    await admit(r, cast, other)
    const home = await enter(r, cast, '99')
    const candidate = async () =>
      (await candidates(cast.officer, home))?.candidates.find((c) => c.caseId === other)
    const location = { rule: 'location', verdict: 'fail', warns: false, shown: {} }
    expect((await candidate())?.results).toContainEqual(location)
    await take(cast.mentor, 'describeSafety', other, geheim)
    expect(await candidate()).toBeUndefined()
  })
})

describe('the database refuses, whoever asks', () => {
  const insert = (who: Actor, person: string, named: boolean) =>
    asked(
      who,
      Prisma.sql`INSERT INTO case_named (subject_id, covenant_id, organisation_id, recorded_on, person, name, named)
        VALUES (${kase}::uuid, ${who.covenantId}::uuid, ${who.organisationId}::uuid, now(), ${person}::uuid, 'x', ${named})`,
    )

  it('that somebody names themselves', async () => {
    const lead = lookers['a team leader of the provider'] as Actor
    expect(await insert(lead, lead.membershipId, true)).toBe('42501')
    const colleague = lookers['a colleague of the mentor'] as Actor
    expect(await insert(colleague, colleague.membershipId, true)).toBe('42501')
  })

  it('that a team leader names the people of another organisation, or anyone a stranger', async () => {
    const lead = lookers['a team leader of the provider'] as Actor
    const other = lookers['a case manager who was not named'] as Actor
    expect(await insert(lead, other.membershipId, true)).toBe('42501')
    const stranger = lookers['a corporation without a part in it'] as Actor
    expect(await insert(cast.mentor, stranger.membershipId, true)).toBe('42501')
  })

  it('that the last one of the provider goes, and that one organisation ends the shielding alone', async () => {
    expect(await insert(cast.mentor, cast.mentor.membershipId, false)).toBe('42501')
    const end = Prisma.sql`UPDATE case_shield SET ended_on = now() WHERE subject_id = ${kase}::uuid RETURNING 1`
    expect(await asked(cast.mentor, end)).toBe('42501')
    expect(await asked(cast.regisseur, end)).toBe('42501')
  })
})

describe('naming and ending', () => {
  it('a team leader lets a colleague in without reading the case; the privacy officer reads of it', async () => {
    const colleague = lookers['a colleague of the mentor'] as Actor
    const lead = lookers['a team leader of the provider'] as Actor
    await take(lead, 'namePerson', kase, { person: colleague.membershipId })
    expect((await see(colleague, kase))?.of.identity).toMatchObject(told.name)
    expect((await see(lead, kase))?.of.identity).toBeNull()
    const records = await asActor(lookers['the privacy officer of the provider'] as Actor, (tx) =>
      storyOf(tx, kase),
    )
    expect(records.map((one) => one.step)).toContain('namePerson')
    await take(lead, 'unnamePerson', kase, { person: colleague.membershipId })
    expect((await see(colleague, kase))?.of.identity).toBeNull()
  })

  it('shielded cases are in no count of the region', async () => {
    const counts = await asActor(cast.regisseur, (tx) => regionCounts(tx, '2026-01-01', TODAY))
    expect([counts.origins, counts.households, counts.stages]).toEqual([{}, 0, {}])
  })

  it('ends when the provider proposes it and the gemeente agrees: everyone reads by their ordinary rights', async () => {
    const lead = lookers['a team leader of the provider'] as Actor
    await take(cast.mentor, 'describeSafety', kase, { threat: 'geen', secrecy: 'beschermd', note: null })
    expect((await see(lead, kase))?.of.identity).toBeNull()
    await take(cast.regisseur, 'endShield', kase)
    expect((await see(lead, kase))?.of.identity).toMatchObject(told.name)
    expect(
      (await see(lookers['another officer of the landlord'] as Actor, offer, 'offer'))?.of.terms,
    ).not.toBeNull()
  })
})
