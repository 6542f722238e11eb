// Phone numbers and postcodes as people type them, and the one way in which they are kept and shown.
import { describe, expect, test } from 'vitest'
import { readPhone, readPostcode } from '@/domain/kernel/dutch-writing'

describe('a phone number', () => {
  test.each([
    ['0612345678', '06 12 34 56 78'],
    ['06-12345678', '06 12 34 56 78'],
    ['06 1234 5678', '06 12 34 56 78'],
    ['06.12.34.56.78', '06 12 34 56 78'],
    ['06/12345678', '06 12 34 56 78'],
    ['+31612345678', '06 12 34 56 78'],
    ['0031 6 12345678', '06 12 34 56 78'],
    ['+31 (0)6 12 34 56 78', '06 12 34 56 78'],
    ['(0591) 12 34 56', '0591 12 34 56'],
    ['0591-123456', '0591 12 34 56'],
    ['+31 591 123456', '0591 12 34 56'],
    ['020 1234567', '020 123 45 67'],
    ['0881234567', '088 123 45 67'],
    ['0800 0113', '0800 0113'],
    ['09001234567', '0900 123 45 67'],
    ['140591', '14 0591'],
    ['14 020', '14 020'],
    ['+49 30 1234567', '+49301234567'],
    ['0032 2 123 45 67', '+3221234567'],
    ['  06\u00a012 34 56 78 ', '06 12 34 56 78'],
  ])('typed as "%s" is written %s', (typed, written) => {
    expect(readPhone(typed)).toBe(written)
  })

  test.each([
    '',
    '06',
    '061234567',
    '06123456789',
    '0012',
    '+31 6 1234567',
    '+0 12345678',
    'bel Jan',
    '06 12 34 56 78 toestel 3',
    '06 12 34 56 7O',
    '0000000000',
  ])('"%s" is none', (typed) => {
    expect(readPhone(typed)).toBeNull()
  })
})

describe('a postcode', () => {
  test.each([
    ['7811 AB', '7811 AB'],
    ['7811ab', '7811 AB'],
    ['1011 ab', '1011 AB'],
    [' 7811  ab ', '7811 AB'],
    ['7811-ab', '7811 AB'],
    ['0811 AB', null],
    ['7811', null],
    ['7811 A', null],
    ['7811 SS', null],
    ['7811 ABC', null],
    ['B-1000', null],
    ['', null],
  ])('"%s" is %s', (typed, postcode) => {
    expect(readPostcode(typed)).toBe(postcode)
  })
})
