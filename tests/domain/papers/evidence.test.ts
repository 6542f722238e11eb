import { describe, expect, test } from 'vitest'
import { evidenceFor } from '@/domain/case/evidence'
import { caseAt } from '../../support/case-at'
import { fileNumber } from '../../support/papers'
import { rulesWith } from '../../support/rules'

const described = () => caseAt('described')
const income = { paperType: 'incomeStatement' }

describe('what the agreements ask for', () => {
  const asking = rulesWith({
    evidence: [
      { paper: 'incomeStatement', when: 'income' },
      { paper: 'debtsOverview', when: 'debts' },
      { paper: 'courtDecision', when: 'bewind' },
      { paper: 'guidanceCommitment' },
    ],
  })
  const asked = () => caseAt('described', { rules: asking })

  test('is nothing, where a region agreed nothing', () => {
    expect(described().blocked('sendIntake', 'mentor')).toBeNull()
  })

  test('is asked where it applies: no bewind, no court decision', () => {
    expect(evidenceFor(asked().kase, asking, '2026-01-14').map((e) => e.paper)).toEqual([
      'incomeStatement',
      'debtsOverview',
      'guidanceCommitment',
    ])
  })

  test('holds the aanmelding back until all of it is there, and names what is missing', () => {
    const w = asked()
    expect(w.blocked('sendIntake', 'mentor')).toEqual({
      reason: 'paperMissing',
      values: { paper: 'incomeStatement', more: 2 },
    })
    w.take('addPaper', 'mentor', income).take('addPaper', 'mentor', { paperType: 'debtsOverview' })
    expect(w.blocked('sendIntake', 'mentor')).toEqual({
      reason: 'paperMissing',
      values: { paper: 'guidanceCommitment', more: 0 },
    })
    w.take('addPaper', 'mentor', { paperType: 'guidanceCommitment' })
    expect(w.blocked('sendIntake', 'mentor')).toBeNull()
  })

  test('is not met by a paper whose last day has passed, or that was withdrawn', () => {
    const only = rulesWith({ evidence: [{ paper: 'incomeStatement', when: 'income' }] })
    const w = caseAt('described', { rules: only }).take('addPaper', 'mentor', {
      ...income,
      lastDay: '2026-01-20',
    })
    expect(w.blocked('sendIntake', 'mentor')).toBeNull()
    expect(evidenceFor(w.kase, only, '2026-01-21')).toEqual([{ paper: 'incomeStatement', state: 'expired' }])
    w.take('withdrawPaper', 'mentor', { paper: fileNumber(1) })
    expect(w.blocked('sendIntake', 'mentor')).toMatchObject({ reason: 'paperMissing' })
  })

  test('is told only to who may read that paper', () => {
    expect(evidenceFor(asked().as('regisseur'), asking, '2026-01-14').map((e) => e.paper)).toEqual([
      'incomeStatement',
      'guidanceCommitment',
    ])
  })
})
