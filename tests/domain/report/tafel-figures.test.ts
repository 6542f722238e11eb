// The figures of the tafels: how many of how many, which cases these are, and nothing that points at one.
import { describe, expect, test } from 'vitest'
import {
  type Course,
  type Decided,
  daysToDecision,
  figuresOf,
  middleDays,
  shownOf,
  type Visit,
} from '@/domain/report/tafel-figures'
import { lostQuorum, type Presence } from '@/domain/tafel/quorum'
import { rules } from '../../support/rules'

const visit = (more: Partial<Visit> = {}): Visit => ({
  first: true,
  again: false,
  outcome: 'admitted',
  corrected: false,
  decidedLater: false,
  ...more,
})
const course = (key: string, ...visits: Partial<Visit>[]): Course => ({
  key,
  n: 1,
  visits: (visits.length ? visits : [{}]).map(visit),
})
const decided = (more: Partial<Decided> = {}): Decided => ({
  adoptedOn: '2026-02-03',
  readySince: '2026-01-20',
  waited: [],
  n: 1,
  ...more,
})
const asked = { today: '2026-03-03', agedAfter: 10, limit: 1 }
const figure = (key: string, all: readonly Course[], waiting: Parameters<typeof figuresOf>[1] = []) =>
  figuresOf(all, waiting, asked).find((one) => one.key === key)

describe('the figures of the tafels', () => {
  test('count who was decided upon the first time, of those who came for the first time', () => {
    const all = [
      course('a'),
      course('b', { outcome: 'adjourned' }),
      course('c', { outcome: null }),
      course('d', { outcome: 'backToProvider' }),
      course('e', { first: false, again: true }),
    ]
    expect(figure('decidedFirst', all)).toMatchObject({ n: 1, of: 4, cases: 1, which: ['a'] })
  })

  test('count a case once that came twice or more', () => {
    const all = [course('a'), course('b', { again: true }, { first: false, again: true })]
    expect(figure('repeated', all)).toMatchObject({ n: 1, of: 2, which: ['b'] })
  })

  test('count all cases that did the same', () => {
    const all = [course('a'), { ...course('b', { again: true }), n: 7 }]
    expect(figure('repeated', all)).toMatchObject({ n: 7, of: 8, cases: 7, which: ['b'] })
  })

  test('count as overturned what was put right, and what was decided otherwise after the bestuurlijk overleg', () => {
    const all = [
      course('a', { corrected: true }),
      course('b', { outcome: 'escalated', decidedLater: true }),
      course('c', { outcome: 'escalated' }),
      course('d', { outcome: 'adjourned', decidedLater: true }),
      course('e', { outcome: null, decidedLater: true }),
    ]
    expect(figure('overturned', all)).toMatchObject({ n: 2, of: 4, which: ['a', 'b'] })
  })

  test('count as aged who waits longer than the covenant says, in working days', () => {
    const waiting = [
      { since: '2026-02-16', n: 3 },
      { since: '2026-02-17', n: 4 },
    ]
    expect(figure('aged', [], waiting)).toMatchObject({ n: 3, of: 7, cases: 3, which: ['2026-02-16'] })
  })

  test('do not show a small number, nor one that leaves a small number of others, nor one of few', () => {
    expect(shownOf(3, 20, 5)).toEqual({ n: null, of: 20 })
    expect(shownOf(17, 20, 5)).toEqual({ n: null, of: 20 })
    expect(shownOf(8, 20, 5)).toEqual({ n: 8, of: 20 })
    expect(shownOf(0, 20, 5)).toEqual({ n: 0, of: 20 })
    expect(shownOf(20, 20, 5)).toEqual({ n: 20, of: 20 })
    expect(shownOf(2, 4, 5)).toEqual({ n: null, of: null })
    expect(shownOf(0, 0, 5)).toEqual({ n: 0, of: 0 })
  })
})

describe('the days from ready to a decision', () => {
  test('are working days', () => {
    expect(daysToDecision(decided())).toBe(10)
    expect(daysToDecision(decided({ readySince: null }))).toBeNull()
    expect(daysToDecision(decided({ readySince: '2026-02-04' }))).toBeNull()
  })

  test('leave out when the case waited on its provider, also when that began before or ends after', () => {
    const days = (...waited: [string, string][]) =>
      daysToDecision(decided({ waited: waited.map(([step, on]) => ({ step, on })) }))
    expect(days(['askMore', '2026-01-21'], ['sendIntake', '2026-01-26'])).toBe(7)
    expect(days(['askMore', '2026-01-05'], ['sendIntake', '2026-01-22'])).toBe(8)
    expect(days(['adjourned', '2026-01-27'], ['supplyForTafel', '2026-02-20'])).toBe(5)
    expect(days(['askMore', '2026-01-21'], ['askMore', '2026-01-22'], ['sendIntake', '2026-01-23'])).toBe(8)
    expect(days(['sendIntake', '2026-01-15'])).toBe(10)
  })

  test('have a middle, of as many as can be shown, each decision counted', () => {
    const ready = ['2026-01-20', '2026-01-21', '2026-01-27'].map((readySince) => decided({ readySince }))
    expect(middleDays(ready, 3)).toBe(9)
    expect(middleDays(ready, 4)).toBeNull()
    expect(middleDays([...ready, decided({ readySince: null })], 4)).toBeNull()
    expect(middleDays([...ready, decided({ n: 3 })], 4)).toBe(10)
  })
})

describe('quorum is lost', () => {
  const row = (seat: Presence['seat'], here = true): Presence => ({ seat, delegate: null, here, at: '10:00' })
  const opened = [row('gemeente'), row('corporatie'), row('zorgaanbieder')]

  test('when somebody leaves without whom nothing is decided, also when they come back', () => {
    expect(lostQuorum(opened, rules)).toBe(false)
    expect(lostQuorum([...opened, row('wijkteam'), row('wijkteam', false)], rules)).toBe(false)
    expect(lostQuorum([...opened, row('corporatie', false)], rules)).toBe(true)
    expect(lostQuorum([...opened, row('corporatie', false), row('corporatie')], rules)).toBe(true)
  })
})
