import { describe, expect, test } from 'vitest'
import { holidayOn } from '@/domain/kernel/days'
import { daysOf, isMonth, monthsOn, weeksOf } from '@/domain/worklist/calendar'

describe('a month', () => {
  test('is shown in whole weeks from Monday on, each with its number', () => {
    const weeks = weeksOf('2026-12')
    expect(weeks.map(({ week }) => week)).toEqual([49, 50, 51, 52, 53])
    expect(weeks[0]?.days[0]).toMatchObject({ day: '2026-11-30', inside: false })
    expect(weeks.at(-1)?.days.at(-1)?.day).toBe('2027-01-03')
    expect(weeks.every(({ days }) => days.length === 7)).toBe(true)
  })

  test('has its own days inside, each once', () => {
    const inside = weeksOf('2028-02').flatMap(({ days }) => days.filter((d) => d.inside))
    expect(inside.length).toBe(29)
    expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', until: '2028-02-29' })
  })

  test('marks the recognised holidays by name; offices are closed then, and in weekends', () => {
    const days = weeksOf('2026-12').flatMap((week) => week.days)
    expect(days.filter((d) => d.holiday).map((d) => [d.day, d.holiday])).toEqual([
      ['2026-12-25', 'christmas'],
      ['2026-12-26', 'secondChristmas'],
      ['2027-01-01', 'newYear'],
    ])
    expect(days.find((d) => d.day === '2026-12-25')?.working).toBe(false)
    expect(holidayOn('2026-05-14')).toBe('ascension')
    expect(holidayOn('2026-04-27')).toBe('koningsdag')
    expect(holidayOn('2026-12-24')).toBeNull()
  })

  test('leads to the one before and the one after it, over a year', () => {
    expect([monthsOn('2026-12', 1), monthsOn('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
  })

  test('is nothing else than a month of this century', () => {
    expect(isMonth('2026-12')).toBe(true)
    for (const odd of ['2026-13', '1926-01', '2026-1', "2026-12'", undefined, ['2026-12']])
      expect(isMonth(odd)).toBe(false)
  })
})
