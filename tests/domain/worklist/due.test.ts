import { describe, expect, test } from 'vitest'
import { addDays } from '@/domain/kernel/days'
import { dueGroup, dueGroups, dueWithin, endOfWeek } from '@/domain/worklist/due'

const MONDAY = '2026-11-23'
const SUNDAY = '2026-11-29'
const due = (dueOn: string, pausedOn: string | null = null) => dueGroup({ dueOn, pausedOn }, MONDAY)

test('a week ends on Sunday; in the weekend the next one counts', () => {
  expect(endOfWeek(MONDAY)).toBe(SUNDAY)
  expect(endOfWeek('2026-11-27')).toBe(SUNDAY)
  expect(endOfWeek('2026-11-28')).toBe('2026-12-06')
  expect(endOfWeek(SUNDAY)).toBe('2026-12-06')
})

describe('a task is', () => {
  test('too late from the day after its last day', () => {
    expect(due('2026-11-22')).toBe('overdue')
    expect(due(MONDAY)).toBe('today')
  })

  test('for this week until Sunday, and later after it', () => {
    expect(due('2026-11-24')).toBe('week')
    expect(due(SUNDAY)).toBe('week')
    expect(due('2026-11-30')).toBe('later')
  })

  test('never too late while it stands still', () => {
    expect(due('2026-01-01', '2025-12-01')).toBe('paused')
  })
})

test('every day belongs to exactly the group whose days hold it', () => {
  for (const today of [MONDAY, '2026-11-26', SUNDAY])
    for (let n = -10; n <= 20; n++) {
      const dueOn = addDays(today, n)
      const holding = dueGroups.filter((group) => {
        const { from, until } = dueWithin(group, today)
        return group !== 'paused' && (!from || dueOn >= from) && (!until || dueOn <= until)
      })
      expect(holding, `${dueOn} on ${today}`).toEqual([dueGroup({ dueOn, pausedOn: null }, today)])
    }
})
