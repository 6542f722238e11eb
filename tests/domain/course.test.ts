// The course of a process as it is told: every step once, every way once.
import { expect, test } from 'vitest'
import { arrowsOf, endsOf, keepsUpToDate, stepsIn } from '@/domain/case/course'
import { processes, stepsOfKind } from '@/domain/case/steps'
import type { ProcessDefinition } from '@/domain/kernel/grants'

const all: readonly ProcessDefinition[] = Object.values(processes)

test.each(all)('every step of the $kind is told under one stage', (process) => {
  const told = process.stages.flatMap((stage) => stepsIn(process, stage).map(([name]) => name))
  expect(told.sort()).toEqual(Object.keys(process.rows).sort())
})

test.each(all)('every stage of the $kind can be reached, and something ends', (process) => {
  const reached = new Set(arrowsOf(process).map(({ to }) => to))
  expect(process.stages.slice(1).filter((stage) => !reached.has(stage))).toEqual([])
  expect(endsOf(process).length).toBeGreaterThan(0)
})

test('a way that several steps lead is one way', () => {
  const ways = arrowsOf(processes.case).filter(({ from, to }) => from === 'tafel' && to === 'closed')
  expect(ways).toEqual([{ from: 'tafel', to: 'closed', steps: ['withdrawCase', 'carryOutDecision'] }])
})

test('a decision of the tafel may leave the case where it is', () => {
  expect(arrowsOf(processes.case)).toContainEqual({ from: 'tafel', to: 'tafel', steps: ['carryOutDecision'] })
})

test('opening a case is told under the stage it opens', () => {
  expect(stepsIn(processes.case, 'intake')[0]?.[0]).toBe('openCase')
})

test('describing keeps up to date; sending, asking and deciding do not', () => {
  const amending = stepsOfKind('case').filter((s) => keepsUpToDate(s.row))
  const names = amending.map((s) => s.name)
  expect(names).toEqual(expect.arrayContaining(['describeIncome', 'recordConsent', 'scoreZrm']))
  for (const name of ['openCase', 'sendIntake', 'askMore', 'acceptIntake', 'recordVisit'])
    expect(names).not.toContain(name)
})
