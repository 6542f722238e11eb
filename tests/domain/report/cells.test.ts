import { describe, expect, it } from 'vitest'
import { shownCells, shownCount, shownMiddle } from '@/domain/report/cells'

describe('counts that can point at a person', () => {
  it('are hidden below the limit of the covenant, and shown from it on', () => {
    expect([0, 1, 4, 5].map((n) => shownCount(n, 5))).toEqual([0, null, null, 5])
  })
  it('take a second one with them, so that no sum gives the hidden one away', () => {
    const shown = shownCells(
      [
        { key: 'BW', n: 40 },
        { key: 'MO', n: 12 },
        { key: 'VO', n: 3 },
      ],
      5,
    )
    expect(shown).toEqual([
      { key: 'BW', n: 40 },
      { key: 'MO', n: null },
      { key: 'VO', n: null },
    ])
  })
  it('need no second one when two are hidden already', () => {
    const shown = shownCells(
      [
        { key: 'BW', n: 40 },
        { key: 'MO', n: 2 },
        { key: 'VO', n: 3 },
      ],
      5,
    )
    expect(shown.map(({ n }) => n)).toEqual([40, null, null])
  })
  it('leave zero as it is: nobody is nobody', () => {
    expect(shownCells([{ key: 'JMV', n: 0 }], 5)).toEqual([{ key: 'JMV', n: 0 }])
  })
})

describe('the middle of a row of days', () => {
  it('is told in whole days', () => {
    expect(shownMiddle({ n: 4, middle: 2.5 }, 1)).toBe(3)
    expect(shownMiddle({ n: 0, middle: null }, 0)).toBeNull()
  })
  it('is not told of fewer people than the limit', () => {
    expect(shownMiddle({ n: 2, middle: 15 }, 5)).toBeNull()
  })
})
