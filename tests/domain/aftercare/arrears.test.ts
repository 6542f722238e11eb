// Arrears of rent: the order that the law sets for the landlord, the objection of the tenant, help, and the end.
import { describe, expect, test } from 'vitest'
import { arrearsDone } from '@/domain/aftercare/arrears-course'
import { foreigners } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import type { World } from '../../support/world'

const at = () => caseAt('aftercare').on('2026-04-02')
const did = (world: World, ...done: string[]) =>
  done.reduce((w, one) => w.take('noteArrears', 'officer', { done: one }), world)
const ready = () => did(at(), 'reminded', 'contacted', 'helpOffered')

describe('arrears', () => {
  test('are reported only after a reminder, then personal contact, then an offer of help', () => {
    const world = at()
    expect(world.blocked('reportArrears', 'officer')).toEqual({ reason: 'remindFirst' })
    expect(world.refusal('noteArrears', 'officer', { done: 'contacted' })).toEqual({
      reason: 'remindFirst',
      field: 'done',
    })
    did(world, 'reminded')
    expect(world.blocked('reportArrears', 'officer')).toEqual({ reason: 'contactFirst' })
    expect(world.refusal('noteArrears', 'officer', { done: 'helpOffered' })).toEqual({
      reason: 'contactFirst',
      field: 'done',
    })
    did(world, 'contacted')
    expect(world.blocked('reportArrears', 'officer')).toEqual({ reason: 'offerHelpFirst' })
    did(world, 'helpOffered')
    expect(world.blocked('reportArrears', 'officer')).toBeNull()
    expect([...arrearsDone(world.kase).keys()]).toEqual(['reminded', 'contacted', 'helpOffered'])
  })

  test('are reported by the corporation of this home', () => {
    expect(ready().blocked('reportArrears', 'mentor')).toEqual({ reason: 'notYourRole' })
    expect(ready().blocked('reportArrears', foreigners.officer)).toEqual({ reason: 'notYours' })
  })

  test('give a signal of the months, without the amount; the provider answers, the gemeente offers help', () => {
    const world = ready().take('reportArrears', 'officer', { months: 2, amount: 1_300_00 })
    expect(world.kase.of.arrears).toMatchObject([{ amount: 1_300_00, months: 2 }])
    expect(world.kase.of.arrearsSignal).toMatchObject([{ months: 2, reportedOn: '2026-04-02' }])
    expect(world.turn('answerArrears')).toMatchObject({ role: 'mentor', dueOn: '2026-04-13' })
    expect(world.turn('offerDebtHelp')).toMatchObject({ role: 'regisseur' })
    expect(world.last.effect.quiet).toBeUndefined()
    expect(world.as('mentor').of.arrears).toBeNull()
    expect(world.as('mentor').of.arrearsSignal).toHaveLength(1)
    expect(world.as('regisseur').of.arrearsSignal).toHaveLength(1)
  })

  test('to which the tenant objects stay with the corporation: no notice, no task, no word', () => {
    const world = did(ready(), 'objected')
    expect(world.blocked('reportArrears', 'officer')).toEqual({ reason: 'tenantObjects' })
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    expect(world.last.effect.quiet).toBe(true)
    for (const who of ['mentor', 'regisseur', 'coordinator'] as const)
      expect(world.as(who).of.arrearsSteps).toBeNull()
    world.take('endArrears', 'officer')
    expect(world.last.effect.quiet).toBe(true)
    expect(world.kase.of.arrearsEnds).toEqual([])
  })

  test('are told once the tenant no longer objects', () => {
    expect(ready().refusal('noteArrears', 'officer', { done: 'objectionEnded' })).toEqual({
      reason: 'noObjection',
      field: 'done',
    })
    const world = did(ready(), 'objected', 'objectionEnded')
    expect(world.blocked('reportArrears', 'officer')).toBeNull()
  })

  test('are seen by the corporation without any of the care, and without the help with debts', () => {
    const seen = ready().take('reportArrears', 'officer').take('recordDebtHelp', 'regisseur').as('officer')
    expect(seen.of.arrears).toHaveLength(1)
    for (const care of [
      'guidance',
      'visits',
      'visitNotes',
      'plan',
      'health',
      'support',
      'supportChanges',
      'debtHelp',
    ] as const)
      expect(seen.of[care]).toBeNull()
  })

  test('are reported once, until the provider has answered', () => {
    const world = ready().take('reportArrears', 'officer')
    expect(world.blocked('reportArrears', 'officer')).toEqual({ reason: 'arrearsOpen' })
    world.take('answerArrears', 'mentor')
    expect(world.kase.of.signalAnswers).toMatchObject([{ answer: 'Er is een betaalafspraak', agreed: null }])
    expect(world.blocked('reportArrears', 'officer')).toBeNull()
    expect(world.blocked('answerArrears', 'mentor')).toEqual({ reason: 'noOpenSignal' })
  })

  test('end, with all that was asked about them, and begin anew with a reminder', () => {
    expect(at().blocked('endArrears', 'officer')).toEqual({ reason: 'noArrears' })
    const world = ready().take('reportArrears', 'officer').take('endArrears', 'officer')
    expect(world.kase.of.arrearsEnds).toMatchObject([{ arrearsEnd: 'paid' }])
    expect(world.last.effect.quiet).toBeUndefined()
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    expect(world.blocked('reportArrears', 'officer')).toEqual({ reason: 'remindFirst' })
  })

  test('bring help with debts, which the gemeente records once', () => {
    expect(at().blocked('recordDebtHelp', 'regisseur')).toEqual({ reason: 'noArrearsTold' })
    const world = ready().take('reportArrears', 'officer').take('answerArrears', 'mentor')
    expect(world.blocked('closeCase', 'mentor')).toEqual({ reason: 'arrearsOpen' })
    world.take('recordDebtHelp', 'regisseur')
    expect(world.as('mentor').of.debtHelp).toMatchObject([{ debtHelp: 'accepted' }])
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    world.take('reportArrears', 'officer')
    expect(world.tasks()).toEqual(['answerArrears', 'evaluate', 'offerDebtHelp', 'visit'])
  })
})
