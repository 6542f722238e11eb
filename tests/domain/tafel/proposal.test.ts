// Which cases a tafel could take first, and how many of them fit.
import { describe, expect, test } from 'vitest'
import { proposeAgenda, type Ready } from '@/domain/tafel/proposal'

const on = '2026-02-03'
const kase = (number: string, more: Partial<Ready> = {}): Ready => ({
  id: number,
  number,
  spoedUntil: null,
  readySince: '2026-01-01',
  dueOn: '2026-03-01',
  adjourned: false,
  ...more,
})
const order = (ready: readonly Ready[]) =>
  proposeAgenda(ready, { on, room: 60, minutes: 20 }).map(({ number }) => number)

describe('the proposal for an agenda', () => {
  test('begins with an emergency, then whose term ends by the day of the tafel, then the others', () => {
    const cases = [
      kase('usual', { readySince: '2025-01-01' }),
      kase('late', { dueOn: on, readySince: '2025-06-01' }),
      kase('spoed', { spoedUntil: on }),
    ]
    expect(order(cases)).toEqual(['spoed', 'late', 'usual'])
    expect(proposeAgenda(cases, { on, room: 60, minutes: 20 }).map((one) => one.urgency)).toEqual([
      'spoed',
      'late',
      'usual',
    ])
  })

  test('an emergency that is over by the day of the tafel comes in its turn', () => {
    expect(order([kase('over', { spoedUntil: '2026-02-02' }), kase('late', { dueOn: on })])).toEqual([
      'late',
      'over',
    ])
  })

  test('takes up what was adjourned until this tafel before terms that end, and not before its day', () => {
    const cases = [
      kase('late', { dueOn: on, readySince: '2025-06-01' }),
      kase('until now', { dueOn: on, adjourned: true }),
      kase('until later', { dueOn: '2026-02-04', adjourned: true }),
      kase('spoed', { spoedUntil: on }),
    ]
    expect(order(cases)).toEqual(['spoed', 'until now', 'late', 'until later'])
  })

  test('of those the client who waits longest, then whose term ends first, then by number', () => {
    const cases = [
      kase('4', { readySince: null }),
      kase('3'),
      kase('2'),
      kase('1', { dueOn: '2026-02-20' }),
      kase('0', { readySince: '2025-12-31' }),
    ]
    expect(order(cases)).toEqual(['0', '1', '2', '3', '4'])
  })

  test('fills the time that is left, and no more', () => {
    const fitting = (room: number) =>
      proposeAgenda(
        ['a', 'b', 'c'].map((n) => kase(n)),
        { on, room, minutes: 20 },
      )
        .filter(({ fits }) => fits)
        .map(({ number }) => number)
    expect(fitting(60)).toEqual(['a', 'b', 'c'])
    expect(fitting(59)).toEqual(['a', 'b'])
    expect(fitting(0)).toEqual([])
    expect(fitting(-20)).toEqual([])
  })

  test('is made for five hundred cases in less than a tenth of a second', () => {
    const many = Array.from({ length: 500 }, (_, n) =>
      kase(`${n}`, { readySince: `2025-01-${10 + (n % 20)}` }),
    )
    const began = performance.now()
    expect(proposeAgenda(many, { on, room: 180, minutes: 15 })).toHaveLength(500)
    expect(performance.now() - began).toBeLessThan(100)
  })
})
