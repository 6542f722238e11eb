// A place to come back to: within the weeks of the covenant, until it is used or needed no more.
import { describe, expect, test } from 'vitest'
import { guaranteeOn } from '@/domain/aftercare/return-guarantee'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const home = () => caseAt('aftercare').on('2026-03-09')

describe('a place is guaranteed', () => {
  test('until a day, and counts until then', () => {
    const world = home().take('guaranteeReturn', 'mentor')
    expect(guaranteeOn(world.kase, '2026-03-23')?.guaranteePlace).toBe('Beschermd wonen, zelfde huis')
    expect(guaranteeOn(world.kase, '2026-03-24')).toBeNull()
    expect(guaranteeOn(home().kase, '2026-03-09')).toBeNull()
  })

  test('no longer than the covenant says after the key, and not where it agreed none', () => {
    expect(home().refusal('guaranteeReturn', 'mentor', { guaranteeUntil: '2026-05-26' })).toEqual({
      reason: 'guaranteeTooLong',
      field: 'guaranteeUntil',
      values: { last: '2026-05-25' },
    })
    expect(home().refusal('guaranteeReturn', 'mentor', { guaranteeUntil: '2026-05-25' })).toBeNull()
    const none = caseAt('aftercare', { rules: rulesWith({ aftercare: { returnWeeks: 0 } }) })
    expect(none.blocked('guaranteeReturn', 'mentor')).toEqual({ reason: 'notInThisCovenant' })
  })

  test('not once those weeks have passed', () => {
    expect(caseAt('aftercare').on('2026-05-26').blocked('guaranteeReturn', 'mentor')).toEqual({
      reason: 'guaranteePast',
      values: { last: '2026-05-25' },
    })
  })

  test('before the key as well, from the start that was agreed', () => {
    expect(caseAt('tenancy').blocked('guaranteeReturn', 'mentor')).toBeNull()
    expect(caseAt('matching').blocked('guaranteeReturn', 'mentor')).toEqual({ reason: 'notAtThisStage' })
  })

  test('and ends when the client came back, or it is needed no more', () => {
    const world = home()
      .take('guaranteeReturn', 'mentor')
      .take('endGuarantee', 'mentor', { guaranteeEvent: 'used' })
    expect(guaranteeOn(world.kase, '2026-03-10')).toBeNull()
    expect(world.kase.of.returnGuarantees?.at(-1)).toMatchObject({
      guaranteeEvent: 'used',
      guaranteeUntil: '2026-03-23',
    })
    expect(world.blocked('endGuarantee', 'mentor')).toEqual({ reason: 'noGuarantee' })
    expect(home().blocked('endGuarantee', 'mentor')).toEqual({ reason: 'noGuarantee' })
  })

  test('of which the landlord reads nothing, and the gemeente all', () => {
    const world = home().take('guaranteeReturn', 'mentor')
    expect(world.as('officer').of.returnGuarantees).toBeNull()
    expect(world.as('regisseur').of.returnGuarantees).toHaveLength(1)
    expect(JSON.stringify(world.last.effect.tells ?? {})).not.toContain('huis')
  })
})
