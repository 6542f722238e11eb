// Whether enough of a year's lettings was passend and below the DAEB limit, at the edges; and that no small number can be found.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { passendSortOf, passendSorts } from '@/domain/norm/letting'
import type { Norm } from '@/domain/norm/norm'
import {
  daebBound,
  type LettingCounts,
  passendBound,
  readsLeases,
  shareOf,
  shareRow,
} from '@/domain/report/shares'
import { rulesWith } from '../../support/rules'

const norms: Norm[] = JSON.parse(readFileSync('prisma/data/norms.json', 'utf8'))

const counts = (some: Partial<LettingCounts>): LettingCounts => ({
  ...{ corporation: 'domesta', year: 2026, lettings: 0, fits: 0, unfit: 0, exempt: 0, untested: 0 },
  ...{ within: 0, above: 0, unknown: 0, outside: 0 },
  ...some,
})
const bounds = { passend: passendBound(norms, 2026), daeb: daebBound(norms, 2026, rulesWith({})) }

describe('a share', () => {
  test('is none of no lettings, and nothing is said of room', () => {
    expect(shareOf(0, 0, 0, 9500)).toMatchObject({ tenths: null, standing: 'none', room: null })
  })

  test('of exactly 95 % meets the norm, without room for another', () => {
    expect(shareOf(19, 1, 0, 9500)).toMatchObject({ tenths: 950, standing: 'met', room: 0 })
    expect(shareOf(190, 10, 0, 9500)).toMatchObject({ tenths: 950, standing: 'met', room: 0 })
  })

  test('of 18 of 19 is below it, and is not rounded up to it', () => {
    expect(shareOf(18, 1, 0, 9500)).toMatchObject({ tenths: 947, standing: 'below', room: 0 })
    expect(shareOf(9499, 501, 0, 9500)).toMatchObject({ tenths: 949, standing: 'below' })
  })

  test('leaves as much room as keeps the norm, and not one more', () => {
    for (const bound of [9500, 9250, 8500])
      for (let good = 1; good <= 60; good++) {
        const { room, standing } = shareOf(good, 0, 0, bound)
        expect(standing).toBe('met')
        expect(shareOf(good, room ?? -1, 0, bound).standing, `${good} at ${bound}`).toBe('met')
        expect(shareOf(good, (room ?? 0) + 1, 0, bound).standing, `${good} at ${bound}`).toBe('below')
      }
  })

  test('counts what is not known apart, and never as good', () => {
    expect(shareOf(19, 0, 1, 9500)).toMatchObject({ tenths: 1000, standing: 'met', room: 0 })
    expect(shareOf(19, 1, 1, 9500)).toMatchObject({ tenths: 950, standing: 'open', room: 0 })
    expect(shareOf(0, 0, 3, 9500)).toMatchObject({ tenths: null, standing: 'open' })
    expect(shareOf(18, 1, 40, 9500).standing).toBe('below')
  })

  test('stands nowhere where the norm of the year is missing', () => {
    expect(shareOf(19, 1, 0, passendBound(norms, 2031).value)).toMatchObject({
      tenths: 950,
      standing: null,
      room: null,
    })
  })
})

describe('the norm', () => {
  test('is a row of its year with where it was read, or what the parties agreed', () => {
    expect(bounds.passend).toMatchObject({ value: 9500, agreed: false, norm: { validFrom: '2026-01-01' } })
    expect(bounds.passend.norm?.source).toBeTruthy()
    expect(bounds.daeb).toMatchObject({ value: 9250, agreed: false })
    const agreed = rulesWith({ letting: { daebPercent: 85, omklapCounts: true } })
    expect(daebBound(norms, 2026, agreed)).toMatchObject({ value: 8500, agreed: true })
    expect(() => rulesWith({ letting: { daebPercent: 80, omklapCounts: true } })).toThrow()
  })
})

describe('what a letting comes to', () => {
  test('is a code of VERA: to be judged at a low income alone, and nothing where it is not known', () => {
    expect(passendSortOf('passend', 'pass')).toBe('PAS')
    expect(passendSortOf('passend', 'fail')).toBe('NIE')
    expect(passendSortOf('daeb', 'pass')).toBe('NVT')
    expect(passendSortOf('boven', 'pass')).toBe('NVT')
    expect(passendSortOf('onbekend', 'unknown')).toBeNull()
    expect(passendSortOf('passend', 'unknown')).toBeNull()
    expect(passendSortOf(null, 'unknown')).toBeNull()
    const vera = readFileSync('prisma/data/codes.csv', 'utf8')
    for (const sort of passendSorts) expect(vera).toContain(`\nPASSENDHEIDSSOORT;${sort};`)
  })
})

describe('a row', () => {
  const many = counts({ lettings: 40, fits: 20, exempt: 20, within: 34, above: 6 })

  test('tells all where nothing is small', () => {
    expect(shareRow(many, bounds, 5)).toMatchObject({
      ...{ lettings: 40, exempt: 20, outside: 0 },
      passend: { good: 20, bad: 0, standing: 'met', room: 1 },
      daeb: { good: 34, bad: 6, standing: 'below' },
    })
  })

  test('hides all of its parts with one that is small, for both shares are of the same lettings', () => {
    const one = { ...many, fits: 19, unfit: 1 }
    const hidden = { ...{ corporation: 'domesta', year: 2026, lettings: 40 }, passend: null, daeb: null }
    expect(shareRow(one, bounds, 5)).toEqual({ ...hidden, exempt: null, outside: null })
    expect(shareRow({ ...many, within: 33, outside: 1 }, bounds, 5).passend).toBeNull()
    expect(shareRow(counts({ lettings: 3, fits: 3, within: 3 }), bounds, 5).lettings).toBeNull()
  })

  test('of none says so', () => {
    expect(shareRow(counts({}), bounds, 5)).toMatchObject({ lettings: 0, passend: { standing: 'none' } })
  })

  test('hides nothing from who reads each of these leases', () => {
    expect(shareRow({ ...many, fits: 19, unfit: 1 }, bounds, 0).passend).toMatchObject({ bad: 1, room: 0 })
    expect(readsLeases).toEqual(['officer', 'corporatieLead'])
  })
})
