// Who waits and who was housed by group, and how offers went by party: of a small group there is no number to be found.
import { describe, expect, test } from 'vitest'
import { type Counted, fairnessOf, roundedGroup, roundedOffers, shownOffers } from '@/domain/report/fairness'

const LIMIT = 5
const group = (key: string, waiting: number, housed: number): Counted => ({
  ...{ dim: 'age', key, waiting, waitingDays: 40.5, housed, waitedDays: 90 },
})

describe('a group', () => {
  test('is shown with its middles where it is large enough, in each column for itself', () => {
    expect(fairnessOf([group('to22', 8, 12), group('to26', 9, 6)], 'age', LIMIT)).toEqual([
      { dim: 'age', key: 'to22', waiting: 8, waitingDays: 41, housed: 12, waitedDays: 90 },
      { dim: 'age', key: 'to26', waiting: 9, waitingDays: 41, housed: 6, waitedDays: 90 },
    ])
  })

  test('that is small is hidden with its middle, and so is the next: it cannot be found by subtracting', () => {
    const rows = fairnessOf([group('to22', 2, 7), group('to26', 6, 7), group('to54', 30, 7)], 'age', LIMIT)
    expect(rows.map(({ waiting, waitingDays }) => [waiting, waitingDays])).toEqual([
      [null, null],
      [null, null],
      [30, 41],
    ])
    expect(rows.map(({ housed }) => housed)).toEqual([7, 7, 7])
  })

  test('of ages stands from young to old, whatever order they are counted in', () => {
    const rows = fairnessOf(
      [group('from55', 8, 8), group('to22', 8, 8), group('to54', 8, 8), group('to26', 8, 8)],
      'age',
      LIMIT,
    )
    expect(rows.map(({ key }) => key)).toEqual(['to22', 'to26', 'to54', 'from55'])
  })

  test('is counted in its own kind alone', () => {
    expect(fairnessOf([group('to22', 8, 8)], 'origin', LIMIT)).toEqual([])
  })
})

describe('the offers of a party', () => {
  const offers = (all: number, refused: number, withdrawn: number) =>
    shownOffers([{ by: 'provider', organisation: 'a', offers: all, refused, withdrawn }], LIMIT)[0]
  test('are shown where none of their outcomes is small', () => {
    expect(offers(40, 10, 8)).toMatchObject({ offers: 40, refused: 10, withdrawn: 8 })
  })
  test('do not tell a small number of refusals by what is left over', () => {
    expect(offers(40, 2, 8)).toMatchObject({ offers: 40, refused: null, withdrawn: null })
    expect(offers(3, 3, 0)).toMatchObject({ offers: null, refused: null })
  })
})

describe('for whoever cannot open the cases', () => {
  test('numbers are to the nearest multiple of the limit, the middles stay, and what is hidden stays hidden', () => {
    const rows = fairnessOf([group('to22', 8, 12), group('to26', 9, 6)], 'age', LIMIT)
    expect(rows.map((row) => roundedGroup(row, LIMIT))).toMatchObject([
      { waiting: 10, waitingDays: 41, housed: 10, waitedDays: 90 },
      { waiting: 10, housed: 5 },
    ])
    const offers = { by: 'provider', organisation: 'a', offers: 43, refused: 8, withdrawn: null } as const
    expect(roundedOffers(offers, LIMIT)).toMatchObject({ offers: 45, refused: 10, withdrawn: null })
    expect(roundedOffers({ ...offers, offers: 0 }, LIMIT).offers).toBe(0)
  })
})
