// The aftercare schedule follows from the key and the covenant: nobody has to draw it up.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aftercareOf, nextAfter } from '@/domain/case/schedule'
import { addDays, addWorkingDays, daysBetween, isWorkingDay } from '@/domain/kernel/days'
import { rules, rulesWith } from '../../support/rules'

const visitsOf = (visits: { untilDay: number; everyDays: number }[], keyOn = '2026-03-02') =>
  aftercareOf(keyOn, rulesWith({ aftercare: { visits } })).visits.map((day) => daysBetween(keyOn, day))

describe('the visits', () => {
  const { visits } = aftercareOf('2026-03-02', rules)
  const after = visits.map((day) => daysBetween('2026-03-02', day))

  test('are weekly for three months, then every two weeks, then monthly for two years', () => {
    expect(after.slice(0, 4)).toEqual([7, 14, 21, 28])
    expect(after.filter((n) => n <= 92)).toHaveLength(13)
    expect(after.filter((n) => n > 92 && n <= 182)).toHaveLength(6)
    expect(after.slice(-2)).toEqual([686, 715])
    expect(after).toHaveLength(37)
  })

  test('are moved from a holiday or a weekend to the next working day', () => {
    expect(visits).toContain('2026-04-07')
    expect(visits).not.toContain('2026-04-06')
  })

  test('go on from the last visit when the pattern changes', () => {
    expect(
      visitsOf([
        { untilDay: 10, everyDays: 7 },
        { untilDay: 30, everyDays: 10 },
      ]),
    ).toEqual([7, 17, 28])
  })

  test('of a period that is too short for one, come in the next', () => {
    expect(
      visitsOf([
        { untilDay: 5, everyDays: 7 },
        { untilDay: 30, everyDays: 14 },
      ]),
    ).toEqual([7, 14, 28])
  })

  test('begin within a week of the key, or as the region says, also where that day is no working day', () => {
    const first = (keyOn: string, firstVisitDays?: number) =>
      aftercareOf(keyOn, rulesWith({ aftercare: { firstVisitDays } })).visits.slice(0, 2)
    // A week after Monday 30 March 2026 is Easter Monday; the visit of that week comes before Good Friday.
    expect(first('2026-03-30')).toEqual(['2026-04-02', '2026-04-13'])
    expect(first('2026-03-02', 3)).toEqual(['2026-03-05', '2026-03-09'])
    expect(first('2026-03-06', 1)).toEqual(['2026-03-09', '2026-03-13'])
  })

  test('end on the last day of the pattern, that day included', () => {
    expect(visitsOf([{ untilDay: 21, everyDays: 7 }])).toEqual([7, 14, 21])
    expect(visitsOf([{ untilDay: 20, everyDays: 7 }])).toEqual([7, 14])
  })
})

describe('the evaluations', () => {
  test('are after 3, 6, 12, 18 and 24 months, on a working day', () => {
    expect(aftercareOf('2026-03-02', rules).evaluations).toEqual(
      '2026-06-02 2026-09-02 2027-03-02 2027-09-02 2028-03-02'.split(' '),
    )
    expect(aftercareOf('2026-01-31', rules).evaluations[0]).toBe('2026-04-30')
    expect(aftercareOf('2026-02-05', rules).evaluations[1]).toBe('2026-08-05')
    expect(aftercareOf('2026-08-15', rules).evaluations[0]).toBe('2026-11-16')
  })
})

describe('what comes next', () => {
  test('is the first day after, never the day itself; at the end there is none', () => {
    const days = ['2026-03-09', '2026-03-16']
    expect(nextAfter(days, '2026-03-08')).toBe('2026-03-09')
    expect(nextAfter(days, '2026-03-09')).toBe('2026-03-16')
    expect(nextAfter(days, '2026-03-16')).toBeNull()
    expect(nextAfter([], '2026-03-16')).toBeNull()
  })
})

test('whatever the key day and the pattern: visits are on working days, in order, and after the key', () => {
  const period = fc.record({
    untilDay: fc.integer({ min: 1, max: 400 }),
    everyDays: fc.integer({ min: 1, max: 60 }),
  })
  const key = fc.nat(3000).map((n) => addDays('2024-01-01', n))
  const first = { untilDay: 60, everyDays: 30 }
  fc.assert(
    fc.property(key, fc.array(period, { maxLength: 3 }), (keyOn, more) => {
      const { visits } = aftercareOf(keyOn, rulesWith({ aftercare: { visits: [first, ...more] } }))
      expect(visits[0]).toSatisfy((first: string) => first > keyOn && first <= addDays(keyOn, 7))
      expect(visits[1]).toBe(addWorkingDays(addDays(keyOn, 30), 0))
      expect(visits.every(isWorkingDay)).toBe(true)
      expect(visits).toEqual([...visits].sort())
    }),
    { numRuns: 40 },
  )
})
