import { expect, test } from 'vitest'
import { byGemeente, byHolder } from '@/domain/worklist/standstill'

const TODAY = '2026-11-23'
const emmen = { gemeenteId: 'emmen', gemeente: 'Gemeente Emmen', cases: 1, tasks: 3, since: '2026-11-20' }
const coevorden = { ...emmen, gemeenteId: 'coevorden', gemeente: 'Gemeente Coevorden', cases: 2 }
const found = { holderId: 'emmen', holder: 'Gemeente Emmen', task: 'findDwelling', cases: 1, tasks: 1 }
const cosis = { holderId: 'cosis', holder: 'Cosis', task: 'visit', cases: 1 }

test('the gemeente with the most cases is first, then the one where one waits longest', () => {
  expect(byGemeente([emmen, coevorden], TODAY)).toEqual([
    { gemeenteId: 'coevorden', gemeente: 'Gemeente Coevorden', cases: 2, longest: 1 },
    { gemeenteId: 'emmen', gemeente: 'Gemeente Emmen', cases: 1, longest: 1 },
  ])
  const longer = { ...emmen, gemeenteId: 'assen', since: '2026-11-09' }
  expect(byGemeente([emmen, longer], TODAY).map(({ gemeenteId }) => gemeenteId)).toEqual(['assen', 'emmen'])
})

test('what stands still is told by whom it waits for and for what, the most first, with the longest in working days', () => {
  const list = [
    { ...found, since: '2026-11-20' },
    { ...cosis, tasks: 2, since: '2026-11-09' },
  ]
  expect(byHolder(list, TODAY)).toEqual([
    { holderId: 'cosis', holder: 'Cosis', task: 'visit', tasks: 2, longest: 10 },
    { holderId: 'emmen', holder: 'Gemeente Emmen', task: 'findDwelling', tasks: 1, longest: 1 },
  ])
})
