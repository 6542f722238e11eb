import { describe, expect, test } from 'vitest'
import { agesOf, loadOf, type Opened } from '@/domain/worklist/load'

const TODAY = '2026-11-23'
const opened = (task: string, since: string, n = 1, overdue = false): Opened => ({
  task,
  role: 'mentor',
  since,
  overdue,
  n,
})

describe('the load of a team', () => {
  test('says of each kind of task how many, how many too late, and how old the oldest is', () => {
    const visits = [opened('visit', '2026-11-20', 3), opened('visit', '2026-11-16', 2, true)]
    expect(loadOf([...visits, opened('writePlan', '2026-11-23')], TODAY)).toEqual([
      { task: 'visit', role: 'mentor', open: 5, overdue: 2, oldest: 5 },
      { task: 'writePlan', role: 'mentor', open: 1, overdue: 0, oldest: 0 },
    ])
  })

  test('keeps one kind of task of two roles apart', () => {
    const both = [opened('visit', TODAY), { ...opened('visit', TODAY), role: 'officer' }]
    expect(loadOf(both, TODAY)).toHaveLength(2)
  })

  test('puts on top what is too late most often, and then what there is most of', () => {
    const list = [
      opened('a', TODAY, 9),
      opened('b', TODAY, 1, true),
      opened('c', TODAY, 3),
      opened('d', TODAY, 3),
    ]
    expect(loadOf(list, TODAY).map((l) => l.task)).toEqual(['b', 'a', 'c', 'd'])
  })

  test('of nothing is nothing', () => {
    expect(loadOf([], TODAY)).toEqual([])
  })
})

describe('the ages of open tasks', () => {
  test('are counted in working days, in four groups', () => {
    const days = [
      '2026-11-23',
      '2026-11-16',
      '2026-11-13',
      '2026-11-09',
      '2026-11-06',
      '2026-10-26',
      '2026-10-23',
    ]
    const list = days.map((since, i) => opened('visit', since, 10 ** i))
    expect(agesOf(list, TODAY)).toEqual([
      { key: 'upTo5', n: 11 },
      { key: 'upTo10', n: 1_100 },
      { key: 'upTo20', n: 110_000 },
      { key: 'over20', n: 1_000_000 },
    ])
  })

  test('a task that begins in the future is new', () => {
    expect(agesOf([opened('visit', '2026-12-24')], TODAY)[0]).toEqual({ key: 'upTo5', n: 1 })
  })
})
