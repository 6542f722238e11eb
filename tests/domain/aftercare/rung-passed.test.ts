// A rung of the ladder that did not help in its time: the next holder is asked, and nothing climbs by itself.
import { describe, expect, test } from 'vitest'
import { rungAfter, rungOf } from '@/domain/aftercare/ladder-course'
import { caseAt } from '../../support/case-at'

const at = () => caseAt('aftercare').on('2026-04-02')
const looked = { prevention: 'Begeleiding komt vaker' }
const yellow = () =>
  at()
    .take('giveCard', 'officer')
    .take('giveCard', 'officer', { card: 'yellow', ...looked })

describe('a rung that did not help in its time', () => {
  const passed = (rung: string, world = at().take('escalate', 'mentor')) =>
    world.on('2026-04-10').take('rungPassed', 'terms', { rung })

  test('asks whoever holds the next one, who has days of their own', () => {
    const world = passed('gesprek')
    expect(world.tasks()).toEqual(['evaluate', 'visit', 'weighRungAsProvider'])
    expect(world.turn('weighRungAsProvider')).toMatchObject({ role: 'mentor', dueOn: '2026-04-17' })
    expect(world.records.at(-1)?.effect.tells).toEqual({ rung: 'gesprek' })
    expect(rungAfter(world.rules, 'gesprek')).toMatchObject({ rung: 'gezamenlijkBezoek', standIn: 'officer' })
    expect(rungAfter(world.rules, 'procedure')).toMatchObject({ rung: 'procedure', holder: 'officer' })
  })

  test('leaves the home on its rung: no card comes, nothing is written, and people alone climb', () => {
    const before = at().take('escalate', 'mentor')
    const world = passed('gesprek')
    expect(world.kase.of).toEqual(before.kase.of)
    expect(rungOf(world.kase)?.rung).toBe('gesprek')
  })

  test('gets more time, or the next rung, or is over: each ends the question', () => {
    const weighed = () => passed('gesprek')
    expect(weighed().take('escalate', 'mentor').tasks()).toContain('holdAsProvider')
    for (const world of [
      weighed().take('escalate', 'mentor'),
      weighed().take('escalate', 'officer', { rung: 'gezamenlijkBezoek' }),
      weighed().take('endEscalation', 'regisseur'),
    ])
      expect(world.tasks()).not.toContain('weighRungAsProvider')
  })

  test('gets more time on a harsh rung only after another look at what prevents homelessness', () => {
    const world = yellow().take('escalate', 'mentor')
    world.take('escalate', 'mentor', { rung: 'gezamenlijkBezoek' })
    world.take('escalate', 'mentor', { rung: 'geleKaart', ...looked })
    passed('geleKaart', world)
    expect(world.turn('weighRungAsGemeente')).toMatchObject({ role: 'regisseur' })
    expect(world.refusal('escalate', 'officer', { rung: 'geleKaart' })).toEqual({
      reason: 'preventionFirst',
      field: 'prevention',
    })
    expect(world.refusal('escalate', 'officer', { rung: 'geleKaart', ...looked })).toBeNull()
  })

  test('is asked about where a rung is held, and not twice', () => {
    expect(at().refusal('rungPassed', 'terms', { rung: 'gesprek' })).toEqual({ reason: 'nothingToWithdraw' })
    expect(passed('gesprek').refusal('rungPassed', 'terms')).toEqual({ reason: 'nothingToWithdraw' })
  })
})
