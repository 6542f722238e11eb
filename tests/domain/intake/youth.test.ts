// Young people: registered in time, before they come of age, and asked what they can lean on.
import { describe, expect, test } from 'vitest'
import { partsOf } from '@/domain/intake/parts'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

// Today is 12 January 2026.
const young = { birthDate: '2008-06-20', setting: 'JMV', wantedFrom: '2026-07-01' }
const refused = (input: Record<string, unknown>) =>
  caseAt('new').refusal('openCase', 'mentor', { ...young, ...input })

describe('a young person', () => {
  test('is registered from seventeen and a half on, or from the age that the region says', () => {
    expect(refused({ birthDate: '2008-07-12', wantedFrom: null })).toBeNull()
    expect(refused({ birthDate: '2008-07-13' })).toEqual({
      reason: 'tooYoung',
      field: 'birthDate',
      values: { from: '2026-01-13' },
    })
    const sooner = rulesWith({ youth: { fromMonths: 204 } })
    expect(
      caseAt('new', { rules: sooner }).refusal('openCase', 'mentor', {
        ...young,
        birthDate: '2008-07-13',
        wantedFrom: '2026-08-01',
      }),
    ).toBeNull()
  })

  test('has a contract of their own from eighteen on', () => {
    expect(refused({ wantedFrom: '2026-06-19' })).toMatchObject({
      reason: 'notYetOfAge',
      field: 'wantedFrom',
    })
    expect(refused({ wantedFrom: '2026-06-20' })).toBeNull()
  })

  test('is registered twelve weeks before at the least, and not held to that once of age', () => {
    expect(refused({ birthDate: '2008-02-01', wantedFrom: '2026-04-05' })).toMatchObject({
      reason: 'tooShortBefore',
    })
    expect(refused({ birthDate: '2008-02-01', wantedFrom: '2026-04-06' })).toBeNull()
    expect(refused({ birthDate: '2008-01-12', wantedFrom: '2026-01-20' })).toBeNull()
  })

  test('is asked what they lean on; somebody of thirty is not', () => {
    const world = caseAt('new').take('openCase', 'mentor', young)
    const asked = () => partsOf(world.as('mentor'), world.rules).find(({ part }) => part === 'youth')?.state
    expect(asked()).toBe('open')
    expect(world.refusal('describeYouth', 'mentor', { adultWho: null })).toEqual({
      reason: 'adultNeedsName',
      field: 'adultWho',
    })
    world.take('describeYouth', 'mentor')
    expect(asked()).toBe('ready')
    expect(caseAt('intake').blocked('describeYouth', 'mentor')).toEqual({ reason: 'notYoung' })
  })
})
