// What is kept of what a person typed: names as people have them, and text as text.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bsn,
  code,
  codes,
  count,
  day,
  type Field,
  flag,
  longText,
  money,
  optional,
  ref,
  text,
  time,
} from '@/domain/kernel/field'
import { inputSchema, readField } from '@/domain/kernel/input'
import { uuid } from '../support/actors'

const today = '2026-02-10'
const read = (field: Field, ...typed: string[]) => readField(field, typed, today)

describe('a name is kept as people have it', () => {
  test.each([
    ['Wolfeschlegelsteinhausenbergerdorff van der Aa tot Zuilichem', 60],
    ["d'Ancona-van 't Hoff", 20],
    ['Zoë Þórsdóttir', 14],
    ['محمد الأمين', 11],
    ['שרה', 3],
    ['Noor 🏡', 6],
    ['👩🏽‍🦽', 4],
    ['Nguyễn Thị Ánh', 14],
  ])('%s', (name, length) => {
    expect([...name].length).toBe(length)
    expect(read(text(60), name)).toEqual({ value: name })
  })

  test('of 60 characters, emoji included, and not of 61', () => {
    expect(read(text(60), '🏡'.repeat(60))).toEqual({ value: '🏡'.repeat(60) })
    expect(read(text(60), '🏡'.repeat(61))).toEqual({ error: 'tooLong' })
  })

  test('without the spaces around it', () => {
    expect(read(text(60), '  Noor de Wit ')).toEqual({ value: 'Noor de Wit' })
  })
})

describe('a text is kept as text', () => {
  test.each([
    '<script>alert(1)</script>',
    '=HYPERLINK("http://x")',
    "'; DROP TABLE x; --",
    '{{7*7}}',
    '\u202eomgekeerd',
  ])('%s', (typed) => {
    expect(read(longText(), typed)).toEqual({ value: typed })
  })

  test('but control characters carry nothing, and become a space', () => {
    expect(read(text(), 'Noor\u0000\u0008de\u001b Wit')).toEqual({ value: 'Noor de  Wit' })
    expect(read(text(), 'Noor\r\nde\tWit')).toEqual({ value: 'Noor de Wit' })
    expect(read(longText(), 'een\u0000twee')).toEqual({ value: 'een twee' })
  })

  test('and the lines of a long text stay lines', () => {
    expect(read(longText(), 'een\r\ntwee\rdrie\n\tvier')).toEqual({ value: 'een\ntwee\ndrie\n\tvier' })
  })

  const character = fc.integer({ min: 0, max: 0x17f }).map((code) => String.fromCodePoint(code))
  test('whatever is typed, no control character is left in a line of text', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 30 }), (typed) => {
        const found = read(text(200), typed)
        return 'error' in found || !/\p{Cc}/u.test(String(found.value))
      }),
    )
  })
})

describe('the values', () => {
  const colours = ['rood', 'groen'] as const
  const cases: [string, Field, string[], unknown][] = [
    ['a past day may be today', day('past'), ['vandaag'], today],
    ['a future day may be today', day('future'), ['vandaag'], today],
    ['the first and last day within reach', day(), ['1-1-1900'], '1900-01-01'],
    ['a time with a point and one digit', time(), ['9.30'], '09:30'],
    ['a time in the evening', time(), ['23:59'], '23:59'],
    ['the lowest number', count(1, 9), ['1'], 1],
    ['the highest number', count(1, 9), ['9'], 9],
    ['a number with a thousands point', count(0, 9999), ['1.234'], 1234],
    ['a number with a thousands space', count(0, 9999), ['1 234'], 1234],
    ['the highest amount', money(100_00), ['100'], 100_00],
    ['yes', flag(), ['yes'], true],
    ['no', flag(), ['no'], false],
    ['a code', code('colour', colours), ['groen'], 'groen'],
    ['codes, each once', codes('colour', colours), ['groen', 'groen', 'rood'], ['groen', 'rood']],
    ['no codes where none are needed', optional(codes('colour', colours)), [], []],
    ['a reference', ref('gemeente'), [uuid(1)], uuid(1)],
    ['a burgerservicenummer with points', bsn(), ['1112.22.333'], '111222333'],
    ['nothing where nothing is needed', optional(text()), [''], null],
    ['nothing but control characters', optional(text()), ['\u0000'], null],
    ['no day where none is needed', optional(day('past')), [''], null],
    ['no choice where none is needed', optional(code('colour', colours)), [], null],
  ]
  test.each(cases)('%s', (_what, field, typed, value) => {
    expect(readField(field, typed, today)).toEqual({ value })
  })

  test('come together in one form, and what was not asked is left out', () => {
    const schema = inputSchema({ name: text(), on: optional(day()), rent: money() }, today)
    expect(schema.parse({ name: ['Noor'], rent: ['650,00'], admin: ['yes'] })).toEqual({
      name: 'Noor',
      on: null,
      rent: 650_00,
    })
  })

  test('of 31 December 2100 can still be reached', () => {
    expect(read(day(), '31-12-2100')).toEqual({ value: '2100-12-31' })
  })
})
