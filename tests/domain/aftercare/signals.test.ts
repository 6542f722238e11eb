// Early signals from either party, the order that the law sets for arrears, and the ladder of escalation.
import { describe, expect, test } from 'vitest'
import { openSignals, signalsOf } from '@/domain/aftercare/signal-course'
import { caseAt } from '../../support/case-at'
import { signalNumber } from '../../support/looked-up'
import { rulesWith } from '../../support/rules'

const at = () => caseAt('aftercare').on('2026-04-02')

describe('a signal', () => {
  test.each(['mentor', 'officer'] as const)(
    'is raised by the %s, and answered the next working day',
    (who) => {
      const world = at().take('raiseSignal', who)
      expect(world.kase.of.signals).toMatchObject([
        { about: 'overlast', urgency: 'gewoon', text: 'Muziek in de nacht' },
      ])
      expect(world.turn('answerSignal')).toMatchObject({
        role: 'mentor',
        since: '2026-04-02',
        dueOn: '2026-04-07',
      })
      expect(world.last.effect.tells).toEqual({ about: 'overlast', urgency: 'gewoon' })
    },
  )

  test('that is acute is answered the same day; in a weekend on the first working day', () => {
    const due = (day: string) =>
      caseAt('aftercare').on(day).take('raiseSignal', 'officer', { urgency: 'acuut' }).turn('answerSignal')
        ?.dueOn
    expect(due('2026-04-02')).toBe('2026-04-02')
    expect(due('2026-04-03')).toBe('2026-04-07')
  })

  test('has the term of its covenant, unless it is acute', () => {
    const slow = caseAt('aftercare', { rules: rulesWith({ terms: { answerSignal: 5 } }) })
    expect(slow.copy().take('raiseSignal', 'officer').turn('answerSignal')?.dueOn).toBe('2026-03-09')
    const acute = slow.take('raiseSignal', 'officer', { urgency: 'acuut' })
    expect(acute.turn('answerSignal')?.dueOn).toBe('2026-03-02')
  })

  test('does not wait for another: several stand side by side, and each has its own end', () => {
    const world = at().take('raiseSignal', 'officer').take('raiseSignal', 'mentor', { about: 'woning' })
    expect(openSignals(world.kase)).toMatchObject([
      { id: signalNumber(1), kind: 'home', pickUpBy: '2026-04-07' },
      { id: signalNumber(2), kind: 'home' },
    ])
    expect(world.refusal('answerSignal', 'mentor')).toEqual({ reason: 'whichSignal', field: 'signal' })
    world.take('answerSignal', 'mentor', { signal: signalNumber(1), agreed: 'Elke week bellen' })
    expect(world.kase.of.signalAnswers).toMatchObject([
      { answer: 'Besproken met de bewoner', agreed: 'Elke week bellen', signal: signalNumber(1) },
    ])
    expect(world.turn('answerSignal')).toMatchObject({ dueOn: '2026-04-07' })
    const ended = world.refusal('answerSignal', 'mentor', { signal: signalNumber(1) })
    expect(ended).toEqual({ reason: 'signalEnded', field: 'signal' })
    world.take('answerSignal', 'mentor', { ended: 'noAction' })
    expect(signalsOf(world.kase).map(({ ended }) => ended)).toEqual(['acted', 'noAction'])
    expect(world.tasks()).toEqual(['evaluate', 'visit'])
  })

  test('that is acute brings the day to pick up forward, and that day goes back once it has ended', () => {
    const acute = { urgency: 'acuut' }
    const world = at().take('raiseSignal', 'officer').take('raiseSignal', 'mentor', acute)
    expect(world.turn('answerSignal')).toMatchObject({ since: '2026-04-02', dueOn: '2026-04-02' })
    expect(world.tasks()).toEqual(['answerSignal', 'evaluate', 'visit'])
    world.take('answerSignal', 'mentor', { signal: signalNumber(2) })
    expect(world.turn('answerSignal')).toMatchObject({ dueOn: '2026-04-07' })
  })

  test('is picked up with a day on which something is done, within the term of the covenant', () => {
    const world = at().take('raiseSignal', 'officer')
    expect(world.refusal('pickUpSignal', 'mentor', { promisedOn: '2026-04-21' })).toEqual({
      reason: 'promisedTooLate',
      field: 'promisedOn',
      values: { last: '2026-04-20' },
    })
    world.take('pickUpSignal', 'mentor', { promisedOn: '2026-04-09' })
    expect(world.tasks()).toEqual(['actOnSignal', 'evaluate', 'visit'])
    expect(world.turn('actOnSignal')).toMatchObject({ role: 'mentor', dueOn: '2026-04-09' })
    expect(world.blocked('pickUpSignal', 'mentor')).toEqual({ reason: 'allPickedUp' })
    expect(signalsOf(world.as('officer'))).toMatchObject([
      { pickedUpOn: '2026-04-02', promisedOn: '2026-04-09', ended: null },
    ])
    world.take('raiseSignal', 'officer')
    expect(world.refusal('pickUpSignal', 'mentor', { signal: signalNumber(1) })).toEqual({
      reason: 'pickedUpAlready',
      field: 'signal',
    })
    expect(world.blocked('closeCase', 'mentor')).toEqual({ reason: 'signalOpen' })
    world.take('answerSignal', 'mentor', { signal: signalNumber(2) })
    expect(world.tasks()).toEqual(['actOnSignal', 'evaluate', 'visit'])
    expect(world.blocked('closeCase', 'mentor')).toEqual({ reason: 'signalOpen' })
  })

  test('of the provider about the home is not about the client: the landlord reads it', () => {
    expect(at().refusal('raiseSignal', 'mentor', { about: 'zorg' })).toEqual({
      reason: 'choiceNotOpen',
      field: 'about',
    })
    expect(at().refusal('raiseSignal', 'officer', { about: 'zorg' })).toBeNull()
  })

  test('that is not there is not answered', () => {
    expect(at().blocked('answerSignal', 'mentor')).toEqual({ reason: 'noOpenSignal' })
  })

  test('is not read by the gemeente, unless it is escalated', () => {
    const world = at().take('raiseSignal', 'officer')
    expect(world.as('regisseur').of.signals).toBeNull()
    expect(world.as('coordinator').of.signals).toHaveLength(1)
  })
})
