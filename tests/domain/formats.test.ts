// How values are written in both languages, and that whatever is written can be typed again: nothing is lost on the way.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { weekOf } from '@/domain/kernel/days'
import { bsn, money, phone, postcode, time } from '@/domain/kernel/field'
import { readDay, readField, readMoney } from '@/domain/kernel/input'
import { formatsOf } from '@/i18n/format'

const MANY = { numRuns: 10_000 }
const today = '2026-11-22'
const nl = formatsOf('nl')
const en = formatsOf('en')
const plain = (text: string) => text.replace(/\s/g, ' ')

test('the formats of a language are made once, not for each part of a page', () => {
  expect(formatsOf('nl')).toBe(nl)
  expect(formatsOf('en')).not.toBe(nl)
})

describe('in Dutch', () => {
  test.each([
    [nl.longDay('2026-11-22'), '22 november 2026'],
    [nl.day('2026-11-02'), '02-11-2026'],
    [nl.weekday('2026-11-22'), 'zondag 22 november'],
    [nl.time('14:32'), '14:32 uur'],
    [nl.week(47), 'wk 47'],
    [nl.money(612_45), '€ 612,45'],
    [nl.money(1_234_567_00), '€ 1.234.567,00'],
    [nl.list(['a', 'b', 'c']), 'a, b en c'],
  ])('%s', (written, expected) => {
    expect(plain(written)).toBe(expected)
  })
})

describe('in English', () => {
  test.each([
    [en.longDay('2026-11-22'), '22 November 2026'],
    [en.day('2026-11-02'), '02-11-2026'],
    [en.weekday('2026-11-22'), 'Sunday 22 November'],
    [en.time('14:32'), '14:32'],
    [en.week(47), 'week 47'],
    [en.money(612_45), '€612.45'],
    [en.money(1_234_567_00), '€1,234,567.00'],
    [en.list(['a', 'b', 'c']), 'a, b and c'],
  ])('%s', (written, expected) => {
    expect(plain(written)).toBe(expected)
  })
})

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`))

describe.each([
  ['nl', nl],
  ['en', en],
] as const)('what is written in %s can be typed again', (_language, format) => {
  test('a day, in a table and written out', () => {
    fc.assert(
      fc.property(
        days,
        (day) => readDay(format.day(day), today) === day && readDay(format.longDay(day), today) === day,
      ),
      MANY,
    )
  }, 60_000)

  test('an amount', () => {
    fc.assert(
      fc.property(fc.nat(100_000_000), (cents) => readMoney(format.money(cents)) === cents),
      MANY,
    )
  }, 60_000)

  test('a time', () => {
    for (let minute = 0; minute < 24 * 60; minute++) {
      const at = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
      expect(readField(time(), [format.time(at)], today)).toEqual({ value: at })
    }
  })
})

describe('what is kept in one way of writing is read the same again', () => {
  const again = (field: ReturnType<typeof phone> | ReturnType<typeof postcode>, typed: string) => {
    const once = readField(field, [typed], today)
    return (
      'value' in once &&
      JSON.stringify(readField(field, [String(once.value)], today)) === JSON.stringify(once)
    )
  }
  const area = fc.constantFrom(
    '10',
    '13',
    '20',
    '24',
    '30',
    '50',
    '70',
    '79',
    '111',
    '591',
    '524',
    '88',
    '85',
  )
  const national = fc.oneof(
    digits(8).map((rest) => `06${rest}`),
    fc.tuple(area, digits(7)).map(([code, rest]) => `0${(code + rest).slice(0, 9)}`),
  )
  const dressed = fc
    .tuple(national, fc.constantFrom('', '-', ' ', '.'), fc.constantFrom('0', '+31', '0031', '+31 (0)'))
    .map(([number, between, start]) => start + number.slice(1, 2) + between + number.slice(2))

  test('a phone number, however it was typed', () => {
    fc.assert(
      fc.property(dressed, (typed) => again(phone(), typed)),
      MANY,
    )
  }, 60_000)

  test('a phone number keeps its digits', () => {
    fc.assert(
      fc.property(national, (number) => {
        const read = readField(phone(), [number], today)
        return 'value' in read && String(read.value).replace(/ /g, '') === number
      }),
      MANY,
    )
  }, 60_000)

  test('a postcode', () => {
    const postcodes = fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.stringMatching(/^[A-RT-Z][A-Z]$/))
    fc.assert(
      fc.property(postcodes, fc.constantFrom('', ' ', '  '), fc.boolean(), ([n, letters], between, small) => {
        const typed = `${n}${between}${small ? letters.toLowerCase() : letters}`
        const read = readField(postcode(), [typed], today)
        return 'value' in read && read.value === `${n} ${letters}` && again(postcode(), typed)
      }),
      MANY,
    )
  }, 60_000)

  test('and an amount or a burgerservicenummer is never read as another one', () => {
    expect(readField(money(), ['1,234'], today)).toEqual({ error: 'notAnAmount' })
    expect(readField(bsn(), ['111.222.333'], today)).toEqual({ value: '111222333' })
  })
})

describe('a week has its number by ISO 8601', () => {
  test.each([
    ['2026-11-22', 47],
    ['2026-11-23', 48],
    ['2026-01-01', 1],
    ['2027-01-01', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
    ['2023-01-01', 52],
    ['2026-03-29', 13],
    ['2026-10-25', 43],
  ])('%s is in week %i', (day, week) => {
    expect(weekOf(day)).toBe(week)
  })
})
