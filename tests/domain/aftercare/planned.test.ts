// The whole schedule of a home: what was held, what did not come, and what is still to come.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plannedDays } from '@/domain/aftercare/planned'
import { addDays, isWorkingDay } from '@/domain/kernel/days'
import { rulesWith } from '../../support/rules'

const rules = rulesWith({ aftercare: { visits: [{ untilDay: 35, everyDays: 7 }], evaluationMonths: [1] } })
const nothing = { keyOn: '2026-03-02', visits: [], tried: [], evaluations: [], quiet: [] }
const states = (kept: object, today: string, what = 'visit') =>
  plannedDays({ ...nothing, ...kept }, rules, today)
    .filter((one) => one.what === what)
    .map(({ state }) => state)
    .join(' ')

describe('the schedule as a whole', () => {
  test('stands there from the day of the key', () => {
    expect(plannedDays(nothing, rules, '2026-03-02').map(({ what, on }) => `${what} ${on}`)).toEqual([
      'visit 2026-03-09',
      'visit 2026-03-16',
      'visit 2026-03-23',
      'visit 2026-03-30',
      'evaluation 2026-04-02',
      'visit 2026-04-07',
    ])
    expect(states({}, '2026-03-02')).toBe('coming coming coming coming coming')
  })

  test('says which visits were held, a little early or late as well, and on which day', () => {
    const kept = { visits: ['2026-03-06', '2026-03-18'] }
    expect(states(kept, '2026-03-20')).toBe('held held coming coming coming')
    expect(plannedDays({ ...nothing, ...kept }, rules, '2026-03-20')[1]?.heldOn).toBe('2026-03-18')
  })

  test('says which did not come: the last one can still be held', () => {
    expect(states({ visits: ['2026-03-09'] }, '2026-03-26')).toBe('held missed late coming coming')
    expect(states({ visits: ['2026-03-09', '2026-03-30'] }, '2026-03-31')).toBe(
      'held missed missed held coming',
    )
  })

  test('a closed door is no visit, and no silence either', () => {
    expect(states({ tried: ['2026-03-09'] }, '2026-03-12')).toBe('tried coming coming coming coming')
    expect(states({ tried: ['2026-03-09'], visits: ['2026-03-10'] }, '2026-03-12')).toMatch(/^held /)
  })

  test('an evaluation that is long past its day was not held', () => {
    expect(states({}, '2026-04-09', 'evaluation')).toBe('late')
    expect(states({ evaluations: ['2026-03-30'] }, '2026-04-09', 'evaluation')).toBe('held')
  })

  test('asks for nothing while the waakvlam burns', () => {
    expect(states({ quiet: [{ from: '2026-03-20', until: null }] }, '2026-04-30')).toBe('missed late')
    expect(states({ quiet: [{ from: '2026-03-10', until: '2026-03-30' }] }, '2026-03-30')).toBe(
      'missed coming coming',
    )
  })
})

test('whatever was held: no day of the schedule is before the key or without work, and each held day counts at most once', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
  fc.assert(
    fc.property(
      day,
      fc.array(day),
      fc.array(day),
      fc.integer({ min: 0, max: 500 }),
      (keyOn, visits, tried, n) => {
        const today = addDays(keyOn, n)
        const days = plannedDays({ keyOn, visits, tried, evaluations: visits, quiet: [] }, rulesWith(), today)
        for (const { on, state } of days) {
          expect(on > keyOn && isWorkingDay(on)).toBe(true)
          if (state === 'missed' || state === 'late') expect(on < today).toBe(true)
        }
        const held = days
          .filter(({ what, state }) => what === 'visit' && state === 'held')
          .map((d) => d.heldOn)
        expect(new Set(held).size).toBe(held.length)
      },
    ),
  )
})
