// The class of an income, to the cent: what a landlord may know before a contract.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incomeClassOf } from '@/domain/norm/income-class'
import type { Norms } from '@/domain/norm/norm'
import { caseAt } from '../../support/case-at'
import { centsOf, norms, normsWithout } from '../../support/rules'

const alone = { adults: 1, children: 0 }
const couple = { adults: 2, children: 0 }
const parent = { adults: 1, children: 1 }
const born = '1996-03-14'

const classOf = (
  income: number,
  { household = alone, birth = born as string | null, by = norms as Norms, on = '2026-02-10' } = {},
) => incomeClassOf(income, household, birth, by, on)

const years = [2024, 2025, 2026]
const households = [
  ['one person', '1p', alone],
  ['two adults', '2p', couple],
  ['a parent with a child', '2p', parent],
] as const
const table = years.flatMap((year) =>
  households.map(([who, size, household]) => ({ year, who, size, household })),
)

describe.each(table)('in $year, for $who', ({ year, size, household }) => {
  const on = `${year}-02-10`
  const passend = centsOf(`passend_income_${size}`, year)
  const daeb = centsOf(`daeb_income_limit_${size}`, year)
  test('an income up to the limit of passend toewijzen is passend, and one cent more is not', () => {
    expect(classOf(passend, { household, on }).class).toBe('passend')
    expect(classOf(passend + 1, { household, on }).class).toBe('daeb')
  })
  test('an income up to the DAEB limit is daeb, and one cent more is above it', () => {
    expect(classOf(daeb, { household, on }).class).toBe('daeb')
    expect(classOf(daeb + 1, { household, on }).class).toBe('boven')
  })
  test('no income at all is passend', () => {
    expect(classOf(0, { household, on })).toEqual({ class: 'passend', aowAge: false })
  })
})

describe('at the AOW age', () => {
  const limit = centsOf('passend_income_1p_aow', 2026)
  test('the limit of passend toewijzen is lower, from the 67th birthday on', () => {
    expect(classOf(limit + 1, { birth: '1959-02-10' })).toEqual({ class: 'daeb', aowAge: true })
    expect(classOf(limit, { birth: '1959-02-10' })).toEqual({ class: 'passend', aowAge: true })
    expect(classOf(limit + 1, { birth: '1959-02-11' })).toEqual({ class: 'passend', aowAge: false })
  })
  test('a couple has the limit of a couple', () => {
    const two = centsOf('passend_income_2p_aow', 2026)
    expect(classOf(two, { household: couple, birth: '1950-01-01' }).class).toBe('passend')
    expect(classOf(two + 1, { household: couple, birth: '1950-01-01' }).class).toBe('daeb')
  })
})

describe('a norm that is missing makes the class unknown, never passed', () => {
  test('the limit of passend toewijzen', () => {
    const by = normsWithout('passend_income_1p')
    expect(classOf(1, { by })).toEqual({ class: 'onbekend', aowAge: false })
  })
  test('the DAEB limit, also for an income that would be passend', () => {
    const by = normsWithout('daeb_income_limit_1p')
    expect(classOf(1, { by }).class).toBe('onbekend')
    expect(classOf(1, { by, household: couple }).class).toBe('passend')
  })
  test('the AOW age, of everybody whose birth is known', () => {
    const by = normsWithout('aow_age_months')
    expect(classOf(1, { by })).toEqual({ class: 'onbekend', aowAge: false })
    expect(classOf(1, { by, birth: null }).class).toBe('passend')
  })
  test('2025 has no limit for the AOW age, and 2027 has none at all yet', () => {
    expect(classOf(1, { birth: '1950-01-01', on: '2025-06-01' })).toEqual({ class: 'onbekend', aowAge: true })
    expect(classOf(1, { on: '2027-01-01' }).class).toBe('onbekend')
  })
})

describe('what is not known yet', () => {
  test('without a birth date nobody is of AOW age', () => {
    expect(classOf(1, { birth: null })).toEqual({ class: 'passend', aowAge: false })
  })
  test('without a household it is that of one person', () => {
    const between = centsOf('passend_income_1p', 2026) + 1
    expect(incomeClassOf(between, null, born, norms, '2026-02-10').class).toBe('daeb')
  })
})

test('a higher income is never of a lower class', () => {
  const order = ['passend', 'daeb', 'boven']
  const at = (income: number) => order.indexOf(classOf(income).class)
  const income = fc.nat(80_000_00)
  fc.assert(fc.property(income, income, (a, b) => a > b || at(a) <= at(b)))
})

describe('in the case', () => {
  const income = { yearIncome: centsOf('passend_income_1p', 2026) + 1 }
  test('the class is written beside the income, and the corporation may read only the class', () => {
    const world = caseAt('described').take('describeIncome', 'mentor', income)
    expect(world.kase.of.income?.yearIncome).toBe(income.yearIncome)
    expect(world.kase.of.incomeClass).toEqual({ class: 'daeb', aowAge: false })
    const landlord = caseAt('offered').as('officer')
    expect(landlord.of.income).toBeNull()
    expect(landlord.of.incomeClass?.class).toBe('passend')
  })

  test('the class follows the household when that changes after the income was written', () => {
    const world = caseAt('described').take('describeIncome', 'mentor', income)
    world.take('describeHousehold', 'mentor', { adults: 1, children: 1 })
    expect(world.kase.of.incomeClass?.class).toBe('passend')
    world.take('describeHousehold', 'mentor', { adults: 1, children: 0 })
    expect(world.kase.of.incomeClass?.class).toBe('daeb')
  })

  test('a household alone says nothing of the income', () => {
    const world = caseAt('intake').take('describeHousehold', 'mentor')
    expect(world.kase.of.incomeClass).toBeNull()
  })
})
