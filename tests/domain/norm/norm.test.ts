// Legal norms are dated rows; one that is not there is unknown.
import { describe, expect, test } from 'vitest'
import { type Norm, normOn } from '@/domain/norm/norm'
import { norms } from '../../support/rules'

const row = (validFrom: string, value: number): Norm => ({
  kind: 'youth_rent_cap',
  validFrom,
  value,
  status: 'published',
  source: null,
  belowAge: 21,
})

describe('the norm of a day', () => {
  test('is that of its own year, from the first day to the last', () => {
    const cents = (day: string) => normOn(norms, 'aftoppingsgrens_laag', day)?.value
    expect(cents('2024-12-31')).toBe(650_43)
    expect(cents('2025-01-01')).toBe(682_96)
    expect(cents('2025-12-31')).toBe(682_96)
    expect(cents('2026-01-01')).toBe(713_02)
  })

  test('of a year without a row is unknown: last year’s does not hold', () => {
    expect(normOn(norms, 'aftoppingsgrens_laag', '2027-01-01')).toBeNull()
    expect(normOn(norms, 'aftoppingsgrens_laag', '2023-12-31')).toBeNull()
    expect(normOn(norms, 'youth_rent_cap', '2024-06-01')).toBeNull()
  })

  test('of a kind that does not exist is unknown', () => {
    expect(normOn(norms, 'kwaliteitskorting', '2026-01-01')).toBeNull()
  })

  test('that begins in the middle of a year does not hold before that day', () => {
    expect(normOn([row('2026-07-01', 500_00)], 'youth_rent_cap', '2026-06-30')).toBeNull()
    expect(normOn([row('2026-07-01', 500_00)], 'youth_rent_cap', '2026-07-01')?.value).toBe(500_00)
  })

  test('is the last that began, in whatever order the rows stand', () => {
    const rows = [row('2026-01-01', 498_20), row('2026-07-01', 500_00)]
    for (const order of [rows, [...rows].reverse()]) {
      expect(normOn(order, 'youth_rent_cap', '2026-06-30')?.value).toBe(498_20)
      expect(normOn(order, 'youth_rent_cap', '2026-08-01')?.value).toBe(500_00)
    }
  })
})
