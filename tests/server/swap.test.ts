// Two homes of two corporations that change clients of two gemeenten and two providers: by everybody together, in one transaction,
// and so that each side reads its own alone.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import type { Offer } from '@/domain/offer/offer'
import { pseudonymOf } from '@/server/candidates'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { load } from '@/server/db/load'
import { storyOf } from '@/server/story'
import { geheim } from '../support/hidden-client'
import { admit, type Cast, castOf, enter, propose, register } from '../support/main-job'
import { attempt, type Region, region, take } from '../support/region'
import { asked, see } from './sight'

type Side = { readonly cast: Cast; readonly kase: string; home: string; offer: string }

let r: Region
let coordinator: Actor
let one: Side
let two: Side
let nr = 60
beforeAll(async () => {
  r = await region()
  coordinator = await r.actor('coordinator', 'emmen')
  const cast = await castOf(r)
  const other = {
    ...cast,
    mentor: await r.actor('mentor', 'leger-des-heils'),
    regisseur: await r.actor('regisseur', 'borger-odoorn'),
    officer: await r.actor('officer', 'lefier'),
  }
  const kase = await register(r, cast, { givenName: 'Kees', familyName: 'Bos' })
  const beside = await register(r, other, { givenName: 'Noor', familyName: 'Vos' }, 'borger-odoorn')
  await admit(r, cast, kase)
  await admit(r, other, beside)
  // Emmen acts for Borger-Odoorn by mandate, and so reads both; Borger-Odoorn reads its own alone.
  one = { cast: other, kase: beside, home: '', offer: '' }
  two = { cast, kase, home: '', offer: '' }
}, 120_000)
afterAll(() => r.close())

const agreed = (more: Record<string, unknown>) =>
  r.kernel(
    `UPDATE covenant_version SET rules = jsonb_set(rules, '{offers}', coalesce(rules->'offers', '{}') || $1)`,
    [JSON.stringify({ perHome: 1, judgeRefusals: false, namedAt: 'proposed', twoOfficers: false, ...more })],
  )
const withdrawn = { withdrawnWhy: 'ongeschikt', note: 'Klaar' }
const live = (dwelling: string) =>
  r.kernel<{ id: string; kase: string; stage: string }>(
    `SELECT o.subject_id AS id, o."case" AS kase, s.stage FROM offer_terms o JOIN spine s ON s.id = o.subject_id WHERE o.dwelling = $1 AND o.live`,
    [dwelling],
  )
const stageOf = async (id: string) =>
  (await r.kernel<{ stage: string }>('SELECT stage FROM spine WHERE id = $1', [id]))[0]?.stage
const tasksOf = async (id: string) =>
  (await r.kernel<{ task: string }>('SELECT task FROM turn WHERE subject_id = $1 ORDER BY task', [id])).map(
    ({ task }) => task,
  )
const reason = (outcome: Awaited<ReturnType<typeof attempt>>) =>
  'refusal' in outcome ? outcome.refusal.reason : 'done'
const swapWith = (partner: string) => ({ partner, swapWhy: 'pastBeter' })
const proposal = (of = one, by = coordinator, partner = two.offer) =>
  attempt(by, 'proposeSwap', of.offer, swapWith(partner))
const words = [
  ['agreeSwapAsCorporation', 'officer'],
  ['agreeSwapAsGemeente', 'regisseur'],
] as const
/** Everybody but the last agrees; returns the last word. */
async function allButOne() {
  for (const { cast, offer } of [one, two])
    for (const [step, role] of words)
      if (!(offer === two.offer && role === 'regisseur')) await take(cast[role], step, offer)
  return () => attempt(two.cast.regisseur, 'agreeSwapAsGemeente', two.offer)
}

beforeEach(async () => {
  await agreed({})
  for (const { id } of await r.kernel<{ id: string }>('SELECT subject_id AS id FROM offer_terms WHERE live'))
    for (const { officer } of [one.cast, two.cast]) await attempt(officer, 'withdrawOffer', id, withdrawn)
  for (const side of [one, two]) {
    side.home = await enter(r, side.cast, String(nr++))
    side.offer = await propose(side.cast, side.home, side.kase)
  }
})

describe('a swap of two homes', () => {
  it('is carried out by the last of four words: each home is held for the other client, by one offer, and all is told', async () => {
    const before = await r.kernel('SELECT * FROM dwelling_reserve ORDER BY subject_id')
    expect(reason(await proposal())).toBe('done')
    const last = await allButOne()
    expect([await live(one.home), await live(two.home)]).toMatchObject([
      [{ id: one.offer }],
      [{ id: two.offer }],
    ])
    expect(reason(await last())).toBe('done')
    expect([await stageOf(one.offer), await stageOf(two.offer)]).toEqual(['swapped', 'swapped'])
    expect(await live(one.home)).toMatchObject([{ kase: two.kase, stage: 'proposed' }])
    expect(await live(two.home)).toMatchObject([{ kase: one.kase, stage: 'proposed' }])
    for (const { home, kase, offer } of [one, two]) {
      expect([await stageOf(home), await tasksOf(home)]).toEqual(['reserved', []])
      expect([await tasksOf(kase), await tasksOf(offer)]).toEqual([['answerOffer'], []])
      const [now] = await live(home)
      expect(await tasksOf(now?.id as string)).toEqual(['informClient'])
      const heard = await r.kernel<{ role: string }>(
        `SELECT role FROM outbox WHERE subject_id = $1 AND step = 'takeSwappedOffer' ORDER BY role`,
        [kase],
      )
      expect(heard.map(({ role }) => role)).toEqual(['mentor', 'regisseur'])
    }
    expect(await r.kernel('SELECT * FROM dwelling_reserve ORDER BY subject_id')).toEqual(before)
    const told = await asActor(one.cast.officer, (tx) => storyOf(tx, one.home))
    const swap = told.find(({ step }) => step === 'swapDwelling')
    expect(swap?.tells).toMatchObject({ swapWhy: 'pastBeter' })
    const [now] = await live(one.home)
    const numbers = await r.kernel<{ number: string }>(
      'SELECT number FROM spine WHERE id = ANY ($1) ORDER BY number',
      [[one.offer, now?.id]],
    )
    expect([swap?.tells.endedOffer, swap?.tells.newOffer]).toEqual(numbers.map(({ number }) => number))
  })

  it('gives each side its own alone: whose home it was reads nothing of where its client goes, nor of who else was offered the other home', async () => {
    await proposal()
    const [mine, theirs] = [one, two]
    const canaries = {
      home: theirs.home,
      offer: theirs.offer,
      kase: theirs.kase,
      name: 'Bos',
      address: `Weiersstraat ${nr - 1}`,
      pseudonym: pseudonymOf(theirs.kase, theirs.home),
    }
    const all = async (who: Actor) => {
      const found: unknown[] = []
      for (const [kind, id] of [
        ['case', mine.kase],
        ['dwelling', mine.home],
        ['offer', mine.offer],
      ] as const) {
        const subject = await asActor(who, (tx) => load(tx, who.role, kind, id))
        found.push(subject && { ...subject, shared: [] }, await asActor(who, (tx) => storyOf(tx, id)))
      }
      for (const table of ['offer_swap', 'offer_swap_home', 'offer_swap_pair', 'journal', 'outbox', 'turn'])
        found.push(await asked(who, Prisma.sql`SELECT * FROM ${Prisma.raw(table)}`))
      return JSON.stringify(found, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
    }
    const found = async (who: Actor) => {
      const seen = await all(who)
      return Object.entries(canaries).flatMap(([what, word]) => (seen.includes(word) ? [what] : []))
    }
    expect(await found(mine.cast.officer)).toEqual([])
    for (const who of [mine.cast.mentor, mine.cast.regisseur])
      expect(await found(who), who.role).toEqual(['address'])
    expect(await found(theirs.cast.officer)).not.toEqual([])
    const last = await allButOne()
    await last()
    expect(await see(mine.cast.officer, mine.kase)).toBeNull()
    expect((await see(mine.cast.officer, theirs.kase))?.shared.size).toBeGreaterThan(0)
    expect(await see(theirs.cast.officer, theirs.kase)).toBeNull()
    expect(await found(mine.cast.mentor)).toEqual(['address'])
  })

  it('keeps the client unnamed where the covenant names later, to both corporations', async () => {
    await agreed({ namedAt: 'accepted' })
    await proposal()
    const last = await allButOne()
    await last()
    for (const [side, client] of [
      [one, two],
      [two, one],
    ] as const) {
      expect(await see(side.cast.officer, client.kase)).toBeNull()
      const [now] = await live(side.home)
      const offer = (await see(side.cast.officer, now?.id as string, 'offer')) as unknown as Offer
      expect(offer.of.terms?.number).toBe(pseudonymOf(client.kase, side.home))
      expect(offer.of.terms?.case).not.toBe(client.kase)
    }
  })

  it('is nobody’s alone, and of nothing that one does not read', async () => {
    for (const who of [one.cast.officer, one.cast.regisseur])
      expect(reason(await proposal(one, who)), who.role).toBe('swapGone')
    expect(reason(await proposal(one, one.cast.mentor))).toBe('notYourRole')
    for (const who of [two.cast.officer, await r.actor('officer', 'woonservice')])
      expect(reason(await proposal(one, who))).toBe('notFound')
    await proposal()
    for (const [step, role] of words) {
      expect(reason(await attempt(one.cast[role], step, two.offer))).toBe('notFound')
      expect(reason(await attempt(coordinator, step, one.offer))).toBe('notYourRole')
    }
    expect(reason(await attempt(two.cast.officer, 'agreeSwapAsCorporation', one.offer))).toBe('notFound')
    const direct = (who: Actor) =>
      asked<{ n: number }>(
        who,
        Prisma.sql`SELECT count(*)::int AS n FROM app.hold_swap(${one.offer}::uuid, ${two.offer}::uuid)`,
      )
    for (const who of [one.cast.officer, one.cast.regisseur, coordinator])
      expect(await direct(who)).toEqual([{ n: 0 }])
  })

  it('is judged anew at the last word: a client whom a rule no longer fits undoes nothing and swaps nothing', async () => {
    await proposal()
    const last = await allButOne()
    await take(one.cast.mentor, 'describeHousehold', one.kase, { adults: 2, children: 6, expecting: false })
    expect(await last()).toEqual({ refusal: { reason: 'swapDoesNotFit' } })
    expect([await stageOf(one.offer), await stageOf(two.offer)]).toEqual(['proposed', 'proposed'])
    expect(await tasksOf(two.offer)).toContain('agreeSwapAsGemeente')
    await take(two.cast.regisseur, 'declineSwap', two.offer)
    for (const { offer } of [one, two]) expect(await tasksOf(offer)).toEqual(['informClient'])
    await take(one.cast.mentor, 'describeHousehold', one.kase, { adults: 1, children: 0, expecting: false })
  })
})

describe('at one moment', () => {
  it('two swaps of one home: one is proposed, the other hears why not', async () => {
    const third = await register(r, two.cast, { givenName: 'Ali', familyName: 'Kaya' })
    await admit(r, two.cast, third)
    const home = await enter(r, two.cast, String(nr++))
    const offer = await propose(two.cast, home, third)
    const outcomes = await Promise.all([
      proposal(one, coordinator, two.offer),
      attempt(coordinator, 'proposeSwap', offer, swapWith(two.offer)),
      attempt(coordinator, 'proposeSwap', two.offer, swapWith(one.offer)),
    ])
    const reasons = outcomes.map(reason)
    expect(reasons.filter((said) => said === 'done')).toHaveLength(1)
    for (const said of reasons)
      expect(['done', 'swapGone', 'alreadyInSwap', 'changedMeanwhile']).toContain(said)
    expect((await r.kernel('SELECT 1 FROM offer_swap WHERE swapping')).length).toBe(2)
  })

  it('an acceptance and the last word: one of the two happens, whole', async () => {
    await proposal()
    const last = await allButOne()
    const accept = () => attempt(one.cast.mentor, 'acceptOffer', one.offer, { note: null, helped: null })
    const [accepted, carried] = (await Promise.all([accept(), last()])).map(reason)
    expect([accepted, carried].filter((said) => said === 'done')).toHaveLength(1)
    const stages = [await stageOf(one.offer), await stageOf(two.offer)]
    expect(stages).toEqual(carried === 'done' ? ['swapped', 'swapped'] : ['accepted', 'proposed'])
    for (const { home } of [one, two]) expect(await live(home)).toHaveLength(1)
    expect(await r.kernel('SELECT 1 FROM offer_swap WHERE swapping')).toEqual([])
    for (const { offer } of [one, two]) expect((await tasksOf(offer)).join()).not.toContain('agreeSwap')
  })

  it('a whole round of last words: it is carried out once', async () => {
    await proposal()
    const all = [one, two].flatMap(({ cast, offer }) =>
      words.map(([step, role]) => async () => {
        for (let again = 0; again < 5; again++) {
          const said = reason(await attempt(cast[role], step, offer))
          if (said !== 'changedMeanwhile') return said
        }
        return 'changedMeanwhile'
      }),
    )
    expect(await Promise.all(all.map((word) => word()))).toEqual(['done', 'done', 'done', 'done'])
    expect(await live(one.home)).toMatchObject([{ kase: two.kase }])
    expect(await live(two.home)).toMatchObject([{ kase: one.kase }])
  })
})

describe('of a client who must not be found', () => {
  it('no home is swapped: not even who is named proposes it, and a swap that waits is not carried out', async () => {
    await proposal()
    const last = await allButOne()
    await take(one.cast.mentor, 'describeSafety', one.kase, geheim)
    expect(reason(await last())).toBe('swapGone')
    expect(reason(await attempt(coordinator, 'declineSwap', one.offer))).toBe('namedOnly')
    await take(two.cast.officer, 'declineSwap', two.offer)
    for (const { offer } of [one, two]) expect((await tasksOf(offer)).join()).not.toContain('agreeSwap')
    expect(reason(await proposal())).toBe('namedOnly')
    expect(reason(await attempt(coordinator, 'proposeSwap', two.offer, swapWith(one.offer)))).toBe('swapGone')
  })
})
