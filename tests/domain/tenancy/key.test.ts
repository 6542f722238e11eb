// The key: only when everything is signed with one start date. From here aftercare has its whole schedule.
import { describe, expect, test } from 'vitest'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

describe('the key is not handed over', () => {
  const done = {
    signLease: 'done',
    signGuidance: 'done',
    signTripartiteLandlord: 'done',
    signTripartiteProvider: 'done',
  }
  const open = {
    signLease: 'open',
    signGuidance: 'open',
    signTripartiteLandlord: 'open',
    signTripartiteProvider: 'open',
  }

  test('as long as a signature is missing, and says how many, and who signs which paper', () => {
    const world = caseAt('tenancy')
    expect(world.blocked('handOverKey', 'officer')).toEqual({
      reason: 'signaturesMissing',
      values: { count: 7, ...open },
    })
    world.take('writePlan', 'mentor').take('signLease', 'officer').take('signGuidance', 'mentor')
    world.take('signTripartiteLandlord', 'officer')
    const missing = { count: 2, ...done, signTripartiteProvider: 'open' }
    expect(world.blocked('handOverKey', 'officer')?.values).toEqual(missing)
  })

  test('as long as the support plan is not signed', () => {
    const world = caseAt('tenancy').take('signLease', 'officer').take('signTripartiteLandlord', 'officer')
    world.take('signTripartiteProvider', 'mentor')
    expect(world.blocked('signGuidance', 'mentor')).toEqual({ reason: 'planNotSigned' })
    const missing = { count: 2, ...done, signGuidance: 'open' }
    expect(world.blocked('handOverKey', 'officer')?.values).toEqual(missing)
    world.take('writePlan', 'mentor').take('signGuidance', 'mentor')
    expect(world.blocked('handOverKey', 'officer')).toBeNull()
  })

  test('before the lease starts; on the day itself it is', () => {
    const world = caseAt('signed').on('2026-03-04')
    expect(world.refusal('handOverKey', 'officer', { keyOn: '2026-03-01' })).toEqual({
      reason: 'keyBeforeStart',
      field: 'keyOn',
      values: { startOn: '2026-03-02' },
    })
    expect(world.refusal('handOverKey', 'officer', { keyOn: '2026-03-02' })).toBeNull()
  })

  test('by the provider, or by another corporation', () => {
    expect(caseAt('signed').blocked('handOverKey', 'mentor')).toEqual({ reason: 'notYourRole' })
    expect(caseAt('signed').blocked('handOverKey', foreigners.officer)).toEqual({ reason: 'notYours' })
  })
})

describe('the key is handed over', () => {
  const world = caseAt('signed').on('2026-03-04').take('handOverKey', 'officer', { keyOn: '2026-03-03' })
  test('and the case is in aftercare, with the day of the key where each party reads it', () => {
    expect(world.kase.spine.stage).toBe('aftercare')
    expect(world.kase.of.tenancy).toMatchObject({ keyOn: '2026-03-03', address: 'Hoofdstraat 12, 7811 AB' })
    expect(world.kase.of.placement).toMatchObject({ keyOn: '2026-03-03', startOn: '2026-03-02' })
    expect(world.last.effect.tells).toEqual({ keyOn: '2026-03-03' })
  })

  test('and the first visit and the first evaluation are due at once, and nothing else is', () => {
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    expect(world.turn('visit')).toMatchObject({ role: 'mentor', dueOn: '2026-03-10' })
    expect(world.turn('evaluate')).toMatchObject({ role: 'mentor', dueOn: '2026-06-03' })
  })

  test('and the dwelling is let and the offer completed with it', () => {
    expect(world.dwelling.spine.stage).toBe('let')
    expect(world.offer.spine.stage).toBe('completed')
  })

  test('with the visit pattern of its own covenant', () => {
    const visits = [{ untilDay: 60, everyDays: 3 }]
    const own = caseAt('aftercare', { rules: rulesWith({ aftercare: { visits, evaluationMonths: [1] } }) })
    expect(own.turn('visit')?.dueOn).toBe('2026-03-05')
    expect(own.turn('evaluate')?.dueOn).toBe('2026-04-02')
  })
})
