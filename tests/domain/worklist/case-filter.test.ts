import { describe, expect, test } from 'vitest'
import { process } from '@/domain/case/process'
import type { Row } from '@/domain/kernel/step'
import { askedOf, caseCursor, caseFilter, caseTasks, chooses, stagesOf } from '@/domain/worklist/case-filter'
import { uuid } from '../../support/actors'

const nothing = {
  stage: null,
  task: null,
  late: false,
  organisation: null,
  whose: null,
  mentor: null,
  sort: 'number',
}

describe('the filter of cases', () => {
  test('is read from an address and written back', () => {
    const asked = {
      stage: 'matching',
      task: 'findDwelling',
      late: 'yes',
      organisation: uuid(3),
      whose: 'others',
      mentor: '0123456789abcdef',
      sort: 'waiting',
    }
    expect(caseFilter(asked)).toEqual({ ...asked, late: true })
    expect(askedOf(caseFilter(asked))).toEqual(asked)
    expect(chooses(caseFilter(asked))).toBe(true)
  })

  test('holds nothing that is no code', () => {
    const odd = 'Jan de Vries'
    expect(
      caseFilter({ stage: odd, task: odd, late: odd, organisation: odd, whose: odd, mentor: odd, sort: odd }),
    ).toEqual(nothing)
    expect(caseFilter({ stage: ['intake'], task: 'toString', organisation: "' OR 1=1" })).toEqual(nothing)
    expect(caseFilter({ task: 'holdTafel', stage: 'new' })).toEqual(nothing)
    expect(chooses(caseFilter({ stage: 'intake' }))).toBe(false)
  })

  test('puts what is too late in the order of its days, unless another one is asked', () => {
    expect(caseFilter({ late: 'yes' }).sort).toBe('due')
    expect(askedOf(caseFilter({ late: 'yes' })).sort).toBeNull()
    expect(askedOf(caseFilter({ late: 'yes', sort: 'number' })).sort).toBe('number')
  })
})

describe('the stages to look in', () => {
  test('are all running ones, or the one that is asked', () => {
    expect(stagesOf(caseFilter({}))).toEqual(['intake', 'tafel', 'matching', 'tenancy', 'aftercare'])
    expect(stagesOf(caseFilter({ stage: 'closed' }))).toEqual(['closed'])
  })

  test('are those before the key for who waits longest', () => {
    expect(stagesOf(caseFilter({ sort: 'waiting' }))).toEqual(['intake', 'tafel', 'matching', 'tenancy'])
    expect(stagesOf(caseFilter({ sort: 'waiting', stage: 'aftercare' }))).toEqual(['aftercare'])
  })

  test('are those in which a task can be open', () => {
    expect(stagesOf(caseFilter({ task: 'visit' }))).toEqual(['aftercare'])
    expect(stagesOf(caseFilter({ task: 'supplyMore' }))).toEqual(['intake', 'tafel', 'matching'])
    expect(stagesOf(caseFilter({ task: 'visit', stage: 'intake' }))).toEqual([])
  })

  test('leave out no step that opens a task', () => {
    for (const row of Object.values(process) as readonly Row[])
      for (const task of row.opens ?? []) {
        expect(caseTasks).toContain(task)
        const stages = stagesOf(caseFilter({ task }))
        expect(
          [row.to ?? row.from].flat().some((stage) => (stages as readonly string[]).includes(stage)),
          task,
        ).toBe(true)
      }
  })
})

test('a page begins at a row of its own order, and at no other', () => {
  const row = (place: string) => ({ after: `${place}_${uuid(7)}` })
  const at = (place: string) => ({ way: 'after', place, id: uuid(7) })
  expect(caseCursor(row('ZOD-26-0012'), 'number')).toEqual(at('ZOD-26-0012'))
  expect(caseCursor(row('2026-11-23'), 'due')).toEqual(at('2026-11-23'))
  expect(caseCursor(row('099751'), 'waiting')).toEqual(at('099751'))
  expect(caseCursor({ before: `099751_${uuid(7)}` }, 'waiting')).toEqual({ ...at('099751'), way: 'before' })
  for (const odd of ['2026-02-30', '099751', 'Jan de Vries', "x'"])
    expect(caseCursor(row(odd), 'due')).toBeNull()
  expect(caseCursor({ after: 'ZOD-26-0012' }, 'number')).toBeNull()
})
