// From "check your answers" to the gemeente's judgement: who waits on whom, and for how long.
import { describe, expect, test } from 'vitest'
import { missingParts } from '@/domain/intake/parts'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

describe('the aanmelding is sent', () => {
  const world = caseAt('sent')
  test('and from then on the regisseur has the turn, for five working days', () => {
    expect(world.tasks()).toEqual(['checkIntake'])
    expect(world.turn('checkIntake')).toMatchObject({
      role: 'regisseur',
      since: '2026-01-15',
      dueOn: '2026-01-22',
    })
    expect(world.kase.spine.stage).toBe('intake')
  })

  test('within the term that the covenant sets', () => {
    const slow = caseAt('sent', { rules: rulesWith({ terms: { checkIntake: 10 } }) })
    expect(slow.turn('checkIntake')?.dueOn).toBe('2026-01-29')
  })

  test('only once: then the provider waits', () => {
    expect(world.blocked('sendIntake', 'mentor')).toEqual({ reason: 'alreadySent' })
  })

  test('only when every required part is filled in', () => {
    const early = caseAt('intake')
    expect(early.blocked('sendIntake', 'mentor')).toEqual({
      reason: 'intakeIncomplete',
      values: { count: 8 },
    })
    expect(missingParts(early.kase, early.rules)).toEqual(
      'stay household binding income debts support profile safety'.split(' '),
    )
    early.take('describeHousehold', 'mentor').take('describeIncome', 'mentor')
    expect(early.blocked('sendIntake', 'mentor')?.values).toEqual({ count: 6 })
    expect(missingParts(caseAt('described').kase, early.rules)).toEqual([])
  })
})

describe('the gemeente checks it', () => {
  test('not before it was sent', () => {
    for (const step of ['askMore', 'acceptIntake'] as const)
      expect(caseAt('described').blocked(step, 'regisseur')).toEqual({ reason: 'notSentYet' })
  })

  test('the gemeente of the case, and no other', () => {
    expect(caseAt('sent').blocked('acceptIntake', foreigners.regisseur)).toEqual({ reason: 'notYours' })
    expect(caseAt('sent').blocked('acceptIntake', 'coordinator')).toEqual({ reason: 'notYourRole' })
  })

  test('and asks for more: then the provider has ten working days', () => {
    const world = caseAt('sent').on('2026-01-19').take('askMore', 'regisseur')
    expect(world.kase.of.intakeCheck?.[0]).toMatchObject({
      outcome: 'incomplete',
      missing: 'Het bewijs van inkomen ontbreekt',
      recordedOn: '2026-01-19',
    })
    expect(world.turn('supplyMore')).toMatchObject({ role: 'mentor', dueOn: '2026-02-02', pausedOn: null })
    // Sent on the 15th for five working days: it stands still from the 19th on, with three of them left.
    expect(world.turn('checkIntake')).toMatchObject({ dueOn: '2026-01-22', pausedOn: '2026-01-19' })
    expect(world.blocked('acceptIntake', 'regisseur')).toEqual({ reason: 'notSentYet' })
  })

  test('and with the answer its own term runs on: the days of waiting are added to it, and no more', () => {
    const world = caseAt('sent')
      .on('2026-01-19')
      .take('askMore', 'regisseur')
      .on('2026-01-26')
      .take('sendIntake', 'mentor')
    expect(world.tasks()).toEqual(['checkIntake'])
    expect(world.turn('checkIntake')).toMatchObject({ dueOn: '2026-01-29', pausedOn: null })
    world.take('askMore', 'regisseur').on('2026-01-27').take('sendIntake', 'mentor')
    expect(world.turn('checkIntake')?.dueOn).toBe('2026-01-30')
  })

  test('and judges nothing while it waits for the answer', () => {
    const world = caseAt('sent').take('askMore', 'regisseur')
    for (const step of ['askMore', 'acceptIntake'] as const)
      expect(world.blocked(step, 'regisseur')).toEqual({ reason: 'notSentYet' })
    expect(world.blocked('sendIntake', 'mentor')).toBeNull()
  })

  test('and accepts it: the case is at the tafel, to be put on an agenda within ten working days', () => {
    const world = caseAt('tafel')
    expect(world.kase.spine.stage).toBe('tafel')
    expect(world.kase.of.intakeCheck?.at(-1)).toMatchObject({ outcome: 'complete', missing: null })
    expect(world.tasks()).toEqual(['putOnTafel'])
    expect(world.turn('putOnTafel')).toMatchObject({ role: 'regisseur', dueOn: '2026-02-02' })
  })

  test('while it is with the gemeente, the provider can still correct a part', () => {
    expect(caseAt('sent').blocked('describeDebts', 'mentor')).toBeNull()
    expect(caseAt('tenancy').blocked('describeDebts', 'mentor')).toEqual({ reason: 'notAtThisStage' })
  })
})
