// Which day it is in the Netherlands: not in UTC, and also in the nights in which the clock changes.
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  addWorkingDays,
  ageOn,
  daysBetween,
  isWorkingDay,
  resume,
  workingDaysBetween,
} from '@/domain/kernel/days'
import { readDay } from '@/domain/kernel/input'
import { today } from '@/server/clock'

afterEach(() => {
  vi.useRealTimers()
})
const todayAt = (moment: string) => {
  vi.useFakeTimers({ now: new Date(moment) })
  return today()
}

describe('today changes at midnight in Amsterdam', () => {
  test.each([
    ['winter', '2026-11-22T22:59:59Z', '2026-11-22'],
    ['winter, and already tomorrow in the Netherlands', '2026-11-22T23:00:00Z', '2026-11-23'],
    ['summer', '2026-07-01T21:59:59Z', '2026-07-01'],
    ['summer, and already tomorrow in the Netherlands', '2026-07-01T22:00:00Z', '2026-07-02'],
    ['before the night of summer time', '2026-03-28T22:59:59Z', '2026-03-28'],
    ['the day of 23 hours begins in winter time', '2026-03-28T23:00:00Z', '2026-03-29'],
    ['in the hour that is skipped', '2026-03-29T01:00:00Z', '2026-03-29'],
    ['and it ends in summer time', '2026-03-29T21:59:59Z', '2026-03-29'],
    ['one hour earlier', '2026-03-29T22:00:00Z', '2026-03-30'],
    ['the day of 25 hours begins in summer time', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['in the hour that comes twice, the first time', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['and the second time', '2026-10-25T01:30:00Z', '2026-10-25'],
    ['and it ends in winter time', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['an hour later', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['the last moment of the year', '2026-12-31T22:59:59Z', '2026-12-31'],
    ['a new year', '2026-12-31T23:00:00Z', '2027-01-01'],
  ])('%s: %s', (_what, moment, day) => {
    expect(todayAt(moment)).toBe(day)
  })

  test('and is what somebody means who types "vandaag" or "morgen" in that night', () => {
    expect(readDay('vandaag', todayAt('2026-03-28T23:30:00Z'))).toBe('2026-03-29')
    expect(readDay('morgen', todayAt('2026-10-25T22:30:00Z'))).toBe('2026-10-26')
    expect(readDay('+1w', todayAt('2026-10-24T22:30:00Z'))).toBe('2026-11-01')
  })
})

describe('over the weekend in which the clock changes', () => {
  test.each([
    ['2026-03-27', '2026-03-30', '29-03-2026'],
    ['2026-10-23', '2026-10-26', '25-10-2026'],
  ])('a term from %s ends on the Monday, %s', (friday, monday, _night) => {
    expect(addWorkingDays(friday, 1)).toBe(monday)
    expect(addWorkingDays(friday, 5)).toBe(addWorkingDays(monday, 4))
    expect(workingDaysBetween(friday, monday)).toBe(1)
    expect(daysBetween(friday, monday)).toBe(3)
    expect(isWorkingDay(monday)).toBe(true)
    expect(resume(monday, friday, monday)).toBe(addWorkingDays(monday, 1))
  })

  test('someone who was born in that night has their birthday on that day', () => {
    expect(ageOn('2008-03-29', '2026-03-28')).toBe(17)
    expect(ageOn('2008-03-29', '2026-03-29')).toBe(18)
  })
})
