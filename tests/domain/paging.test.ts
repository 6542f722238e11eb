import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PartAsked, pageOf, partOf, placeOf, placesBeside } from '@/domain/kernel/paging'

describe('a page', () => {
  test('has one row less than was asked for, which tells that there are more', () => {
    expect(pageOf([1, 2, 3], 2, null)).toEqual({ rows: [1, 2], isAfter: true, isBefore: false })
    expect(pageOf([1, 2], 2, null)).toEqual({ rows: [1, 2], isAfter: false, isBefore: false })
  })

  test('further on has pages before it', () => {
    expect(pageOf([3, 4, 5], 2, 'after')).toEqual({ rows: [3, 4], isAfter: true, isBefore: true })
    expect(pageOf([], 2, 'after')).toEqual({ rows: [], isAfter: false, isBefore: true })
  })

  test('on the way back ends where the other one began', () => {
    expect(pageOf([1, 2, 3], 2, 'before')).toEqual({ rows: [2, 3], isAfter: true, isBefore: true })
    expect(pageOf([1, 2], 2, 'before')).toEqual({ rows: [1, 2], isAfter: true, isBefore: false })
  })

  test('says where its first row stands, and where those beside it begin', () => {
    expect(placeOf('51')).toBe(51)
    for (const odd of [undefined, '', '0', '-1', '1e9', 'Jan', ['51']]) expect(placeOf(odd)).toBe(1)
    expect(placesBeside(51, 50, 50)).toEqual({ before: 1, after: 101 })
    expect(placesBeside(30, 20, 50)).toEqual({ before: 1, after: 50 })
  })
})

describe('a part of a whole list', () => {
  const list = Array.from({ length: 60 }, (_, n) => `c${n + 1}`)
  const part = (asked: PartAsked, of = list, size = 25) => {
    const { rows, place, ...beside } = partOf(of, size, asked, (row) => row)
    return { ...beside, place, from: rows[0], to: rows.at(-1), n: rows.length }
  }

  test('begins at the first, and ends with what is left', () => {
    expect(part({})).toEqual({ isBefore: false, isAfter: true, place: 1, from: 'c1', to: 'c25', n: 25 })
    expect(part({ after: 'c50' })).toMatchObject({ isBefore: true, isAfter: false, place: 51, n: 10 })
    expect(part({}, list.slice(0, 25))).toMatchObject({ isBefore: false, isAfter: false, n: 25 })
    expect(part({}, [])).toEqual({ isBefore: false, isAfter: false, place: 1, n: 0 })
  })

  test('goes on beside a row, also when others left or came before it', () => {
    expect(part({ after: 'c25', at: '26' })).toMatchObject({ place: 26, from: 'c26' })
    expect(part({ after: 'c25', at: '26' }, list.slice(3))).toMatchObject({ place: 23, from: 'c26' })
    expect(part({ after: 'c25', at: '26' }, ['new', ...list])).toMatchObject({ place: 27, from: 'c26' })
    expect(part({ before: 'c51', at: '26' }, list.slice(3))).toMatchObject({ place: 23, to: 'c50' })
  })

  test('goes on at the place that was asked where that row is gone, and ends where the list does', () => {
    const without = list.filter((row) => row !== 'c25')
    expect(part({ after: 'c25', at: '25' }, without)).toMatchObject({ place: 25, from: 'c26' })
    expect(part({ after: 'c60', at: '61' })).toMatchObject({ place: 36, to: 'c60', n: 25 })
    expect(part({ at: '999' }, list.slice(0, 5))).toMatchObject({ place: 1, n: 5 })
  })

  test('begins with a row, wherever that stands; with nobody who is not there', () => {
    expect(part({ from: 'c40' })).toMatchObject({ place: 40, from: 'c40', isBefore: true, isAfter: false })
    for (const odd of ['nobody', '', ['c40'], { c: 1 }, null])
      expect(part({ from: odd })).toMatchObject({ place: 1, from: 'c1' })
  })

  test('leads from the first page to everybody, once, and from the last page back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 1, max: 30 }), (n, size) => {
        const all = list.concat(list.map((row) => `${row}b`)).slice(0, n)
        const walk = (asked: PartAsked, way: 'after' | 'before'): string[][] => {
          const { rows, isAfter, isBefore } = partOf(all, size, asked, (row) => row)
          const on = way === 'after' ? isAfter : isBefore
          const next = () => walk({ [way]: way === 'after' ? rows.at(-1) : rows[0] }, way)
          return [rows, ...(on ? next() : [])]
        }
        expect(walk({}, 'after').flat()).toEqual(all)
        expect(new Set(walk({ at: String(n || 1) }, 'before').flat())).toEqual(new Set(all))
      }),
    )
  })
})
