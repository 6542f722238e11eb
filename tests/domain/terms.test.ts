// Terms in working days, and terms that stood still: for chosen days, and for any day at all.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  daysBetween,
  isDay,
  isWorkingDay,
  resume,
  workingDaysBetween,
} from '@/domain/kernel/days'

describe('terms in working days', () => {
  test.each([
    ['2026-01-12', 5, '2026-01-19', 'a week without holidays'],
    ['2026-04-02', 1, '2026-04-07', 'the day before Goede Vrijdag, over Easter'],
    ['2026-04-24', 1, '2026-04-28', 'over a weekend and Koningsdag'],
    ['2026-12-24', 3, '2026-12-30', 'over Christmas and a weekend'],
    ['2026-02-07', 1, '2026-02-09', 'begun on a Saturday'],
    ['2026-02-07', 0, '2026-02-09', 'no days: the first working day from then'],
    ['2026-02-09', 0, '2026-02-09', 'no days on a working day'],
  ])('from %s, %i working days end on %s: %s', (from, n, end, _what) => {
    expect(addWorkingDays(from, n)).toBe(end)
  })

  test('a term that stood still from Monday to Thursday ends three working days later', () => {
    expect(resume('2026-02-20', '2026-02-09', '2026-02-12')).toBe('2026-02-25')
  })

  test('a pause over a weekend gives no days back', () => {
    expect(resume('2026-02-20', '2026-02-06', '2026-02-08')).toBe('2026-02-20')
  })

  test('a term that ends on a Saturday does not move when nothing was paused', () => {
    expect(resume('2026-02-21', '2026-02-09', '2026-02-09')).toBe('2026-02-21')
    expect(resume('2026-02-21', '2026-02-09', '2026-02-10')).toBe('2026-02-23')
  })

  test('a term that runs again on a day before its pause gets no day longer or shorter', () => {
    expect(resume('2026-02-20', '2026-02-12', '2026-02-09')).toBe('2026-02-20')
  })
})

const day = fc.integer({ min: 0, max: 365 * 90 }).map((n) => addDays('2010-01-01', n))
const term = fc.integer({ min: 1, max: 90 })
const some = { numRuns: 60 }

describe('for any day and any term', () => {
  test('counting the working days back gives the term again', () => {
    fc.assert(
      fc.property(day, term, (from, n) => workingDaysBetween(from, addWorkingDays(from, n)) === n),
      some,
    )
  })
  test('working days between two days are those that one meets on the way, over the years and back', () => {
    fc.assert(
      fc.property(day, fc.nat(1200), (from, n) => {
        const to = addDays(from, n)
        const met = Array.from({ length: n }, (_, at) => addDays(from, at + 1)).filter(isWorkingDay).length
        return workingDaysBetween(from, to) === met && workingDaysBetween(to, from) === (met && -met)
      }),
    )
  })

  test('a term ends on a working day', () => {
    fc.assert(
      fc.property(day, fc.nat(90), (from, n) => isWorkingDay(addWorkingDays(from, n))),
      some,
    )
  })
  test('a longer term ends later, and a later start never earlier', () => {
    fc.assert(
      fc.property(day, term, (from, n) => addWorkingDays(from, n) < addWorkingDays(from, n + 1)),
      some,
    )
    fc.assert(
      fc.property(day, term, (from, n) => addWorkingDays(from, n) <= addWorkingDays(addDays(from, 1), n)),
    )
  })
  test('two terms one after the other are one term of both', () => {
    fc.assert(
      fc.property(
        day,
        term,
        term,
        (from, n, m) => addWorkingDays(addWorkingDays(from, n), m) === addWorkingDays(from, n + m),
      ),
    )
  })
  test('the other way round is the same number of days, less than nothing', () => {
    const both = (a: string, b: string) => workingDaysBetween(a, b) + workingDaysBetween(b, a)
    fc.assert(
      fc.property(day, term, (from, n) => both(from, addDays(from, n)) === 0),
      some,
    )
  })
  test('resuming adds exactly the working days of the pause', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -90, max: 90 }), fc.nat(90), (due, shift, n) => {
        const paused = addDays(due, shift)
        const resumed = addDays(paused, n)
        return workingDaysBetween(due, resume(due, paused, resumed)) === workingDaysBetween(paused, resumed)
      }),
      some,
    )
  })
  test('there are as many calendar days between two days as were added', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -5000, max: 5000 }),
        (from, n) => daysBetween(from, addDays(from, n)) === n,
      ),
    )
  })
  test('what is added up is an existing day', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -120, max: 120 }),
        (from, n) => isDay(addDays(from, n)) && isDay(addMonths(from, n)),
      ),
    )
  })
})
