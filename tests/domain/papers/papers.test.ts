import { describe, expect, test } from 'vitest'
import { isCurrent, isExpired, olderThan, papersOf } from '@/domain/case/paper-list'
import {
  groupOf,
  landlordPapers,
  type PaperType,
  paperGroups,
  paperTypes,
  providerPapers,
} from '@/domain/case/papers'
import { readers } from '@/domain/case/readers'
import { steps } from '@/domain/case/steps'
import { take } from '@/domain/kernel/step'
import { actors } from '../../support/actors'
import { caseAt } from '../../support/case-at'
import { fileNumber } from '../../support/papers'
import { norms, rules } from '../../support/rules'

const described = () => caseAt('described')
const income = { paperType: 'incomeStatement' }

describe('who may read a paper follows from its type', () => {
  test.each([
    ['idCopy', 'bsn'],
    ['incomeStatement', 'income'],
    ['debtsOverview', 'debts'],
    ['supportPlanSummary', 'support'],
    ['lease', 'tenancy'],
  ] as const)('%s has exactly the readers of %s', (type, facts) => {
    expect(readers[groupOf(type)]).toEqual(readers[facts])
  })

  test('a landlord reference is for the provider and the gemeente: no consent speaks of it', () => {
    expect(Object.keys(readers.papersHousing).sort()).toEqual([
      'gemeenteLead',
      'mentor',
      'regisseur',
      'zorgLead',
    ])
  })

  test('any other paper stays with the organisation that brought it in', () => {
    expect(Object.keys(readers[groupOf('other')]).sort()).toEqual(['mentor', 'zorgLead'])
  })

  test('every type has one group, and somebody who brings it in', () => {
    const all = paperGroups.flatMap((group) => paperTypes[group] as readonly PaperType[])
    expect(new Set(all).size).toBe(all.length)
    expect(new Set<string>([...providerPapers, ...landlordPapers])).toEqual(new Set(all))
  })

  test('the landlord writes among contracts and nowhere else, and the mentor no lease', () => {
    expect(steps.addContract.row.writes).toEqual(['papersContract'])
    expect(caseAt('tenancy').blocked('addPaper', 'officer')).toEqual({ reason: 'notYourRole' })
    expect(() => caseAt('tenancy').take('addPaper', 'mentor', { paperType: 'lease' })).toThrow('notAChoice')
  })
})

describe('a paper that is added', () => {
  const w = described().take('addPaper', 'mentor', { ...income, lastDay: '2026-03-01' })

  test('is kept with its type, its file and its last day, as version one', () => {
    expect(papersOf(w.kase)).toMatchObject([
      {
        paper: fileNumber(1),
        paperType: 'incomeStatement',
        group: 'papersIncome',
        fileFormat: 'pdf',
        paperVersion: 1,
        lastDay: '2026-03-01',
        organisationId: actors.mentor.organisationId,
      },
    ])
  })

  test('is there for its readers and for nobody else', () => {
    expect(papersOf(w.as('regisseur'))).toHaveLength(1)
    expect(papersOf(w.as('coordinator'))).toHaveLength(0)
  })

  test('tells the timeline nothing of its name or type', () => {
    expect(w.last.effect.tells ?? {}).toEqual({})
  })

  test('without a file that the server kept is refused, whatever the form says', () => {
    const context = { actor: actors.mentor, today: '2026-01-14', rules, norms }
    const outcome = take(
      steps.addPaper,
      w.as('mentor') as never,
      { ...income, replaces: null, lastDay: null },
      context,
    )
    expect(outcome).toEqual({ refusal: { reason: 'fileMissing', field: 'file' } })
  })

  test('counts until its last day has passed', () => {
    const [paper] = papersOf(w.kase)
    expect(paper && [isExpired(paper, '2026-03-01'), isExpired(paper, '2026-03-02')]).toEqual([false, true])
  })
})

describe('a newer version', () => {
  const w = described()
    .take('addPaper', 'mentor', income)
    .take('addPaper', 'mentor', { ...income, replaces: fileNumber(1) })

  test('takes the place of the older one, which stays to be seen', () => {
    const papers = papersOf(w.kase)
    const [newest] = papers.filter(isCurrent)
    expect(newest).toMatchObject({ paper: fileNumber(2), paperVersion: 2 })
    expect(newest && olderThan(newest, papers).map((p) => p.paper)).toEqual([fileNumber(1)])
  })

  test('is not made of an older version, of another type, of nothing, or of what another organisation brought in', () => {
    const refused = (input: object) => w.refusal('addPaper', 'mentor', { ...income, ...input })
    const not = { reason: 'paperNotThere' }
    expect(refused({ replaces: fileNumber(1) })).toEqual(not)
    expect(refused({ replaces: fileNumber(2), paperType: 'payslip' })).toEqual(not)
    expect(refused({ replaces: fileNumber(9) })).toEqual(not)
    const theirs = caseAt('tenancy').take('addContract', 'officer', { paperType: 'tripartite' })
    const mine = { paperType: 'tripartite', replaces: fileNumber(1) }
    expect(theirs.refusal('addPaper', 'mentor', mine)).toEqual(not)
  })

  test('that is withdrawn gives its place back to the one before it', () => {
    const back = w.copy().take('withdrawPaper', 'mentor', { paper: fileNumber(2) })
    expect(
      papersOf(back.kase)
        .filter(isCurrent)
        .map((p) => p.paper),
    ).toEqual([fileNumber(1)])
  })
})

describe('a paper that is withdrawn', () => {
  const w = described()
    .take('addPaper', 'mentor', income)
    .take('withdrawPaper', 'mentor', { paper: fileNumber(1) })

  test('no longer counts, and its record stays', () => {
    expect(papersOf(w.kase)).toMatchObject([
      { paper: fileNumber(1), withdrawnOn: '2026-01-14', paperVersion: 1 },
    ])
    expect(papersOf(w.kase).filter(isCurrent)).toEqual([])
  })

  test('is withdrawn once, and by the organisation that brought it in', () => {
    expect(w.blocked('withdrawPaper', 'mentor')).toEqual({ reason: 'nothingToWithdraw' })
    const theirs = caseAt('tenancy').take('addContract', 'officer').take('addPaper', 'mentor', income)
    expect(theirs.refusal('withdrawPaper', 'mentor', { paper: fileNumber(1) })).toEqual({
      reason: 'paperNotThere',
    })
  })
})
