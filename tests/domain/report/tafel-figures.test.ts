// The figures of the tafels: how many of how many, which cases these are, and nothing that points at one.
import { describe, expect, test } from 'vitest'
import { type Brought, daysToDecision, figuresOf, middleDays, shownOf } from '@/domain/report/tafel-figures'
import { lostQuorum, type Presence } from '@/domain/tafel/quorum'
import { rules } from '../../support/rules'

const brought = (id: string, more: Partial<Brought> = {}): Brought => ({
  id,
  number: `ZOD-${id}`,
  tafel: 'tafel',
  nth: 1,
  times: 1,
  outcome: 'admitted',
  adoptedOn: '2026-02-03',
  readySince: '2026-01-20',
  corrected: false,
  decidedLater: false,
  waited: [],
  ...more,
})
const asked = { today: '2026-03-03', agedAfter: 10, limit: 1 }
const figure = (key: string, all: readonly Brought[], waiting: Parameters<typeof figuresOf>[1] = []) =>
  figuresOf(all, waiting, asked).find((one) => one.key === key)
const numbers = (key: string, all: readonly Brought[]) => figure(key, all)?.cases.map(({ id }) => id)

describe('the figures of the tafels', () => {
  test('count who was decided upon the first time, of those who came for the first time', () => {
    const all = [
      brought('a'),
      brought('b', { outcome: 'adjourned' }),
      brought('c', { outcome: null }),
      brought('d', { outcome: 'backToProvider' }),
      brought('e', { nth: 2, times: 2 }),
    ]
    expect(figure('decidedFirst', all)).toMatchObject({ n: 1, of: 4, cases: [{ id: 'a', number: 'ZOD-a' }] })
  })

  test('count a case once that came twice or more', () => {
    const twice = { times: 2 }
    const all = [brought('a'), brought('b', twice), brought('b', { ...twice, nth: 2 })]
    expect(figure('repeated', all)).toMatchObject({ n: 1, of: 2, cases: [{ id: 'b', number: 'ZOD-b' }] })
  })

  test('count as overturned what was put right, and what was decided otherwise after the bestuurlijk overleg', () => {
    const all = [
      brought('a', { corrected: true }),
      brought('b', { outcome: 'escalated', decidedLater: true }),
      brought('c', { outcome: 'escalated' }),
      brought('d', { outcome: 'adjourned', decidedLater: true }),
      brought('e', { outcome: null, decidedLater: true }),
    ]
    expect(numbers('overturned', all)).toEqual(['a', 'b'])
    expect(figure('overturned', all)?.of).toBe(4)
  })

  test('count as aged who waits longer than the covenant says, in working days', () => {
    const waiting = [
      { id: 'a', number: '1', since: '2026-02-16' },
      { id: 'b', number: '2', since: '2026-02-17' },
    ]
    expect(figure('aged', [], waiting)).toMatchObject({ n: 1, of: 2, cases: [{ id: 'a' }] })
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
    expect(daysToDecision(brought('a'))).toBe(10)
    expect(daysToDecision(brought('a', { readySince: null }))).toBeNull()
    expect(daysToDecision(brought('a', { readySince: '2026-02-04' }))).toBeNull()
  })

  test('leave out when the case waited on its provider, also when that began before or ends after', () => {
    const days = (...waited: [string, string][]) =>
      daysToDecision(brought('a', { waited: waited.map(([step, on]) => ({ step, on })) }))
    expect(days(['askMore', '2026-01-21'], ['sendIntake', '2026-01-26'])).toBe(7)
    expect(days(['askMore', '2026-01-05'], ['sendIntake', '2026-01-22'])).toBe(8)
    expect(days(['adjourned', '2026-01-27'], ['supplyForTafel', '2026-02-20'])).toBe(5)
    expect(days(['askMore', '2026-01-21'], ['askMore', '2026-01-22'], ['sendIntake', '2026-01-23'])).toBe(8)
    expect(days(['sendIntake', '2026-01-15'])).toBe(10)
  })

  test('have a middle, of as many as can be shown', () => {
    const ready = ['2026-01-20', '2026-01-21', '2026-01-27'].map((readySince, n) =>
      brought(String(n), { readySince }),
    )
    expect(middleDays(ready, 3)).toBe(9)
    expect(middleDays(ready, 4)).toBeNull()
    expect(middleDays([...ready, brought('x', { outcome: 'adjourned' })], 4)).toBeNull()
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
