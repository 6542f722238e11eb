// Silence in a home that is a signal by itself: told once for each term, answered like any signal.
import { describe, expect, test } from 'vitest'
import { openSignals, signalsOf } from '@/domain/aftercare/signal-course'
import { consequenceOf } from '@/domain/notices/consequence'
import { caseAt } from '../../support/case-at'
import { rules, rulesWith } from '../../support/rules'

const silent = () => caseAt('aftercare').on('2026-03-20').take('signalByItself', 'terms', { silent: 'visit' })

describe('a visit that did not come', () => {
  test('is a signal to answer, and the visit is still to be made', () => {
    const world = silent()
    expect(world.tasks()).toEqual(['answerSignal', 'evaluate', 'visit'])
    expect(world.turn('answerSignal')).toMatchObject({ role: 'mentor', dueOn: '2026-03-23' })
    expect(openSignals(world.kase)).toMatchObject([{ kind: 'silence', raisedBy: null, silent: 'visit' }])
    expect(world.records.at(-1)?.effect.tells).toEqual({ silent: 'visit', dueOn: world.turn('visit')?.dueOn })
  })

  test('ends in the answer of the provider', () => {
    const world = silent().on('2026-03-23').take('answerSignal', 'mentor')
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
    expect(openSignals(world.kase)).toEqual([])
    expect(signalsOf(world.kase)).toMatchObject([{ raisedOn: '2026-03-20', endedOn: '2026-03-23' }])
  })

  test('keeps the day of a signal that waits already and is due sooner', () => {
    const world = caseAt('aftercare').on('2026-03-19').take('raiseSignal', 'officer')
    const before = world.turn('answerSignal')
    world.on('2026-03-20').take('signalByItself', 'terms', { silent: 'evaluate' })
    expect(world.turn('answerSignal')).toEqual(before)
  })

  test('is read by provider, gemeente and coordinator, and by no landlord', () => {
    const world = silent()
    for (const who of ['mentor', 'zorgLead', 'regisseur', 'coordinator'] as const)
      expect(world.as(who).of.careCourse).toHaveLength(1)
    for (const who of ['officer', 'corporatieLead', 'terms'] as const)
      expect(world.as(who).of.careCourse).toBeNull()
  })

  test('is no signal of what nobody waits for', () => {
    expect(silent().refusal('signalByItself', 'terms', { silent: 'contact' })).toEqual({
      reason: 'nothingToWithdraw',
    })
  })
})

test('what can be silent is a visit, a contact, an evaluation or an answer about arrears, in aftercare and where agreed', () => {
  const agreed = rulesWith({ consequences: { signalByItself: 3 } })
  const at = (task: string, stage = 'aftercare') => ({ kind: 'case' as const, stage, task })
  for (const task of ['visit', 'contact', 'evaluate', 'answerArrears']) {
    expect(consequenceOf(at(task), agreed)).toEqual({ step: 'signalByItself', days: 3 })
    expect(consequenceOf(at(task), rules)).toBeNull()
    expect(consequenceOf(at(task, 'closed'), agreed)).toBeNull()
  }
  expect(consequenceOf(at('answerSignal'), agreed)).toBeNull()
})
