// Days and terms by the Dutch calendar. Easter is held against another rule than the one the product uses.
import { afterEach, describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addWorkingDays,
  ageOn,
  daysBetween,
  easter,
  holidays,
  isDay,
  isWorkingDay,
  koningsdag,
} from '@/domain/kernel/days'

const years = Array.from({ length: 201 }, (_, n) => 1900 + n)
const weekday = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay()
const pad = (n: number) => String(n).padStart(2, '0')

/** Gauss's rule with its two exceptions, for 1900 to 2199: days after 22 March. */
function easterByGauss(year: number): string {
  const a = year % 19
  const d = (19 * a + 24) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + (year < 2100 ? 5 : 6)) % 7
  const late = (d === 29 && e === 6) || (d === 28 && e === 6 && a > 10)
  const march = 22 + d + e - (late ? 7 : 0)
  return march > 31 ? `${year}-04-${pad(march - 31)}` : `${year}-03-${pad(march)}`
}

describe('Easter', () => {
  test.each([
    [1913, '1913-03-23'],
    [1943, '1943-04-25'],
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
  ])('of %i is on %s', (year, day) => {
    expect(easter(year)).toBe(day)
  })

  test('of every year from 1900 to 2100 is where Gauss puts it, and a Sunday', () => {
    for (const year of years) expect(easter(year)).toBe(easterByGauss(year))
    expect(years.map((year) => weekday(easter(year))).filter((d) => d !== 0)).toEqual([])
  })
})

describe('holidays', () => {
  test('of 2026 are these eleven: Goede Vrijdag counts, and so does Bevrijdingsdag', () => {
    expect([...holidays(2026)].sort()).toEqual(
      '2026-01-01 2026-04-03 2026-04-05 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-24 2026-05-25 2026-12-25 2026-12-26'.split(
        ' ',
      ),
    )
  })

  test('5 May is a holiday in every year: the law names it without a lustrum', () => {
    expect(years.filter((year) => !holidays(year).has(`${year}-05-05`))).toEqual([])
  })

  test('Koningsdag is 27 April, and the Saturday before when that is a Sunday', () => {
    const moved = years.filter((year) => year >= 2014 && koningsdag(year).endsWith('-04-26'))
    expect(moved).toEqual([2014, 2025, 2031, 2036, 2042, 2053, 2059, 2064, 2070, 2081, 2087, 2092, 2098])
    expect(moved.map((year) => weekday(koningsdag(year)))).toEqual(moved.map(() => 6))
    expect(koningsdag(2026)).toBe('2026-04-27')
    expect(years.filter((year) => weekday(koningsdag(year)) === 0)).toEqual([])
  })

  test('Hemelvaartsdag is a Thursday and tweede pinksterdag a Monday, in every year', () => {
    for (const year of years) {
      expect(weekday(addDays(easter(year), 39))).toBe(4)
      expect(holidays(year)).toContain(addDays(easter(year), 39))
      expect(weekday(addDays(easter(year), 50))).toBe(1)
      expect(holidays(year)).toContain(addDays(easter(year), 50))
    }
  })
})

describe('a working day', () => {
  test.each([
    ['2026-02-03', true, 'a Tuesday'],
    ['2026-02-07', false, 'a Saturday'],
    ['2026-02-08', false, 'a Sunday'],
    ['2026-04-03', false, 'Goede Vrijdag'],
    ['2026-04-06', false, 'tweede paasdag'],
    ['2026-04-27', false, 'Koningsdag'],
    ['2026-05-05', false, '5 May outside a lustrum year'],
    ['2025-05-05', false, '5 May in a lustrum year'],
    ['2026-05-14', false, 'Hemelvaartsdag'],
    ['2026-12-25', false, 'eerste kerstdag'],
    ['2026-12-31', true, 'oudejaarsdag'],
  ])('%s: %s, %s', (day, works, _what) => {
    expect(isWorkingDay(day)).toBe(works)
  })
})

describe('calendar days', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-02', 12, '2027-03-02'],
  ])('%s and %i months is %s', (from, n, to) => {
    expect(addMonths(from, n)).toBe(to)
  })

  test.each(['2026-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '2026-1-1', '26-01-01', 'x', ''])(
    '"%s" is not a day',
    (typed) => {
      expect(isDay(typed)).toBe(false)
    },
  )
  test('29 February exists in a leap year', () => {
    expect(isDay('2028-02-29')).toBe(true)
  })

  test('someone is 18 on their birthday, not the day before', () => {
    expect(ageOn('2008-02-10', '2026-02-09')).toBe(17)
    expect(ageOn('2008-02-10', '2026-02-10')).toBe(18)
    expect(ageOn('2008-02-10', '2026-12-31')).toBe(18)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
  })
})

describe('the night in which the clock changes', () => {
  const zone = process.env.TZ
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  })

  test.each(['Europe/Amsterdam', 'America/New_York', 'Pacific/Auckland', 'UTC'])(
    'makes no day longer or shorter for a server in %s',
    (tz) => {
      process.env.TZ = tz
      expect(addDays('2026-03-28', 1)).toBe('2026-03-29')
      expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
      expect(addDays('2026-10-25', 1)).toBe('2026-10-26')
      expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31)
      expect(daysBetween('2026-10-01', '2026-11-01')).toBe(31)
      expect(addWorkingDays('2026-03-27', 1)).toBe('2026-03-30')
      expect(easter(2026)).toBe('2026-04-05')
      expect(isWorkingDay('2026-03-30')).toBe(true)
    },
  )
})
