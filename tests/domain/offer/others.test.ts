// One home that is offered to two clients at once, where the covenant agreed so.
import { describe, expect, test } from 'vitest'
import { inLine } from '@/domain/dwelling/reserve'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { goneToAnother, offeredToTwo } from '../../support/offer-stories'
import { rulesWith } from '../../support/rules'

const { world, first, second } = offeredToTwo()
const stageOf = (id: string | undefined, from = world) => from.held(id).spine.stage
const alone = (id: string | undefined, from = world) => (from.held(id).of.terms as { alone: boolean }).alone

describe('a home that is offered to two', () => {
  test('is held by neither of them', () => {
    expect([alone(first.offer), alone(second.offer)]).toEqual([false, false])
    expect([world.tasks(first.case), world.tasks(second.case)]).toEqual([['answerOffer'], ['answerOffer']])
    expect(world.dwelling.spine.stage).toBe('reserved')
  })

  test('goes to who accepts first; the other searches on, in front of the reserve, and refused nothing', () => {
    const after = goneToAnother()
    expect([stageOf(first.offer, after), stageOf(second.offer, after)]).toEqual(['passedOver', 'accepted'])
    expect(alone(second.offer, after)).toBe(true)
    expect(after.tasks(first.case)).toEqual(['findDwelling'])
    expect(after.held(first.case).of.offerLog).toEqual([])
    expect(inLine(after.dwelling)).toEqual(['TT-2026-0001'])
    expect(after.taken.slice(-5)).toEqual([
      'acceptOffer',
      'offerAccepted',
      'passOver',
      'offerWithdrawn',
      'keepInReserve',
    ])
    expect(after.as(actors.officer, first.case).shared.size).toBe(0)
  })

  test.each([
    ['refuseOffer', 'mentor'],
    ['withdrawOffer', 'officer'],
  ] as const)('stays with the other after %s, and is free when nobody is left', (step, who) => {
    const after = world.copy().take(step, who, {}, first.offer)
    expect([after.dwelling.spine.stage, stageOf(second.offer, after)]).toEqual(['reserved', 'proposed'])
    expect(after.tasks(first.case)).toEqual(['findDwelling'])
    expect(after.take(step, who, {}, second.offer).dwelling.spine.stage).toBe('available')
  })

  test('nobody passes an offer over by hand, and where a colleague must agree first nobody hears of it', () => {
    expect(world.refusal('passOver', 'matching')).toEqual({ reason: 'onlyAsConsequence' })
    const rules = rulesWith({ offers: { perHome: 2, twoOfficers: true } })
    const waits = caseAt('offered', { rules })
    expect(waits.offer.spine.stage).toBe('toAgree')
    expect(waits.offer.of.terms?.alone).toBe(false)
  })

  test('is no matter of any other covenant: one offer holds the home', () => {
    expect(caseAt('offered').offer.of.terms?.alone).toBe(true)
  })
})
