import { describe, expect, test } from 'vitest'
import { process } from '@/domain/case/process'
import { tasks } from '@/domain/case/tasks'
import { cardOf, onCards } from '@/domain/worklist/cards'
import { dayCursor, rowAt, workFilter } from '@/domain/worklist/work-filter'
import { uuid } from '../../support/actors'

describe('the filter of a work list', () => {
  test('is a group of days and a kind of task', () => {
    expect(workFilter({ due: 'overdue', task: 'visit' })).toEqual({ due: 'overdue', task: 'visit' })
  })

  test('holds nothing that is no code', () => {
    for (const odd of ['Jan de Vries', 'toString', '__proto__', "visit' OR 1=1", ''])
      expect(workFilter({ due: odd, task: odd })).toEqual({ due: null, task: null })
    expect(workFilter({ task: ['visit', 'visit'] })).toEqual({ due: null, task: null })
  })

  test('goes on from a row, or back from one', () => {
    const row = rowAt('2026-11-23', uuid(7))
    expect(dayCursor({ after: row })).toEqual({ way: 'after', day: '2026-11-23', id: uuid(7) })
    expect(dayCursor({ before: row })).toEqual({ way: 'before', day: '2026-11-23', id: uuid(7) })
    for (const odd of ['', '2026-11-23', `2026-02-30_${uuid(7)}`, `${row}'`, undefined])
      expect(dayCursor({ after: odd })).toBeNull()
  })
})

describe('a card', () => {
  test('is a visit, a question of the tafel or an application that came back', () => {
    expect(cardOf({ task: 'visit', stage: 'aftercare' })).toBe('visits')
    expect(cardOf({ task: 'contact', stage: 'aftercare' })).toBe('visits')
    expect(cardOf({ task: 'supplyMore', stage: 'tafel' })).toBe('questions')
    expect(cardOf({ task: 'supplyMore', stage: 'intake' })).toBe('returned')
    expect(cardOf({ task: 'writePlan', stage: 'tenancy' })).toBeNull()
  })

  test('is of a mentor, and its step is one that a mentor takes', () => {
    for (const task of onCards) expect(tasks[task].role).toBe('mentor')
    expect(process.recordVisit.closes).toEqual(expect.arrayContaining(['visit', 'contact']))
  })
})
