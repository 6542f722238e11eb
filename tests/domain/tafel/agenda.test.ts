// The agenda is put in order: each case has its place and its time, by the people of the tafel alone.
import { describe, expect, test } from 'vitest'
import { agendaIn, capacityOf, moved, takenBy } from '@/domain/tafel/agenda'
import { agendaOf } from '@/domain/tafel/session'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { rulesWith } from '../../support/rules'

const row = (id: string, minutes: number | null = null, on = true) => ({ case: id, number: id, on, minutes })
const rules = rulesWith({ tafel: { minutesPerCase: 20, mostCases: 9 } })

describe('the agenda stands in the order that was given to it', () => {
  test.each([
    ['c', 1, 'cab'],
    ['c', 2, 'acb'],
    ['a', 2, 'bac'],
    ['a', 9, 'bca'],
  ] as const)('%s gets place %s: %s', (id, place, order) => {
    expect(moved(['a', 'b', 'c'], id, place)?.join('')).toBe(order)
  })

  test('what stands there already does not move, nor what is not on it', () => {
    expect(moved(['a', 'b'], 'a', 1)).toBeNull()
    expect(moved(['a', 'b'], 'b', 2)).toBeNull()
    expect(moved(['a', 'b'], 'x', 1)).toBeNull()
  })

  test('each case stands once, by its last word, in the order in which they came', () => {
    const rows = [row('a'), row('b'), row('a', null, false), row('c'), row('b', 30)]
    expect(agendaIn(rows, []).map((i) => i.number)).toEqual(['b', 'c'])
    expect(agendaIn([], ['a'])).toEqual([])
  })

  test('a case that comes on later stands last, and one that came off leaves no gap', () => {
    const rows = [row('a'), row('b'), row('c'), row('b', null, false)]
    expect(agendaIn(rows, ['c', 'b', 'a']).map((i) => i.case)).toEqual(['c', 'a'])
    expect(agendaIn([...rows, row('d')], ['c', 'a']).map((i) => i.case)).toEqual(['c', 'a', 'd'])
  })
})

describe('the time', () => {
  test('of a tafel is what was planned, or else what a full agenda of the covenant takes', () => {
    expect(capacityOf(90, rules)).toBe(90)
    expect(capacityOf(null, rules)).toBe(180)
  })

  test('of a case is what was given to it, or else what the covenant says', () => {
    expect(takenBy([{ minutes: null }, { minutes: 45 }], rules)).toBe(65)
  })
})

describe('a case on the agenda gets another time or place', () => {
  const world = () => caseAt('onTafel')

  test('its time is its own from then on, and its place too', () => {
    const later = world().take('arrangeItem', 'secretary', { minutes: 40 })
    expect(agendaOf(later.tafel)).toMatchObject([{ number: 'TT-2026-0001', minutes: 40 }])
    expect(later.last.effect.tells).toEqual({ number: 'TT-2026-0001' })
  })

  test('by chair, secretary and coordinator, also while the tafel is in session', () => {
    for (const who of ['chair', 'secretary', 'coordinator'] as const) {
      expect(world().refusal('arrangeItem', who)).toBeNull()
      expect(world().on('2026-02-03').take('openTafel', 'chair').refusal('arrangeItem', who)).toBeNull()
    }
    for (const who of ['regisseur', 'mentor', 'officer'] as const)
      expect(world().blocked('arrangeItem', who)).toEqual({ reason: 'notYourRole' })
    expect(caseAt('matching').blocked('arrangeItem', 'chair')).toEqual({ reason: 'notAtThisStage' })
  })

  test('not a case that is not on it, and not without a change', () => {
    expect(world().refusal('arrangeItem', 'chair', { item: actors.chair.accountId })).toEqual({
      reason: 'notOnThisAgenda',
      field: 'item',
    })
    expect(world().refusal('arrangeItem', 'chair', { minutes: null })).toEqual({ reason: 'nothingArranged' })
    expect(world().refusal('arrangeItem', 'chair', { minutes: null, agendaPlace: 1 })).toEqual({
      reason: 'nothingArranged',
    })
  })
})
