// Where providers guide, on a real Postgres: who says it, who reads it, what a run makes of it, and that a landlord finds nothing of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Role } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import type { MatchingRules } from '@/domain/covenant/matching-rules'
import { ruleSet } from '@/domain/covenant/rule-set'
import { candidatesFor } from '@/server/candidates'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { load } from '@/server/db/load'
import { proposedFor } from '@/server/matching/answer'
import { homesFor } from '@/server/matching/homes'
import { replay } from '@/server/matching/replay'
import { askRun, claimRun, computeRun } from '@/server/matching/run'
import { normsOn } from '@/server/norms'
import { saySupport, supportAreas, supportOfSeekers, supportSaid } from '@/server/support'
import { admit, type Cast, castOf, enter, register } from '../support/main-job'
import { covenantOf, type Region, region, TODAY, take } from '../support/region'
import { tamper } from '../support/tampering'
import { asked } from './sight'

let r: Region
let cast: Cast
let lead: Actor
let coordinator: Actor
let clients: string[]
let homes: string[]

beforeAll(async () => {
  r = await region('zuidoost-drenthe', 'flevoland')
  cast = await castOf(r)
  lead = await r.actor('zorgLead', 'cosis', 'Teamleider')
  coordinator = await r.actor('coordinator', 'emmen')
  clients = [await register(r, cast), await register(r, cast, { givenName: 'Piet', familyName: 'Bos' })]
  await admit(r, cast, ...clients)
  homes = [await enter(r, cast, '1'), await enter(r, cast, '2'), await enter(r, cast, '3')]
})
afterAll(() => r.close())
beforeEach(() => tamper(r.ownerUrl, 'TRUNCATE support_area'))

type How = MatchingRules['support']
const agreedOn = (how: How) =>
  r.kernel(`UPDATE covenant_version SET rules = jsonb_set(rules, '{matching}', $1::jsonb)`, [
    JSON.stringify({ support: how }),
  ])
const every = Prisma.sql`SELECT * FROM support_area`
const yes = { guides: true, always: true, places: null as number | null }
const say = (who: Actor, base: number, said: Partial<typeof yes> = {}, at = 'emmen') =>
  asActor(who, (tx) => saySupport(tx, { ...yes, ...said, base, municipality: r.organisations[at] as string }))
const areas = (who: Actor) => asActor(who, supportAreas)

async function ran(): Promise<string> {
  const id = (await asActor(cast.regisseur, askRun)) as string
  const claimed = await claimRun()
  expect(claimed && (await computeRun(claimed, TODAY))).toBe(true)
  return id
}
type Found = { proposed: number; full: number[]; passed: number[]; caps: { kind: string; name: string }[] }
const foundBy = async (id: string) =>
  (await r.kernel<{ found: Found }>('SELECT found FROM matching_run WHERE id = $1', [id]))[0]?.found as Found
const seenBy = (how: How, dwelling = homes[0] as string, who = cast.officer) =>
  asActor(who, async (tx) => {
    const { rules } = covenantOf('zuidoost-drenthe').version
    const found = await candidatesFor(tx, who, dwelling, {
      rules: ruleSet.parse({ ...(rules as object), matching: { support: how } }),
      norms: await normsOn(tx),
      today: TODAY,
    })
    return found?.candidates ?? []
  })
const supportRule = (caseId: string) =>
  asActor(cast.regisseur, async (tx) => {
    const kase = (await load(tx, 'regisseur', 'case', caseId)) as unknown as Case
    const { proposed, near, fitting, others } = await homesFor(tx, {
      actor: cast.regisseur,
      kase,
      day: TODAY,
      asked: undefined,
    })
    const line = [proposed, ...fitting, ...near.map(({ home }) => home), ...others].find(
      (one) => one?.id === homes[0],
    )
    return line?.rules.find(({ rule }) => rule === 'support')
  })

describe('where a provider guides', () => {
  it('is said by its team leader or administrator, for the own organisation, and by nobody else', async () => {
    const others: [Role, string][] = [
      ['mentor', 'cosis'],
      ['privacyOfficer', 'cosis'],
      ['boardMember', 'cosis'],
      ['coordinator', 'emmen'],
      ['organisationAdmin', 'emmen'],
      ['organisationAdmin', 'domesta'],
      ['corporatieLead', 'domesta'],
      ['officer', 'domesta'],
    ]
    for (const [role, at] of others) expect(await say(await r.actor(role, at), 0), role).toBe(false)
    expect(await areas(coordinator)).toEqual([])
    expect(await say(lead, 0)).toBe(true)
    expect(await say(await r.actor('organisationAdmin', 'cosis'), 1, { always: false })).toBe(true)
    expect(await areas(lead)).toMatchObject([{ organisation: 'Cosis', number: 2, always: false }])
  })

  it('is a gemeente of the own covenant that takes part; where nobody is guided nothing else is kept', async () => {
    for (const at of ['almere', 'domesta', 'cosis']) expect(await say(lead, 0, {}, at), at).toBe(false)
    expect(await say(lead, 0, { guides: false, always: true, places: 4 })).toBe(true)
    expect(await areas(lead)).toMatchObject([{ guides: false, always: false, places: null, left: null }])
    await expect(say(lead, 1, { places: 100 })).rejects.toThrow(/some_support_places/)
  })

  it('keeps what was said before with who and when, and nobody changes or removes it', async () => {
    await say(lead, 0, { places: 3 })
    await say(lead, 1, { guides: false })
    const said = await asActor(cast.mentor, (tx) => supportSaid(tx, cast.mentor.organisationId))
    expect(said).toMatchObject([
      { number: 2, guides: false, name: 'Teamleider' },
      { number: 1, guides: true, places: 3, name: 'Teamleider' },
    ])
    for (const change of ['UPDATE support_area SET guides = true', 'DELETE FROM support_area'])
      await expect(r.kernel(change)).rejects.toThrow(/permission denied/)
    await expect(
      asActor(lead, (tx) => tx.$executeRaw`INSERT INTO support_area SELECT * FROM support_area`),
    ).rejects.toThrow(/permission denied/)
  })

  it('is not said over what a colleague said meanwhile', async () => {
    const colleague = await r.actor('zorgLead', 'cosis', 'Collega')
    const both = await Promise.all([say(lead, 0), say(colleague, 0, { guides: false })])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect(await say(colleague, 0)).toBe(false)
  })

  it('is read by the own people, the regie and the gemeenten, and by no corporation, no other provider and no other covenant', async () => {
    await say(lead, 0, { places: 2 })
    const readers: [Role, string][] = [
      ['mentor', 'cosis'],
      ['organisationAdmin', 'cosis'],
      ['coordinator', 'emmen'],
      ['regisseur', 'coevorden'],
      ['gemeenteLead', 'borger-odoorn'],
    ]
    for (const [role, at] of readers) {
      const who = await r.actor(role, at)
      expect(await asked(who, every), role).toHaveLength(1)
      expect(await areas(who), role).toMatchObject([{ organisation: 'Cosis', left: 2 }])
    }
    const strangers: Actor[] = await Promise.all([
      r.actor('officer', 'domesta'),
      r.actor('corporatieLead', 'domesta'),
      r.actor('organisationAdmin', 'domesta'),
      r.actor('mentor', 'leger-des-heils'),
      r.actor('zorgLead', 'leger-des-heils'),
      r.actor('localTeam', 'wijkteam-de-verbinding'),
      r.actor('clientCouncil', 'clientenraad-samen-verder'),
      r.actor('coordinator', 'noordoostpolder', 'Elders', 'flevoland'),
    ])
    for (const who of strangers) {
      expect(await asked(who, every), who.role).toEqual([])
      expect(await asked(who, Prisma.sql`SELECT * FROM app.support_left()`), who.role).toEqual([])
    }
  })

  it('tells who supports a client, and with how many more a provider can begin, to the matching membership alone', async () => {
    await say(lead, 0, { places: 2 })
    for (const who of [lead, cast.mentor, cast.officer, cast.regisseur, coordinator]) {
      expect((await asActor(who, supportOfSeekers)).size, who.role).toBe(0)
      expect(await asked(who, Prisma.sql`SELECT * FROM app.support_caps()`), who.role).toEqual([])
      expect(
        await asked(who, Prisma.sql`SELECT * FROM app.support_now(${who.covenantId}::uuid)`),
        who.role,
      ).toBe('42501')
    }
    const [matching] = await r.kernel<{ id: string }>(
      `SELECT m.id FROM membership m JOIN covenant c ON c.id = m.covenant_id AND c.key = 'zuidoost-drenthe' WHERE m.role = 'matching'`,
    )
    const known = await asActor({ membershipId: matching?.id ?? '' }, supportOfSeekers)
    expect([...known.keys()].sort()).toEqual([...clients].sort())
    expect(Object.keys(known.get(clients[0] as string) ?? {}).sort()).toEqual(['areas', 'asked'])
  })
})

describe('the rule on support', () => {
  it('is shown with its values to who follows the client at the gemeente, today and not of the last run', async () => {
    await agreedOn('warns')
    expect(await supportRule(clients[0] as string)).toMatchObject({ verdict: 'unknown', warns: true })
    await say(lead, 0, { guides: false })
    expect(await supportRule(clients[0] as string)).toMatchObject({
      verdict: 'fail',
      compared: { guides: 'no', always: 'no' },
    })
    await say(lead, 1)
    expect(await supportRule(clients[0] as string)).toMatchObject({ verdict: 'pass' })
    await agreedOn('off')
    expect(await supportRule(clients[0] as string)).toBeUndefined()
  })

  it('only warns: the officer finds the same candidates, in the same order, with the same words, whatever was said', async () => {
    await agreedOn('warns')
    const nothing = JSON.stringify(await seenBy('warns'))
    expect(nothing).toBe(JSON.stringify(await seenBy('off')))
    await say(lead, 0, { guides: false })
    expect(JSON.stringify(await seenBy('warns'))).toBe(nothing)
    await say(lead, 1, { always: false, places: 0 })
    expect(JSON.stringify(await seenBy('warns'))).toBe(nothing)
    const run = await foundBy(await ran())
    expect(run).toMatchObject({ proposed: 2, caps: [] })
  })

  it('bars a home: the officer reads that an agreement does not fit, and neither which nor of whom', async () => {
    await agreedOn('blocks')
    await say(lead, 0, { guides: false })
    const found = await seenBy('blocks')
    expect(found).toHaveLength(2)
    for (const { results, excluded } of found) {
      expect(results.find(({ rule }) => rule === 'agreed')).toMatchObject({ verdict: 'fail', shown: {} })
      expect(excluded).toBe(true)
    }
    expect(JSON.stringify(found)).not.toMatch(/support|Cosis|guides|begeleid/i)
    expect(await foundBy(await ran())).toMatchObject({ proposed: 0 })
    for (const home of homes)
      expect(await asActor(cast.officer, (tx) => proposedFor(tx, cast.officer, home))).toBeNull()
  })

  it('leaves a refused home refused: what a provider says changes no print of the client', async () => {
    await agreedOn('blocks')
    const prints = async () => (await seenBy('blocks')).map((one) => one.prints)
    const before = await prints()
    await say(lead, 0)
    expect(await prints()).toEqual(before)
  })
})

describe('a run under what providers can begin with', () => {
  it('proposes no more of their clients than that, says so by name to who reads runs, and is the same when computed again', async () => {
    await agreedOn('blocks')
    await say(lead, 0, { places: 1 })
    const id = await ran()
    expect(await foundBy(id)).toMatchObject({
      proposed: 1,
      full: [0],
      caps: [{ kind: 'provider', name: 'Cosis (Gemeente Emmen)', most: 1, homes: 3 }],
    })
    expect(await replay(id)).toMatchObject({ differs: [] })
    for (const who of [cast.officer, cast.mentor, lead])
      expect(await asked(who, Prisma.sql`SELECT found FROM matching_run`), who.role).toEqual([])
    await say(lead, 1, { places: 5 })
    expect(await foundBy(await ran())).toMatchObject({ proposed: 2 })
    expect(await replay(id)).toMatchObject({ differs: [] })
  })

  it('names the provider to whom people agreed beyond what it can begin with', async () => {
    await agreedOn('blocks')
    await say(lead, 0)
    const run = await ran()
    await asActor(
      cast.regisseur,
      (tx) => tx.$queryRaw`SELECT app.answer_proposal(${run}::uuid, c.id::uuid, 'accepted', NULL, 12)
        FROM unnest(${clients}::text[]) c(id)`,
    )
    await say(lead, 1, { places: 0 })
    expect(await foundBy(await ran())).toMatchObject({ passed: [0], caps: [{ kind: 'provider' }] })
  })

  it('has a place less for each home that was offered since, and one more when the offer comes to nothing', async () => {
    await agreedOn('blocks')
    await say(lead, 0, { places: 2 })
    const left = async () => (await areas(coordinator))[0]?.left
    const dwelling = homes[2] as string
    const [candidate] = await seenBy('blocks', dwelling)
    const input = { dwelling, candidate: candidate?.pseudonym, reason: null }
    const offer = await take(cast.officer, 'propose', null, input)
    expect(await left()).toBe(1)
    const [terms] = await r.kernel<{ failed: string | null }>(
      'SELECT failed FROM offer_terms WHERE subject_id = $1',
      [offer],
    )
    expect(terms?.failed).toBeNull()
    await say(lead, 1, { places: 2 })
    expect(await left()).toBe(2)
    await tamper(r.ownerUrl, 'TRUNCATE support_area')
    await say(lead, 0, { places: 2 })
    await take(cast.officer, 'withdrawOffer', offer, { withdrawnWhy: 'ongeschikt', note: 'Toch niet' })
    expect(await left()).toBe(2)
  })

  it('keeps in an offer against the rule that an agreement did not fit, and tells nobody more', async () => {
    await agreedOn('blocks')
    await say(lead, 0, { guides: false })
    const dwelling = homes[1] as string
    const [candidate] = await seenBy('blocks', dwelling)
    const input = { dwelling, candidate: candidate?.pseudonym, reason: 'Afgesproken met de gemeente' }
    const offer = await take(cast.officer, 'propose', null, input)
    const rows = await r.kernel<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM offer_terms t WHERE subject_id = $1
        UNION ALL SELECT row_to_json(j)::text FROM journal j WHERE j.subject_id = $1 UNION ALL SELECT row_to_json(o)::text FROM outbox o WHERE o.subject_id = $1`,
      [offer],
    )
    expect(rows[0]?.row).toContain('"failed":"agreed"')
    expect(rows.map(({ row }) => row).join()).not.toMatch(/support|begeleid|Cosis/i)
  })
})
