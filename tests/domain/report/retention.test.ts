// Homes that last in figures: what is shown of them, and what cannot be found by subtracting.
import { describe, expect, test } from 'vitest'
import { type Counted, type Grouping, retentionOf, rounded, type Tally } from '@/domain/report/retention'

const LIMIT = 5
const tally = (reached: number, home: number, guided: number, well: number): Tally => ({
  ...{ reached, home, guided, well, persons: reached },
})
const row = (by: Grouping, organisation: string | null, numbers: Tally): Counted => ({
  ...numbers,
  ...{ by, organisation, age: 12 },
})
const shown = (counted: readonly Counted[], own = false) =>
  Object.fromEntries(
    retentionOf(counted, LIMIT, own).map(({ by, organisation, at }) => {
      const { reached, home, guided, well } = at.get(12) ?? {}
      return [organisation ?? by, [reached, home, guided, well]]
    }),
  )

describe('one row', () => {
  test.each([
    ['is shown as it is where nothing is small', tally(40, 30, 20, 10), [40, 30, 20, 10]],
    ['nothing of fewer than the limit', tally(4, 4, 4, 0), [null, null, null, null]],
    ['not how many left, where that is few', tally(40, 37, 20, 10), [40, null, 20, 10]],
    ['not how many are guided, where few others live there', tally(40, 30, 27, 6), [40, 30, null, 6]],
    [
      'not how many ended well, where few are neither guided nor done',
      tally(40, 30, 20, 17),
      [40, 30, 20, null],
    ],
    ['all of them and none of them are no secret', tally(40, 40, 40, 0), [40, 40, 40, 0]],
  ] as const)('%s', (_what, numbers, expected) => {
    expect(shown([row('covenant', null, numbers)]).covenant).toEqual(expected)
  })
})

describe('rows that add up to the total', () => {
  const total = row('covenant', null, tally(43, 33, 20, 10))

  test('never hide one number alone: the smallest other is hidden too', () => {
    const rows = [
      row('provider', 'a', tally(30, 20, 10, 10)),
      row('provider', 'b', tally(10, 10, 10, 0)),
      row('provider', 'c', tally(3, 3, 0, 0)),
    ]
    expect(shown([total, ...rows])).toEqual({
      covenant: [43, 33, 20, 10],
      a: [30, 20, 10, 10],
      b: [null, null, null, null],
      c: [null, null, null, null],
    })
  })

  test('also where the one that is hidden is of a party that is not known', () => {
    const rows = [row('corporation', 'a', tally(40, 30, 20, 10)), row('corporation', null, tally(3, 3, 0, 0))]
    expect(shown([total, ...rows]).a).toEqual([null, null, null, null])
  })
})

describe('whoever has one row of their own', () => {
  test('does not read a total from which the few others follow', () => {
    const mine = row('provider', 'mine', tally(40, 30, 20, 10))
    expect(shown([row('covenant', null, tally(43, 33, 20, 10)), mine], true)).toEqual({
      covenant: [null, null, null, null],
      mine: [40, 30, 20, 10],
    })
  })

  test('reads one that is all theirs, or much larger', () => {
    const mine = row('provider', 'mine', tally(40, 30, 20, 10))
    expect(shown([row('covenant', null, mine), mine], true).covenant).toEqual([40, 30, 20, 10])
    const all = row('covenant', null, tally(80, 60, 40, 20))
    expect(shown([all, mine], true).covenant).toEqual([80, 60, 40, 20])
  })
})

test('an age that nobody reached has no numbers', () => {
  expect(retentionOf([], LIMIT, false)).toEqual([])
})

test('whoever cannot open the cases reads numbers that a month more or less seldom changes', () => {
  const [whole, monthLess] = [tally(42, 32, 21, 10), tally(41, 31, 20, 10)].map((numbers) =>
    retentionOf([row('covenant', null, numbers)], LIMIT, false).map((one) => rounded(one, LIMIT).at.get(12)),
  )
  expect(whole).toEqual([{ reached: 40, persons: 40, home: 30, guided: 20, well: 10 }])
  expect(monthLess).toEqual(whole)
})

test('what is not shown stays so, and none stays none', () => {
  const [one] = retentionOf([row('covenant', null, tally(40, 37, 20, 0))], LIMIT, false)
  expect(one && rounded(one, LIMIT).at.get(12)).toMatchObject({ home: null, well: 0 })
})
