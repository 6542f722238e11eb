import { expect, test } from 'vitest'
import { tasks } from '@/domain/case/tasks'
import { roomOn, tafelWork } from '@/domain/worklist/tafel-work'

const TODAY = '2026-11-23'
const planned = { stage: 'planned', on: TODAY, waiting: ['holdTafel'] }

test('a tafel is held from its day on, not before', () => {
  expect(tafelWork(planned, TODAY)).toBe('openTafel')
  expect(tafelWork({ ...planned, on: '2026-11-20' }, TODAY)).toBe('openTafel')
  expect(tafelWork({ ...planned, on: '2026-11-24' }, TODAY)).toBeNull()
})

test('its list is adopted by whoever has not done so yet', () => {
  const begun = { stage: 'inSession', on: TODAY }
  for (const task of ['adoptAsChair', 'adoptAsSecretary']) {
    expect(Object.keys(tasks)).toContain(task)
    expect(tafelWork({ ...begun, waiting: [task] }, TODAY)).toBe('adoptList')
  }
  expect(tafelWork({ ...begun, waiting: [] }, TODAY)).toBeNull()
  expect(tafelWork({ ...begun, stage: 'adopted', waiting: [] }, TODAY)).toBeNull()
})

test('once adopted, it is closed by whoever has that task', () => {
  const adopted = { stage: 'adopted', on: TODAY }
  expect(Object.keys(tasks)).toContain('closeTafel')
  expect(tafelWork({ ...adopted, waiting: ['closeTafel'] }, TODAY)).toBe('closeTafel')
  expect(tafelWork({ ...adopted, waiting: ['adoptAsChair'] }, TODAY)).toBeNull()
})

test('an agenda has room until it is full, and never less than none', () => {
  expect(roomOn(4, 12)).toBe(8)
  expect(roomOn(12, 12)).toBe(0)
  expect(roomOn(15, 12)).toBe(0)
})
