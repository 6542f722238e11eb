// What goes along to a tafel on paper.
import { expect, test } from 'vitest'
import { caseProcess } from '@/domain/case/case'
import { rightOf } from '@/domain/case/sight'
import type { Compartments } from '@/domain/kernel/subject'
import { hasPack, inPack, keepUntil, leftOut } from '@/domain/tafel/pack'

test('whatever goes along is read by whoever leads the table too: nothing lies there that one of them alone may know', () => {
  for (const name of inPack) expect(rightOf(caseProcess, name, 'chair').sights, name).not.toEqual([])
})

test('who and where somebody is, their health, debts, past and dangers stay behind', () => {
  const behind = [
    'identity',
    'contact',
    'bsn',
    'health',
    'debts',
    'criminal',
    'safety',
    'exclusions',
    'residence',
  ]
  for (const name of behind) expect(inPack as readonly string[]).not.toContain(name)
})

test('what is left out of a group of facts is a field that it has', () => {
  for (const [name, fields] of Object.entries(leftOut))
    for (const field of fields)
      expect(Object.keys((caseProcess.compartments as Compartments)[name]?.fields ?? {})).toContain(field)
})

test('it is there until the list is adopted, and ends with the day of the tafel, or with today where that was before', () => {
  expect(['new', 'planned', 'inSession', 'adopted', 'cancelled'].filter(hasPack)).toEqual([
    'planned',
    'inSession',
  ])
  expect(keepUntil('2026-12-03', '2026-11-29')).toBe('2026-12-03')
  expect(keepUntil('2026-12-03', '2026-12-04')).toBe('2026-12-04')
})
