import { describe, expect, test } from 'vitest'
import { pageOf, placeOf, placesBeside } from '@/domain/kernel/paging'

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
