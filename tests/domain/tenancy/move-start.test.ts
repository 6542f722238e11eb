// The tenancy begins on another day, and everything that hangs on it moves along.
import { describe, expect, test } from 'vitest'
import { signingTasks } from '@/domain/case/signing'
import { lapsing } from '@/domain/tenancy/move-start'
import { missingSignatures } from '@/domain/tenancy/signatures'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'

describe('another day on which the tenancy begins', () => {
  const moved = () =>
    caseAt('signed').take('moveStart', 'officer', { startOn: '2026-03-16', movedWhy: 'nietGeregeld' })

  test('stands where each party reads it, and is told with its reason', () => {
    expect(moved().kase.of.tenancy?.startOn).toBe('2026-03-16')
    expect(moved().kase.of.placement?.startOn).toBe('2026-03-16')
    expect(moved().last.effect.tells).toEqual({ startOn: '2026-03-16', movedWhy: 'nietGeregeld' })
  })

  test('has everything signed anew, and the key is due on it', () => {
    const world = moved()
    expect(world.tasks()).toEqual(expect.arrayContaining([...signingTasks]))
    expect(world.turn('handOverKey')?.dueOn).toBe('2026-03-16')
    expect(missingSignatures(world.kase)).toHaveLength(7)
    expect(world.blocked('handOverKey', 'officer')?.reason).toBe('signaturesMissing')
  })

  test('says before it is taken whose signatures lapse', () => {
    expect(lapsing(caseAt('signed').kase)).toHaveLength(7)
    expect(lapsing(caseAt('tenancy').kase)).toEqual([])
    expect(lapsing(moved().kase)).toEqual([])
  })

  test('can be sooner, but is another day, and none that has passed', () => {
    expect(caseAt('tenancy').refusal('moveStart', 'officer', { startOn: '2026-02-25' })).toBeNull()
    expect(caseAt('tenancy').refusal('moveStart', 'officer', { startOn: '2026-03-02' })).toEqual({
      reason: 'startUnchanged',
      field: 'startOn',
    })
  })

  test('is set by the landlord, before the key', () => {
    expect(caseAt('tenancy').blocked('moveStart', 'mentor')).toEqual({ reason: 'notYourRole' })
    expect(caseAt('tenancy').blocked('moveStart', foreigners.officer)).toEqual({ reason: 'notYours' })
    expect(caseAt('aftercare').blocked('moveStart', 'officer')).toEqual({ reason: 'notAtThisStage' })
  })
})
