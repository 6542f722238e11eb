// The ledger of homes: what counts over, when a corporation is behind or over, and which numbers stay hidden.
import { describe, expect, test } from 'vitest'
import type { ContingentLine } from '@/domain/covenant/contingent'
import { type Counted, dueBy, homesOf, ledgerOf, standingOf } from '@/domain/report/ledger'

type Changes = Partial<ContingentLine>
const lineOf = (year: number, homes: number, changes: Changes = {}): ContingentLine => ({
  corporation: 'domesta',
  municipality: 'emmen',
  origin: null,
  from: `${year}-01-01`,
  until: `${year}-12-31`,
  agreed: { as: 'number', homes },
  carryOver: false,
  ...changes,
})
const counted = (line: ContingentLine, delivered: number, waiting = 0): Counted => ({
  line,
  waiting,
  delivered,
})
const TODAY = '2026-07-02' // half of the year is behind: 182 of 365 days
const maximum = (homes: number): Changes => ({ agreed: { as: 'maximum', homes } })
const share = (percent: number, lettings: number | null): Changes => ({
  agreed: { as: 'percentage', percent, lettings },
})

describe('where a line stands halfway the year', () => {
  test.each([
    // agreed, delivered, standing, by
    ['nothing came of twenty', {}, 20, 0, 'behind', 9],
    ['some came, fewer than half', {}, 20, 6, 'behind', 3],
    ['as many as there are days behind', {}, 20, 9, 'onTime', 0],
    ['all came early', {}, 20, 20, 'met', 0],
    ['one more than all', {}, 20, 21, 'over', 1],
    ['nothing of nothing', {}, 0, 0, 'met', 0],
    ['below a maximum', maximum(20), 20, 0, 'within', 0],
    ['at a maximum', maximum(20), 20, 20, 'within', 0],
    ['above a maximum', maximum(20), 20, 22, 'over', 2],
    ['a share of lettings', share(5, 400), 20, 6, 'behind', 3],
  ] as const)('%s', (_what, changes, homes, delivered, standing, by) => {
    const [row] = ledgerOf([counted(lineOf(2026, homes, changes), delivered)], TODAY, 5).now
    expect(row).toMatchObject({ promised: homes, delivered, standing, by })
  })

  test('cannot be said of a share of lettings that nobody knows yet', () => {
    const [row] = ledgerOf([counted(lineOf(2026, 0, share(5, null)), 9)], TODAY, 5).now
    expect(row).toMatchObject({ agreed: null, promised: null, delivered: 9, standing: null, by: null })
  })
})

test('a share is rounded to whole homes', () => {
  expect(homesOf(lineOf(2026, 0, share(5, 109)))).toBe(5)
  expect(homesOf(lineOf(2026, 0, share(5, 110)))).toBe(6)
  expect(homesOf(lineOf(2026, 0, share(2.5, 100)))).toBe(3)
})

test('on its first day nothing is due, and after its last day all of it', () => {
  const line = lineOf(2026, 20)
  expect(dueBy(20, line, '2026-01-01')).toBe(0)
  expect(dueBy(20, line, '2026-12-31')).toBe(19)
  expect(dueBy(20, line, '2027-01-01')).toBe(20)
})

describe('what a period left', () => {
  const two = (before: number, changes: Changes = {}) =>
    ledgerOf(
      [counted(lineOf(2025, 10), before), counted(lineOf(2026, 10, { carryOver: true, ...changes }), 8)],
      TODAY,
      5,
    )
  test.each([
    ['too few counts on', 7, 3, 13],
    ['too many counts less', 12, -2, 8],
    ['more than twice as many leaves nothing to promise', 25, -15, 0],
    ['exactly enough changes nothing', 10, 0, 10],
    ['too small to show says nothing of the next one either', 4, null, null],
  ])('%s', (_what, before, carried, promised) => {
    expect(two(before).now[0]).toMatchObject({ agreed: 10, carried, promised })
  })

  test('counts on only where that was agreed', () => {
    expect(two(7, { carryOver: false }).now[0]).toMatchObject({ carried: 0, promised: 10 })
  })

  test('is that of the same homes, right before', () => {
    expect(two(7, { municipality: 'coevorden' }).now[0]).toMatchObject({ carried: 0, promised: 10 })
    expect(two(7, { from: '2026-01-02' }).now[0]).toMatchObject({ carried: 0, promised: 10 })
  })

  test('counts on over several periods', () => {
    const over = { carryOver: true }
    const years = [lineOf(2024, 10), lineOf(2025, 10, over), lineOf(2026, 10, over)]
    const { now } = ledgerOf(
      years.map((line) => counted(line, 8)),
      TODAY,
      5,
    )
    expect(now[0]).toMatchObject({ carried: 4, promised: 14 })
  })

  test('of a maximum is nothing', () => {
    const after = lineOf(2026, 10, { carryOver: true })
    const { now } = ledgerOf([counted(lineOf(2025, 10, maximum(10)), 6), counted(after, 8)], TODAY, 5)
    expect(now[0]).toMatchObject({ carried: 0, promised: 10 })
  })
})

describe('a small number', () => {
  test('is not shown, nor anything that it could be found from', () => {
    const [row] = ledgerOf([counted(lineOf(2026, 10), 3, 2)], TODAY, 5).now
    expect(row).toMatchObject({ agreed: 10, waiting: null, delivered: null, standing: null, by: null })
  })

  test('takes the smallest other one of the same corporation and period with it', () => {
    const lines = [
      counted(lineOf(2026, 10), 9),
      counted(lineOf(2026, 10, { municipality: 'coevorden' }), 7),
      counted(lineOf(2026, 10, { municipality: 'borger-odoorn' }), 2),
      counted(lineOf(2026, 10, { corporation: 'lefier' }), 6),
      counted(lineOf(2025, 10), 6),
    ]
    const { now, before } = ledgerOf(lines, TODAY, 5)
    expect(now.map((row) => row.delivered)).toEqual([9, null, null, 6])
    expect(before.map((row) => row.delivered)).toEqual([6])
  })

  test('of none is told', () => {
    expect(ledgerOf([counted(lineOf(2026, 10), 0)], TODAY, 5).now[0]).toMatchObject({
      delivered: 0,
      waiting: 0,
    })
  })
})

describe('the periods', () => {
  const years = [2024, 2025, 2026, 2027].map((year) => counted(lineOf(year, 10), 8))
  const shown = (today: string) => {
    const { now, before } = ledgerOf(years, today, 5)
    return [now, before].map((rows) => rows.map(({ line }) => line.from.slice(0, 4)))
  }
  test('are the one of today and the one before it', () => {
    expect(shown(TODAY)).toEqual([['2026'], ['2025']])
    expect(shown('2026-12-31')).toEqual([['2026'], ['2025']])
    expect(shown('2027-01-01')).toEqual([['2027'], ['2026']])
  })

  test('without one of today the last that ended is left', () => {
    expect(shown('2028-03-01')).toEqual([[], ['2027']])
    expect(shown('2023-03-01')).toEqual([[], []])
  })

  test('a half-year stands beside a year of another corporation', () => {
    const half = lineOf(2026, 4, { corporation: 'lefier', until: '2026-06-30' })
    const next = { ...half, from: '2026-07-01', until: '2026-12-31' }
    const { now, before } = ledgerOf([...years, counted(half, 0), counted(next, 0)], TODAY, 5)
    expect(now.map(({ line }) => line.corporation)).toEqual(['domesta', 'lefier'])
    expect(before.map(({ line }) => line.until)).toEqual(['2025-12-31', '2026-06-30'])
  })
})

test('whoever knows no number is told no standing', () => {
  expect(standingOf({ line: lineOf(2026, 10), promised: 10, delivered: null }, TODAY).standing).toBeNull()
  expect(standingOf({ line: lineOf(2026, 10), promised: null, delivered: 7 }, TODAY).standing).toBeNull()
})
