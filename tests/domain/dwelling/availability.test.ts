// A dwelling that is free on another day than was said: who counted on it hears so, and what waits for the day moves along.
import { describe, expect, test } from 'vitest'
import { required } from '@/domain/case/signing'
import { keyExpectedOn, tracksOf } from '@/domain/intake/tracks'
import { caseAt } from '../../support/case-at'
import { offeredByTwo } from '../../support/offer-stories'
import { rules } from '../../support/rules'

const later = { availableFrom: '2026-04-15', why: 'schade' }

describe('a dwelling that is free later', () => {
  test('keeps its new day with a reason of the list, and tells it to whoever reads the dwelling', () => {
    const world = caseAt('new').take('enterDwelling', 'officer').take('changeAvailability', 'officer', later)
    expect(world.dwelling.of.facts).toMatchObject({ availableFrom: '2026-04-15', movedWhy: 'schade' })
    expect(world.last.effect.tells).toEqual({ availableFrom: '2026-04-15', movedWhy: 'schade' })
    expect(world.last.effect.causes).toEqual([])
  })

  test('is not moved to the day it had, nor to one that nobody can know', () => {
    const world = caseAt('new').take('enterDwelling', 'officer')
    const same = { availableFrom: world.dwelling.of.facts?.availableFrom, why: 'schade' }
    expect(world.refusal('changeAvailability', 'officer', same)?.reason).toBe('availableUnchanged')
    for (const availableFrom of ['2029-01-01', '2020-01-01'])
      expect(world.refusal('changeAvailability', 'officer', { availableFrom, why: 'schade' })).toEqual({
        reason: 'availableUnlikely',
        field: 'availableFrom',
      })
  })

  test('moves the offer that was made of it, and the provider gets its whole term again', () => {
    const world = caseAt('offered').on('2026-02-18')
    const before = world.turn('answerOffer')
    world.take('changeAvailability', 'officer', later)
    expect(world.offer.of.terms?.availableFrom).toBe('2026-04-15')
    expect(world.turn('answerOffer')?.since).toBe('2026-02-18')
    expect((world.turn('answerOffer')?.dueOn ?? '') > (before?.dueOn ?? '')).toBe(true)
    expect(world.taken.slice(-3)).toEqual(['changeAvailability', 'moveOffer', 'followDwelling'])
  })

  test('moves the offer to which a colleague must still agree, and the case goes on knowing of none', () => {
    const world = offeredByTwo().take('changeAvailability', 'officer', later)
    expect(world.offer.of.terms?.availableFrom).toBe('2026-04-15')
    expect(world.offer.spine.stage).toBe('toAgree')
    expect(world.taken.slice(-2)).toEqual(['changeAvailability', 'moveOffer'])
    expect(world.tasks()).toEqual(['findDwelling'])
  })

  test('asks the client again who had said yes to an earlier day', () => {
    const world = caseAt('accepted').take('changeAvailability', 'officer', later)
    expect(world.offer.spine.stage).toBe('proposed')
    expect(world.tasks()).toContain('answerOffer')
    expect(world.tasks()).not.toContain('confirmOffer')
    expect(world.take('acceptOffer', 'mentor').offer.spine.stage).toBe('accepted')
  })

  test('moves the start of a tenancy, and what was signed for the earlier day is signed again', () => {
    const world = caseAt('signed').take('changeAvailability', 'officer', later)
    expect(world.kase.of.placement?.startOn).toBe('2026-04-15')
    expect(world.kase.of.tenancy?.startOn).toBe('2026-04-15')
    expect(world.turn('handOverKey')?.dueOn).toBe('2026-04-15')
    expect(world.blocked('handOverKey', 'officer')).toMatchObject({
      reason: 'signaturesMissing',
      values: { count: required.length },
    })
    const anew = { startOn: '2026-04-15' }
    world.take('signLease', 'officer', anew).take('signGuidance', 'mentor', anew)
    world.take('signTripartiteLandlord', 'officer', anew).take('signTripartiteProvider', 'mentor', anew)
    expect(world.blocked('handOverKey', 'officer')).toBeNull()
  })

  test('opens the gap of a track anew by the day on which the key is expected', () => {
    const dueOn = '2026-03-20'
    const world = caseAt('tenancy').take('keepTrack', 'mentor', { holder: 'provider', state: 'loopt', dueOn })
    const gaps = () => tracksOf(world.kase, rules, world.today).filter(({ gap }) => gap).length
    expect([keyExpectedOn(world.kase, world.today), gaps()]).toEqual(['2026-03-02', 1])
    world.take('changeAvailability', 'officer', later)
    expect([keyExpectedOn(world.kase, world.today), gaps()]).toEqual(['2026-04-15', 0])
  })
})

test('a dwelling that is free sooner is told, and nobody has to do anything anew', () => {
  const sooner = { availableFrom: '2026-02-25', why: 'eerder' }
  const world = caseAt('signed')
  const tasks = world.tasks()
  world.take('changeAvailability', 'officer', sooner)
  expect(world.kase.of.placement?.startOn).toBe('2026-03-02')
  expect(world.tasks()).toEqual(tasks)
  expect(world.taken).toContain('followDwelling')
})
