// The rules of the law as tables of truth: every year of the norms, to the cent, to the birthday and to the person.
import { afterAll, describe, expect, it } from 'vitest'
import { ruleSet } from '@/domain/covenant/rule-set'
import { addDays } from '@/domain/kernel/days'
import { explain, type Home, type Seeker } from '@/domain/matching/fit'
import { aowOn } from '@/domain/norm/income-class'
import type { Verdict } from '@/domain/norm/letting'
import type { Norm, Norms } from '@/domain/norm/norm'
import given from '../../../prisma/data/norms.json'

const norms = given as Norms
const rules = ruleSet.parse({ origins: ['BW'], terms: {}, contractForms: ['driepartijen', 'jongeren'] })
const years = [2023, 2024, 2025, 2026, 2027]

const home: Home = {
  street: 'Weiersstraat',
  postcode: '7811 AB',
  municipality: 'emmen',
  municipalityName: 'Emmen',
  complex: null,
  rooms: 2,
  floor: 0,
  lift: false,
  accessibility: 'ZON',
  rent: 60_000,
  availableFrom: '2026-07-01',
}
const seeker: Seeker = {
  household: { adults: 1, children: 0 },
  incomeClass: 'passend',
  birthDate: '1980-01-01',
  municipality: 'emmen',
  profile: { minRooms: null, maxRent: null, groundFloor: false, accessibility: 'ZON' },
  exclusions: [],
  wantedFrom: null,
  shielded: false,
}

type Row = { seeker?: Partial<Seeker>; home?: Partial<Home>; today: string }
let asked = 0
afterAll(() => console.log(`${asked} rows of truth tables were held against the rules`))
const ruleOn = (rule: string, row: Row) => {
  asked++
  const ground = { rules, norms, today: row.today }
  return explain({ ...seeker, ...row.seeker }, { ...home, ...row.home }, ground).find(
    (one) => one.rule === rule,
  )
}
const verdictOn = (rule: string, row: Row): Verdict | undefined => ruleOn(rule, row)?.verdict
const normIn = (kind: string, year: number) =>
  norms.find((norm) => norm.kind === kind && norm.validFrom.startsWith(String(year))) ?? null

describe('passend toewijzen (Woningwet art. 46)', () => {
  const households = [1, 2, 3, 4, 5, 8].flatMap((persons) =>
    Array.from({ length: Math.min(persons, 3) }, (_, at) => ({ adults: at + 1, children: persons - at - 1 })),
  )
  for (const year of years)
    it(`holds in ${year} to the cent, by the number of persons, and is not known without the norm of that year`, () => {
      for (const household of households)
        for (const today of [`${year}-01-01`, `${year}-12-31`]) {
          const high = household.adults + household.children >= 3
          const norm = normIn(high ? 'aftoppingsgrens_hoog' : 'aftoppingsgrens_laag', year)
          for (const cents of [-1, 0, 1]) {
            const found = ruleOn('passendToewijzen', {
              today,
              seeker: { household },
              home: { rent: (norm?.value ?? 60_000) + cents },
            })
            expect(found?.verdict).toBe(norm ? (cents > 0 ? 'fail' : 'pass') : 'unknown')
            if (norm) expect([found?.slack, found?.norm]).toEqual([0 - cents, norm])
          }
        }
    })

  it('asks nothing of who earns more, and is not known of who earns nobody knows what', () => {
    const rent = 90_000
    for (const [incomeClass, verdict] of [
      ['daeb', 'pass'],
      ['boven', 'pass'],
      ['passend', 'fail'],
      ['onbekend', 'unknown'],
      [null, 'unknown'],
    ] as const)
      expect(
        verdictOn('passendToewijzen', { today: '2026-05-01', seeker: { incomeClass }, home: { rent } }),
      ).toBe(verdict)
    expect(verdictOn('passendToewijzen', { today: '2026-05-01', seeker: { household: null } })).toBe(
      'unknown',
    )
  })
})

describe('DAEB', () => {
  for (const year of years)
    it(`warns in ${year} of who earns more than the limit, and names the norm by the size of the household`, () => {
      for (const [incomeClass, verdict] of [
        ['passend', 'pass'],
        ['daeb', 'pass'],
        ['boven', 'fail'],
        ['onbekend', 'unknown'],
        [null, 'unknown'],
      ] as const)
        for (const adults of [1, 2]) {
          const found = ruleOn('daeb', {
            today: `${year}-06-01`,
            seeker: { incomeClass, household: { adults, children: 0 } },
          })
          expect([found?.verdict, found?.warns]).toEqual([verdict, true])
          if (verdict !== 'unknown')
            expect(found?.norm ?? null).toEqual(normIn(`daeb_income_limit_${adults}p`, year))
        }
    })
})

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
          asked++
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

describe('the rooms of a household', () => {
  it('are what the agreement says for its size, one fewer or more is not, and larger households have the last row', () => {
    for (let persons = 1; persons <= 9; persons++) {
      const row = rules.occupancy.findLast((one) => one.persons <= persons)
      for (let rooms = 1; rooms <= 12; rooms++) {
        const fits = !!row && rooms >= row.minRooms && rooms <= row.maxRooms
        expect(
          verdictOn('occupancy', {
            today: '2026-06-01',
            seeker: { household: { adults: 1, children: persons - 1 } },
            home: { rooms },
          }),
        ).toBe(fits ? 'pass' : 'fail')
      }
    }
  })
})
