// A dwelling that a corporation brings in, from the day it is entered until it is let.
import { describe, expect, test } from 'vitest'
import { addressOf } from '@/domain/dwelling/dwelling'
import { actors, foreigners, organisations } from '../../support/actors'
import { caseAt } from '../../support/case-at'

const entered = () => caseAt('new').take('enterDwelling', 'officer')

describe('a dwelling is entered', () => {
  test('by an officer, and is then free, of that corporation', () => {
    const world = entered()
    expect(world.dwelling.spine.stage).toBe('available')
    expect(world.dwelling.of.facts).toMatchObject({
      street: 'Hoofdstraat',
      houseNumber: '12',
      postcode: '7811 AB',
      rent: 650_00,
      serviceCosts: null,
      complex: null,
    })
    expect(world.held(world.ids.dwelling).playing.filter((p) => p.part !== 'opener')).toEqual([
      { part: 'corporation', relation: 'ours', organisationId: organisations.corporatie[0].id },
    ])
  })

  test('by nobody else', () => {
    for (const who of ['corporatieLead', 'mentor', 'regisseur', 'coordinator'] as const)
      expect(caseAt('new').refusal('enterDwelling', who)).toEqual({ reason: 'notYourRole' })
  })

  test('and corrected by its own corporation, as long as it is not on offer', () => {
    const world = entered().take('correctDwelling', 'officer', { postcode: '7812cd', rent: 640_00 })
    expect(world.dwelling.of.facts).toMatchObject({ postcode: '7812 CD', rent: 640_00 })
    expect(world.blocked('correctDwelling', foreigners.officer)).toEqual({ reason: 'notYours' })
    expect(caseAt('offered').blocked('correctDwelling', 'officer')).toEqual({ reason: 'notAtThisStage' })
  })
})

test('an address stands in one line', () => {
  expect(addressOf({ street: 'Hoofdstraat', houseNumber: '12-a', postcode: '7811 AB' })).toBe(
    'Hoofdstraat 12-a, 7811 AB',
  )
})

describe('a dwelling that cannot be let for a while', () => {
  test('is blocked with a reason, which only its corporation reads, and freed again', () => {
    const world = entered().take('blockDwelling', 'officer')
    expect(world.dwelling.spine.stage).toBe('blocked')
    const block = { blockedWhy: 'MUT', blockedUntil: null, reason: 'Lekkage' }
    expect(world.dwelling.of.block).toEqual(block)
    expect(world.seen('dwelling', actors.corporatieLead).of.block).toEqual(block)
    for (const who of ['coordinator', 'regisseur', 'matching', 'chair'] as const) {
      expect(world.seen('dwelling', actors[who]).of.block).toBeNull()
      expect(world.seen('dwelling', actors[who]).of.facts).not.toBeNull()
    }
    expect(world.take('unblockDwelling', 'officer').dwelling.spine.stage).toBe('available')
  })

  test('is withdrawn for good, free or blocked, but not when it is on offer', () => {
    expect(entered().take('withdrawDwelling', 'officer').dwelling.spine.stage).toBe('withdrawn')
    expect(entered().take('blockDwelling', 'officer').blocked('withdrawDwelling', 'officer')).toBeNull()
    expect(caseAt('offered').blocked('withdrawDwelling', 'officer')).toEqual({ reason: 'notAtThisStage' })
    expect(caseAt('offered').blocked('blockDwelling', 'officer')).toEqual({ reason: 'notAtThisStage' })
  })

  test('is not shown to a care provider or another corporation', () => {
    for (const who of [actors.mentor, actors.zorgLead, foreigners.officer])
      expect(entered().seen('dwelling', who).shared.size).toBe(0)
  })
})

describe('the stage of a dwelling follows its offer', () => {
  test.each([
    ['offered', 'reserved'],
    ['accepted', 'reserved'],
    ['tenancy', 'reserved'],
    ['aftercare', 'let'],
  ] as const)('%s: %s', (moment, stage) => {
    expect(caseAt(moment).dwelling.spine.stage).toBe(stage)
  })
})
