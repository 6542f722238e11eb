// What the matching makes of where providers guide, on a real Postgres; and that a landlord finds nothing of it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
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
import { normsOn } from '@/server/norms'
import { everyCandidate } from '../support/main-job'
import { covenantOf, TODAY, take } from '../support/region'
import { type Supported, supported } from '../support/support-areas'
import { tamper } from '../support/tampering'
import { asked } from './sight'

type How = MatchingRules['support']
let w: Supported
beforeAll(async () => {
  w = await supported()
})
afterAll(() => w.r.close())
beforeEach(() => tamper(w.r.ownerUrl, 'TRUNCATE support_area'))

type Found = { proposed: number; full: number[]; passed: number[]; caps: { kind: string; name: string }[] }
const foundBy = async (id: string) =>
  (await w.r.kernel<{ found: Found }>('SELECT found FROM matching_run WHERE id = $1', [id]))[0]
    ?.found as Found
const foundFor = (how: How, dwelling: string, who: Actor, named: readonly string[] = []) =>
  asActor(who, async (tx) => {
    const { rules } = covenantOf('zuidoost-drenthe').version
    const agreements = {
      rules: ruleSet.parse({ ...(rules as object), matching: { support: how } }),
      norms: await normsOn(tx),
      today: TODAY,
    }
    return candidatesFor(tx, who, dwelling, agreements, { ...everyCandidate, named })
  })
const seenBy = async (how: How, dwelling = w.homes[0] as string, who = w.cast.officer) =>
  (await foundFor(how, dwelling, who))?.part.rows ?? []
const supportRule = (caseId: string) =>
  asActor(w.cast.regisseur, async (tx) => {
    const kase = (await load(tx, 'regisseur', 'case', caseId)) as unknown as Case
    const { proposed, near, fitting, others } = await homesFor(tx, {
      actor: w.cast.regisseur,
      kase,
      day: TODAY,
      asked: undefined,
    })
    const line = [proposed, ...fitting, ...near.map(({ home }) => home), ...others].find(
      (one) => one?.id === w.homes[0],
    )
    return line?.rules.find(({ rule }) => rule === 'support')
  })

describe('the rule on support', () => {
  it('is shown with its values to who follows the client at the gemeente, today and not of the last run', async () => {
    await w.agreedOn('warns')
    expect(await supportRule(w.clients[0] as string)).toMatchObject({ verdict: 'unknown', warns: true })
    await w.say(w.lead, 0, { guides: false })
    expect(await supportRule(w.clients[0] as string)).toMatchObject({
      verdict: 'fail',
      compared: { guides: 'no', always: 'no' },
    })
    await w.say(w.lead, 1)
    expect(await supportRule(w.clients[0] as string)).toMatchObject({ verdict: 'pass' })
    await w.agreedOn('off')
    expect(await supportRule(w.clients[0] as string)).toBeUndefined()
  })

  it('only warns: the officer finds the same candidates, in the same order, with the same words, whatever was said', async () => {
    await w.agreedOn('warns')
    const nothing = JSON.stringify(await seenBy('warns'))
    expect(nothing).toBe(JSON.stringify(await seenBy('off')))
    await w.say(w.lead, 0, { guides: false })
    expect(JSON.stringify(await seenBy('warns'))).toBe(nothing)
    await w.say(w.lead, 1, { always: false, places: 0 })
    expect(JSON.stringify(await seenBy('warns'))).toBe(nothing)
    const run = await foundBy(await w.ran())
    expect(run).toMatchObject({ proposed: 2, caps: [] })
  })

  it('bars a home: the officer reads that an agreement does not fit, and neither which nor of whom', async () => {
    await w.agreedOn('blocks')
    await w.say(w.lead, 0, { guides: false })
    const found = await seenBy('blocks')
    expect(found).toHaveLength(2)
    for (const { results, excluded } of found) {
      expect(results.find(({ rule }) => rule === 'agreed')).toMatchObject({ verdict: 'fail', shown: {} })
      expect(excluded).toBe(true)
    }
    expect(JSON.stringify(found)).not.toMatch(/support|Cosis|guides|begeleid/i)
    expect(await foundBy(await w.ran())).toMatchObject({ proposed: 0 })
    for (const home of w.homes)
      expect(await asActor(w.cast.officer, (tx) => proposedFor(tx, w.cast.officer, home))).toBeNull()
  })

  it('leaves a refused home refused: what a provider says changes no print of the client', async () => {
    await w.agreedOn('blocks')
    const names = (await seenBy('blocks')).map(({ pseudonym }) => pseudonym)
    expect(names.length).toBeGreaterThan(0)
    const prints = async () =>
      (await foundFor('blocks', w.homes[0] as string, w.cast.officer, names))?.named.map((one) => one.prints)
    const before = await prints()
    await w.say(w.lead, 0)
    expect(await prints()).toEqual(before)
  })
})

describe('a run under what providers can begin with', () => {
  it('proposes no more of their w.clients than that, says so by name to who reads runs, and is the same when computed again', async () => {
    await w.agreedOn('blocks')
    await w.say(w.lead, 0, { places: 1 })
    const id = await w.ran()
    expect(await foundBy(id)).toMatchObject({
      proposed: 1,
      full: [0],
      caps: [{ kind: 'provider', name: 'Cosis (Gemeente Emmen)', most: 1, homes: 3 }],
    })
    expect(await replay(id)).toMatchObject({ differs: [] })
    for (const who of [w.cast.officer, w.cast.mentor, w.lead])
      expect(await asked(who, Prisma.sql`SELECT found FROM matching_run`), who.role).toEqual([])
    await w.say(w.lead, 1, { places: 5 })
    expect(await foundBy(await w.ran())).toMatchObject({ proposed: 2 })
    expect(await replay(id)).toMatchObject({ differs: [] })
  })

  it('names the provider to whom people agreed beyond what it can begin with', async () => {
    await w.agreedOn('blocks')
    await w.say(w.lead, 0)
    const run = await w.ran()
    await asActor(
      w.cast.regisseur,
      (tx) => tx.$queryRaw`SELECT app.answer_proposal(${run}::uuid, c.id::uuid, 'accepted', NULL, 12)
        FROM unnest(${w.clients}::text[]) c(id)`,
    )
    await w.say(w.lead, 1, { places: 0 })
    expect(await foundBy(await w.ran())).toMatchObject({ passed: [0], caps: [{ kind: 'provider' }] })
  })

  it('has a place less for each home that was offered since, and one more when the offer comes to nothing', async () => {
    await w.agreedOn('blocks')
    await w.say(w.lead, 0, { places: 2 })
    const left = async () => (await w.areas(w.coordinator))[0]?.left
    const dwelling = w.homes[2] as string
    const [candidate] = await seenBy('blocks', dwelling)
    const input = { dwelling, candidate: candidate?.pseudonym, reason: null }
    const offer = await take(w.cast.officer, 'propose', null, input)
    expect(await left()).toBe(1)
    const [terms] = await w.r.kernel<{ failed: string | null }>(
      'SELECT failed FROM offer_terms WHERE subject_id = $1',
      [offer],
    )
    expect(terms?.failed).toBeNull()
    await w.say(w.lead, 1, { places: 2 })
    expect(await left()).toBe(2)
    await tamper(w.r.ownerUrl, 'TRUNCATE support_area')
    await w.say(w.lead, 0, { places: 2 })
    await take(w.cast.officer, 'withdrawOffer', offer, { withdrawnWhy: 'ongeschikt', note: 'Toch niet' })
    expect(await left()).toBe(2)
  })

  it('keeps in an offer against the rule that an agreement did not fit, and tells nobody more', async () => {
    await w.agreedOn('blocks')
    await w.say(w.lead, 0, { guides: false })
    const dwelling = w.homes[1] as string
    const [candidate] = await seenBy('blocks', dwelling)
    const input = { dwelling, candidate: candidate?.pseudonym, reason: 'Afgesproken met de gemeente' }
    const offer = await take(w.cast.officer, 'propose', null, input)
    const rows = await w.r.kernel<{ row: string }>(
      `SELECT row_to_json(t)::text AS row FROM offer_terms t WHERE subject_id = $1
        UNION ALL SELECT row_to_json(j)::text FROM journal j WHERE j.subject_id = $1 UNION ALL SELECT row_to_json(o)::text FROM outbox o WHERE o.subject_id = $1`,
      [offer],
    )
    expect(rows[0]?.row).toContain('"failed":"agreed"')
    expect(rows.map(({ row }) => row).join()).not.toMatch(/support|begeleid|Cosis/i)
  })
})
