// The rules that ask for an age as tables of truth: every year of the norms, to the cent and to the birthday.
import { describe, expect, it } from 'vitest'
import { addDays } from '@/domain/kernel/days'
import { aowOn } from '@/domain/norm/income-class'
import type { Norm } from '@/domain/norm/norm'
import { normIn, norms, ruleOn, verdictOn, years } from '../../support/matching/truth'

describe('the rent up to which the young get huurtoeslag', () => {
  for (const year of years)
    it(`holds in ${year} to the cent and to the birthday, and not for who has a child`, () => {
      const cap = normIn('youth_rent_cap', year)
      const today = `${year}-06-15`
      for (const below of [18, 20, 21, 22, 23, 24, 67])
        for (const days of [-1, 0, 1])
          for (const cents of [-1, 0, 1])
            for (const children of [0, 1]) {
              // `days` after this birthday: one day before it somebody is a year younger.
              const birthDate = addDays(`${year - below}-06-15`, -days)
              const young = below - (days < 0 ? 1 : 0) < (cap?.belowAge ?? 0)
              const found = verdictOn('youthRent', {
                today,
                seeker: { birthDate, household: { adults: 1, children } },
                home: { rent: (cap?.value ?? 45_000) + cents },
              })
              expect(found).toBe(cap ? (young && !children && cents > 0 ? 'fail' : 'pass') : 'unknown')
            }
    })
})

describe('the age for an own contract', () => {
  it('is eighteen on the day that the home can be let, to the day', () => {
    for (const [availableFrom, today] of [
      ['2026-07-01', '2026-06-01'],
      ['2026-05-01', '2026-07-01'],
    ] as const)
      for (const days of [-1, 0, 1])
        expect(
          verdictOn('age', {
            today,
            seeker: { birthDate: addDays('2008-07-01', -days) },
            home: { availableFrom },
          }),
        ).toBe(days < 0 ? 'fail' : 'pass')
    expect(verdictOn('age', { today: '2026-06-01', seeker: { birthDate: null } })).toBe('unknown')
  })
})

describe('the contract that the tafel decided on', () => {
  for (const year of years)
    it(`for the young is in ${year} for who is not yet 28 on the day of letting (BW art. 7:274c), to the birthday`, () => {
      const norm = normIn('youth_contract_age_months', year)
      for (const age of [18, 27, 28, 29, 40])
        for (const days of [-1, 0, 1]) {
          const found = ruleOn('contract', {
            today: `${year}-03-01`,
            seeker: { form: 'jongeren', birthDate: addDays(`${year - age}-06-15`, -days) },
            home: { availableFrom: `${year}-06-15` },
          })
          const then = days < 0 ? age - 1 : age
          expect([found?.verdict, found?.warns]).toEqual([
            norm ? (then < 28 ? 'pass' : 'fail') : 'unknown',
            false,
          ])
          expect(found?.norm ?? null).toEqual(norm)
        }
    })

  it('asks no age of another contract, and must be one that the covenant knows', () => {
    const today = '2026-06-01'
    for (const [form, verdict] of [
      ['driepartijen', 'pass'],
      ['intermediair', 'fail'],
      ['eigenNaam', 'fail'],
      [null, 'pass'],
      [undefined, 'pass'],
    ] as const)
      expect(verdictOn('contract', { today, seeker: { form } })).toBe(verdict)
    expect(verdictOn('contract', { today, seeker: { form: 'jongeren', birthDate: null } })).toBe('unknown')
  })
})

describe('a home that is kept for an age', () => {
  const today = '2026-06-01'
  const of = (meantFor: string[] | null, age: number | null, days = 0) =>
    verdictOn('meantFor', {
      today,
      seeker: { birthDate: age === null ? null : addDays(`${2026 - age}-07-01`, -days) },
      home: { meantFor },
    })
  it('is for the young below their age and for seniors from theirs, on the day of letting, to the birthday', () => {
    for (const days of [-1, 0, 1]) {
      expect(of(['JON'], 28, days)).toBe(days < 0 ? 'pass' : 'fail')
      expect(of(['SEN'], 55, days)).toBe(days < 0 ? 'fail' : 'pass')
    }
    for (const [age, verdict] of [
      [20, 'pass'],
      [40, 'fail'],
      [60, 'pass'],
    ] as const)
      expect(of(['JON', 'SEN'], age)).toBe(verdict)
  })
  it('is for anybody without a label of age, and beside another one', () => {
    for (const labels of [null, [], ['EEN'], ['GEZ', 'SEN'], ['ZOR']])
      for (const age of [20, 40, null]) expect(of(labels, age)).toBe('pass')
    expect(of(['SEN'], null)).toBe('unknown')
  })
})

describe('the AOW age', () => {
  for (const year of years)
    it(`is reached in ${year} to the birthday by the norm of that year, and not known without it`, () => {
      const norm = normIn('aow_age_months', year)
      const today = `${year}-06-15`
      for (const age of [18, 66, 67, 68, 90])
        for (const days of [-1, 0, 1]) {
          const then = age - (days < 0 ? 1 : 0)
          const found = aowOn(addDays(`${year - age}-06-15`, -days), norms, today)
          expect(found).toBe(norm ? then >= 67 : null)
        }
      expect(aowOn(null, norms, today)).toBe(false)
    })
  it('counts months where the law does: three months after the birthday', () => {
    const later = [{ ...(normIn('aow_age_months', 2026) as Norm), value: 67 * 12 + 3 }]
    expect(aowOn('1959-03-10', later, '2026-06-09')).toBe(false)
    expect(aowOn('1959-03-10', later, '2026-06-10')).toBe(true)
  })
})
