import { expect, test } from 'vitest'
import { byGemeente, byHolder, type Stalled } from '@/domain/worklist/standstill'

const TODAY = '2026-11-23'
const stalled = (subjectId: string, changes: Partial<Stalled> = {}): Stalled => ({
  subjectId,
  task: 'findDwelling',
  holderId: 'emmen',
  holder: 'Gemeente Emmen',
  gemeenteId: 'emmen',
  gemeente: 'Gemeente Emmen',
  dueOn: '2026-11-20',
  ...changes,
})
const coevorden = { gemeenteId: 'coevorden', gemeente: 'Gemeente Coevorden' }

test('a case that waits for two things is one case of its gemeente', () => {
  const list = [
    stalled('a'),
    stalled('a', { task: 'visit' }),
    stalled('b', coevorden),
    stalled('c', coevorden),
  ]
  expect(byGemeente(list, TODAY)).toEqual([
    { gemeenteId: 'coevorden', gemeente: 'Gemeente Coevorden', cases: 2, longest: 1 },
    { gemeenteId: 'emmen', gemeente: 'Gemeente Emmen', cases: 1, longest: 1 },
  ])
})

test('what stands still is told by whom it waits for and for what, the most first, with the longest in working days', () => {
  const cosis = { holderId: 'cosis', holder: 'Cosis', task: 'visit' }
  const list = [stalled('a'), stalled('b', cosis), stalled('c', { ...cosis, dueOn: '2026-11-09' })]
  expect(byHolder(list, TODAY)).toEqual([
    { holderId: 'cosis', holder: 'Cosis', task: 'visit', tasks: 2, longest: 10 },
    { holderId: 'emmen', holder: 'Gemeente Emmen', task: 'findDwelling', tasks: 1, longest: 1 },
  ])
})
