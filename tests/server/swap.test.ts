// Two homes change clients: by everybody together, in one transaction, and so that each side reads its own alone.
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { addDays } from '@/domain/kernel/days'
import type { Offer } from '@/domain/offer/offer'
import { pseudonymOf } from '@/server/candidates'
import { asActor } from '@/server/db/as-actor'
import { Prisma } from '@/server/db/client'
import { load } from '@/server/db/load'
import { stepsNow } from '@/server/open-steps'
import { storyOf } from '@/server/story'
import { attempt, TODAY, take } from '../support/region'
import { reason, twoSides, words } from '../support/two-sides'
import { asked, see } from './sight'

const { r, coordinator, one, two, live, stageOf, tasksOf, agreed, anew, proposal, allButOne } =
  await twoSides()
afterAll(() => r.close())
beforeEach(anew)

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
      address: theirs.address,
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

  it('waits for a word that neither a viewing nor a withdrawal gives', async () => {
    await proposal()
    const { officer } = one.cast
    const steps = await asActor(officer, async (tx) => {
      const subject = await load(tx, officer.role, 'offer', one.offer)
      return subject ? stepsNow(tx, officer, subject, TODAY) : []
    })
    const answers = steps.filter((step) => step.answers).map(({ name }) => name)
    expect(answers.sort()).toEqual(['agreeSwapAsCorporation', 'declineSwap'])
    await take(officer, 'planViewing', one.offer, { viewOn: addDays(TODAY, 2), viewAt: '10:30' })
    expect(await tasksOf(one.offer)).toContain('agreeSwapAsCorporation')
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
