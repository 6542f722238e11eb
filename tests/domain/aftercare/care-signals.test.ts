// Signals about the client: from the provider, the gemeente and the wijkteam, and never for the landlord.
import { describe, expect, test } from 'vitest'
import { signalsOf } from '@/domain/aftercare/signal-course'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { signalNumber } from '../../support/looked-up'

const at = () => caseAt('aftercare').on('2026-04-02').take('assignLocalTeam', 'regisseur')
const all = () =>
  at()
    .take('raiseCareSignal', 'mentor')
    .take('raiseCareSignal', 'regisseur', { about: 'geld' })
    .take('raiseCareSignal', 'localTeam', { about: 'stil' })

describe('a signal about the client', () => {
  test('comes from the provider, the gemeente or the wijkteam, and the provider picks it up', () => {
    const world = all()
    expect(world.kase.of.careSignals?.map(({ about }) => about)).toEqual(['vermijding', 'geld', 'stil'])
    expect(world.turn('answerSignal')).toMatchObject({ role: 'mentor', dueOn: '2026-04-07' })
    expect(world.blocked('raiseCareSignal', 'officer')).toEqual({ reason: 'notYourRole' })
  })

  test('is read by the provider and the gemeente; a wijkteam reads its own, and the landlord none', () => {
    const world = all().take('pickUpSignal', 'mentor', { signal: signalNumber(1) })
    const seen = (who: 'mentor' | 'regisseur' | 'localTeam' | 'officer') => [
      world.as(who).of.careSignals?.length ?? null,
      signalsOf(world.as(who)).length,
    ]
    expect(seen('mentor')).toEqual([3, 3])
    expect(seen('regisseur')).toEqual([3, 3])
    expect(seen('localTeam')).toEqual([1, 1])
    expect(seen('officer')).toEqual([null, 0])
  })

  test('tells the wijkteam that its own was picked up, with the day, and nobody at the landlord', () => {
    const world = all().take('pickUpSignal', 'mentor', { signal: signalNumber(3), promisedOn: '2026-04-08' })
    expect(world.last.effect).toMatchObject({
      unheard: ['officer'],
      hears: [{ role: 'localTeam', organisationId: actors.localTeam.organisationId }],
    })
    expect(signalsOf(world.as('localTeam'))).toMatchObject([
      { id: signalNumber(3), pickedUpOn: '2026-04-02', promisedOn: '2026-04-08' },
    ])
    world.take('answerSignal', 'mentor', { signal: signalNumber(3), answer: 'We gaan samen langs' })
    expect(world.as('localTeam').of.careAnswers).toBeNull()
    expect(world.as('officer').of.careAnswers).toBeNull()
    expect(world.as('officer').of.signalAnswers).toEqual([])
  })

  test('of the gemeente is heard of by the gemeente alone', () => {
    const world = all().take('answerSignal', 'mentor', { signal: signalNumber(2) })
    expect(world.last.effect.unheard).toEqual(['officer'])
    expect(world.last.effect).not.toHaveProperty('hears')
  })
})

describe('what is written in a signal', () => {
  const refusal = (text: string, more: object = {}) =>
    at().refusal('raiseCareSignal', 'mentor', { text, ...more })

  test('holds no number of a citizen, however it is typed', () => {
    for (const number of ['111222333', '111 222 333', '111.222.333', '1112-22-333'])
      expect(refusal(`Zie ${number}`), number).toEqual({ reason: 'bsnInText', field: 'text' })
    expect(refusal('Bel 0612345678 of 123456789')).toBeNull()
  })

  test('is looked at again where it names a diagnosis, and may stay where it must', () => {
    const text = 'Slikt geen medicatie, misschien een Psychose'
    expect(refusal(text)).toEqual({
      reason: 'medicalWords',
      field: 'text',
      values: { words: 'medicatie, Psychose' },
    })
    expect(refusal(text, { functional: true })).toBeNull()
    expect(refusal('111222333', { functional: true })).toEqual({ reason: 'bsnInText', field: 'text' })
    expect(refusal('Doet de deur niet open en eet slecht')).toBeNull()
  })

  test('counts for the answer as well, and for what was agreed', () => {
    const world = at().take('raiseSignal', 'officer')
    expect(world.refusal('answerSignal', 'mentor', { agreed: 'Naar de psychiater' })).toMatchObject({
      reason: 'medicalWords',
      field: 'agreed',
    })
    expect(world.refusal('answerSignal', 'mentor', { answer: 'BSN 111222333' })).toEqual({
      reason: 'bsnInText',
      field: 'answer',
    })
  })
})
