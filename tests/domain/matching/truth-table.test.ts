// The rules of the law as tables of truth: every year of the norms, to the cent and to the person.
import { describe, expect, it } from 'vitest'
import { normIn, ruleOn, rules, verdictOn, years } from '../../support/matching/truth'

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
