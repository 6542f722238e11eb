// When a corporation comes to know for whom its home is: at the moment that the covenant set, and not before.
import { describe, expect, test } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { actors, foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { offeredUnnamed } from '../../support/offer-stories'
import { rulesWith } from '../../support/rules'

type World = ReturnType<typeof caseAt>
const reads = (world: World, who: Actor | 'officer' = 'officer') => world.as(who).shared.size > 0
const numberIn = (world: World) => (world.offer?.of.terms as { number: string } | undefined)?.number

describe('the corporation reads the case, with name and contact', () => {
  const moments = [
    ['informed', ['informClient']],
    ['viewing', ['informClient', 'planViewing']],
    ['accepted', ['informClient', 'planViewing', 'recordViewing', 'acceptOffer']],
  ] as const
  for (const [namedAt, steps] of moments)
    test(`from "${namedAt}" on where the covenant says so, and nothing of it before`, () => {
      const world = offeredUnnamed(namedAt)
      const officers = ['recordViewing']
      for (const step of steps) {
        expect(reads(world)).toBe(false)
        expect(world.kase.spine.number).not.toBe(numberIn(world))
        world.take(step, officers.includes(step) ? 'officer' : 'mentor')
      }
      expect(reads(world)).toBe(true)
      expect(world.as('officer').of.identity?.familyName).toBe('de Wit')
      expect(numberIn(world)).toBe(world.kase.spine.number)
      expect(reads(world, foreigners.officer)).toBe(false)
    })

  test('at once where the covenant says nothing, as before', () => {
    expect(reads(caseAt('offered'))).toBe(true)
  })

  test('at a later moment too, where an earlier one was passed over', () => {
    expect(reads(offeredUnnamed('informed').take('acceptOffer', 'mentor'))).toBe(true)
    expect(reads(offeredUnnamed('viewing').take('acceptOffer', 'mentor'))).toBe(true)
  })

  test('once: what comes after names nobody again', () => {
    const world = offeredUnnamed('informed').take('informClient', 'mentor').take('planViewing', 'mentor')
    expect(world.taken.filter((step) => step === 'nameToCorporation')).toHaveLength(1)
  })
})

describe('before it is named', () => {
  test('the corporation plans a viewing without knowing with whom', () => {
    const world = offeredUnnamed('accepted').take('planViewing', 'officer')
    expect(reads(world)).toBe(false)
    expect(world.turn('answerOffer')?.dueOn).toBeDefined()
  })

  test('it moves the day of the home, and the mentor hears it by the offer', () => {
    const later = { availableFrom: '2026-03-20', why: 'oplevering' }
    const world = offeredUnnamed('accepted').take('changeAvailability', 'officer', later)
    expect(world.taken.slice(-2)).toEqual(['changeAvailability', 'moveOffer'])
    expect(world.kase.turns.map(({ task }) => task)).toContain('answerOffer')
  })

  test('a refusal or a withdrawal leaves it without a name', () => {
    for (const world of [
      offeredUnnamed('accepted').take('refuseOffer', 'mentor', { reason: 'huurTeHoog' }),
      offeredUnnamed('accepted').take('withdrawOffer', 'officer'),
    ]) {
      expect(reads(world)).toBe(false)
      expect(world.taken).not.toContain('nameToCorporation')
    }
  })

  test('an agreement of a colleague names nobody yet', () => {
    const rules = rulesWith({ offers: { twoOfficers: true, namedAt: 'accepted' } })
    const colleague = { ...actors.officer, membershipId: '00000000-0000-4000-8000-0000000000c0' }
    const world = caseAt('offered', { rules }).take('agreeOffer', colleague)
    expect(reads(world)).toBe(false)
    expect(numberIn(world)).not.toBe(world.kase.spine.number)
    expect(reads(world.take('acceptOffer', 'mentor'))).toBe(true)
  })
})
