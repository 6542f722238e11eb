// A swap beside whatever happens at the same moment, and beside a client who comes to be hidden: whole, or not at all.
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { geheim } from '../support/hidden-client'
import { admit, register } from '../support/main-job'
import { attempt, take } from '../support/region'
import { reason, swapWith, twoSides, words } from '../support/two-sides'

const { r, coordinator, one, two, live, stageOf, tasksOf, offered, anew, proposal, allButOne } =
  await twoSides()
afterAll(() => r.close())
beforeEach(anew)

describe('at one moment', () => {
  it('two swaps of one home: one is proposed, the other hears why not', async () => {
    const third = await register(r, two.cast, { givenName: 'Ali', familyName: 'Kaya' })
    await admit(r, two.cast, third)
    const { offer } = await offered(two, third)
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
