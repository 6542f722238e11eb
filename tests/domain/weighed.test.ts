// What a decision rested on is kept as it was known was: which facts, and how they stand beside those of now.
import { describe, expect, test } from 'vitest'
import { process } from '@/domain/case/process'
import { readers } from '@/domain/case/readers'
import { any } from '@/domain/case/reading'
import { decisionSteps, fieldsKept, type WeighedFacts, weighed } from '@/domain/case/weighed'
import type { Row } from '@/domain/kernel/step'
import { thenAndNow } from '@/domain/tafel/then-and-now'
import { caseAt } from '../support/case-at'

const household = { adults: 1, children: 0, expecting: false, pets: null }
const judged = (criterion: string, met: string) => ({ criterion, met, evidence: null })
const beside = (kept: Partial<Record<WeighedFacts, Record<string, unknown>[]>>, world = caseAt('matching')) =>
  thenAndNow(world.kase, kept)

describe('the facts that are kept with a decision', () => {
  test('are facts that the regie of the region reads too: nothing is kept that only one party may know', () => {
    for (const facts of weighed) expect(readers[facts].coordinator, facts).toEqual(any())
  })

  test('are never who and where somebody is, their health, debts, past or dangers', () => {
    for (const facts of [
      'identity',
      'contact',
      'bsn',
      'health',
      'addictionSummary',
      'debts',
      'income',
      'criminal',
      'zrm',
      'safety',
      'exclusions',
      'relapsePlan',
      'relapseSummary',
      'network',
      'housingHistory',
    ])
      expect(weighed).not.toContain(facts)
    expect(fieldsKept('stay')).not.toContain('facility')
    expect(fieldsKept('binding')).not.toContain('seekerNumber')
  })

  test('are kept with each step that decides, and each of these is there', () => {
    for (const step of decisionSteps) expect(Object.keys(process)).toContain(step)
    const adopting = Object.entries<Row>(process).filter(
      ([, row]) => row.writes?.includes('decision') && row.writes.includes('decisions'),
    )
    expect(
      adopting.map(([step]) => step).filter((step) => !(decisionSteps as readonly string[]).includes(step)),
    ).toEqual([])
  })
})

describe('what was known then, beside what is known now', () => {
  test('says of each fact whether it changed', () => {
    const found = beside({ household: [{ ...household, children: 2 }] })
    expect(found.find(({ field }) => field === 'children')).toEqual({
      facts: 'household',
      field: 'children',
      about: null,
      was: 2,
      now: 0,
      changed: true,
    })
    expect(found.find(({ field }) => field === 'adults')).toMatchObject({ changed: false })
    expect(found.filter(({ changed }) => changed)).toHaveLength(1)
  })

  test('says nothing of what this reader got nothing of, and of what nobody ever filled in', () => {
    expect(beside({})).toEqual([])
    expect(beside({ household: [household] }).map(({ field }) => field)).not.toContain('pets')
  })

  test('calls a fact changed that was not known then, or is known no longer', () => {
    const found = beside({
      household: [],
      startNeeds: [{ furnishing: 'nodig', moving: null, firstRent: null, energy: null, note: null }],
    })
    expect(found.find(({ field }) => field === 'adults')).toMatchObject({ was: null, now: 1, changed: true })
    expect(found.find(({ field }) => field === 'furnishing')).toMatchObject({
      was: 'nodig',
      now: null,
      changed: true,
    })
  })

  test('takes of a list the last word about each thing', () => {
    const world = caseAt('tafel')
    const criteria = [judged('binding', 'nee'), judged('binding', 'onbekend'), judged('inkomen', 'ja')]
    const found = beside({ criteria }, world)
    expect(found.map(({ about, field, was }) => [about, field, was])).toEqual([
      ['binding', 'met', 'onbekend'],
      ['inkomen', 'met', 'ja'],
    ])
  })
})
