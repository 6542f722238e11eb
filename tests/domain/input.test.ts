// What a person typed, to what they meant: as much as possible is understood, and the rest is named.
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
  phone,
  postcode,
  ref,
  text,
  time,
} from '@/domain/kernel/field'
import { inputSchema, isBsn, readDay, readField, readMoney } from '@/domain/kernel/input'

const today = '2026-02-10'

describe('a day', () => {
  test.each([
    ['1-2-26', '2026-02-01'],
    ['01-02-2026', '2026-02-01'],
    ['1/2/2026', '2026-02-01'],
    ['1.2.2026', '2026-02-01'],
    ['1 2 2026', '2026-02-01'],
    ['2026-02-01', '2026-02-01'],
    ['2026-2-1', '2026-02-01'],
    ['1 februari 2026', '2026-02-01'],
    ['1 FEB. 26', '2026-02-01'],
    ['3 maart 2026', '2026-03-03'],
    ['3 mrt 2026', '2026-03-03'],
    ['3 march 2026', '2026-03-03'],
    ['4 mei 2026', '2026-05-04'],
    ['4 may 2026', '2026-05-04'],
    ['5 oktober 2025', '2025-10-05'],
    ['5 october 2025', '2025-10-05'],
    ['31 december 2025', '2025-12-31'],
    ['  vandaag ', '2026-02-10'],
    ['Today', '2026-02-10'],
    ['morgen', '2026-02-11'],
    ['tomorrow', '2026-02-11'],
    ['gisteren', '2026-02-09'],
    ['yesterday', '2026-02-09'],
    ['+2w', '2026-02-24'],
    ['-10d', '2026-01-31'],
    ['+ 3', null],
    ['+1m', '2026-03-10'],
    ['29-2-2028', '2028-02-29'],
    ['29-2-2026', null],
    ['31-2-2026', null],
    ['31 februari 2026', null],
    ['12-13-2026', null],
    ['0-1-2026', null],
    ['1-2-026', null],
    ['1 sept 2026', '2026-09-01'],
    ['1 august 2026', '2026-08-01'],
    ['3 mars 2026', null],
    ['1 junk 2026', null],
    ['1 smarch 2026', null],
    ['volgende week', null],
    ['', null],
  ])('typed as "%s" is %s', (typed, meant) => {
    expect(readDay(typed, today)).toBe(meant)
  })

  test('of two digits is at most twenty years ahead: a birth year lies behind us', () => {
    expect(readDay('14-3-96', today)).toBe('1996-03-14')
    expect(readDay('14-3-46', today)).toBe('2046-03-14')
    expect(readDay('14-3-47', today)).toBe('1947-03-14')
  })

  test('typed in any of the Dutch ways is the same day', () => {
    const days = fc.date({ min: new Date('2007-01-01'), max: new Date('2045-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10)
        const [y, m, d] = iso.split('-').map(Number)
        const ways = [iso, `${d}-${m}-${y}`, `${d}/${m}/${String(y).slice(2)}`, `${d} ${m} ${y}`]
        return ways.every((typed) => readDay(typed, today) === iso)
      }),
    )
  })
})

describe('an amount', () => {
  test.each([
    ['1234,5', 1234_50],
    ['1.234,50', 1234_50],
    ['1234.50', 1234_50],
    ['1.234', 1234_00],
    ['12.34', 12_34],
    ['1.234.567', 1_234_567_00],
    ['€ 612,45', 612_45],
    ['€\u00a0612,45', 612_45],
    ['650,-', 650_00],
    ['0', 0],
    ['1,15', 1_15],
    ['8,57', 8_57],
    ['-5', null],
    ['€1,234.50', 1234_50],
    ['1,234,567.00', 1_234_567_00],
    ['1,23.45', null],
    ['1,234', null],
    ['12.3456', null],
    ['1,005', null],
    ['1e3', null],
    ['veel', null],
    ['', null],
  ])('typed as "%s" is %s cents', (typed, cents) => {
    expect(readMoney(typed)).toBe(cents)
  })

  test('is read to the cent, whatever the amount', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000_000),
        (cents) => readMoney((cents / 100).toFixed(2).replace('.', ',')) === cents,
      ),
    )
  })
})

describe('a burgerservicenummer', () => {
  test.each(['111222333', '123456782', '000000012'])('%s passes the eleven test', (digits) => {
    expect(isBsn(digits)).toBe(true)
  })
  test.each(['111222334', '123456789', '000000000', '12345678', '1234567820', 'abcdefghi'])(
    '%s does not',
    (digits) => {
      expect(isBsn(digits)).toBe(false)
    },
  )
  test('with one digit changed is never one', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'123456782']
        digits[at] = String((Number(digits[at]) + by) % 10)
        return !isBsn(digits.join(''))
      }),
    )
  })
})

describe('each mistake has its own name', () => {
  const colours = ['rood', 'groen'] as const
  const cases: [string, Field, string[], string][] = [
    ['an empty text', text(), [''], 'missing'],
    ['a text of spaces', text(), ['   '], 'missing'],
    ['a text of control characters', text(), ['\u0000\u0007'], 'missing'],
    ['a field that was not sent', text(), [], 'missing'],
    ['a reference that was not chosen', ref('gemeente'), [''], 'notChosen'],
    ['no codes at all', codes('colour', colours), [], 'notChosen'],
    ['no code', code('colour', colours), [''], 'notChosen'],
    ['no yes and no no', flag(), [''], 'notChosen'],
    ['something between yes and no', flag(), ['maybe'], 'notChosen'],
    ['one character too many', text(5), ['abcdef'], 'tooLong'],
    ['a long text that is too long', longText(3), ['a\nbc'], 'tooLong'],
    ['a word for a day', day(), ['ooit'], 'notADay'],
    ['a day before 1900', day(), ['31-12-1899'], 'dayOutOfReach'],
    ['a day after 2100', day(), ['1-1-2101'], 'dayOutOfReach'],
    ['tomorrow where it must be past', day('past'), ['morgen'], 'dayInFuture'],
    ['yesterday where it must be future', day('future'), ['gisteren'], 'dayInPast'],
    ['a word for a number', count(0, 9), ['vier'], 'notANumber'],
    ['half a number', count(0, 60), ['1.5'], 'notANumber'],
    ['half a number with a comma', count(0, 60), ['1,5'], 'notANumber'],
    ['two numbers', count(0, 60), ['1 5'], 'notANumber'],
    ['less than nothing', count(0, 9), ['-1'], 'notANumber'],
    ['a number below the lowest', count(1, 9), ['0'], 'tooSmall'],
    ['a number above the highest', count(1, 9), ['10'], 'tooLarge'],
    ['a word for an amount', money(), ['duur'], 'notAnAmount'],
    ['an amount above the highest', money(100_00), ['100,01'], 'tooLarge'],
    ['a code that is not on the list', code('colour', colours), ['paars'], 'notAChoice'],
    ['one code of two that is not on the list', codes('colour', colours), ['rood', 'paars'], 'notAChoice'],
    ['a forged id', ref('case'), ["1' OR '1'='1"], 'notAChoice'],
    ['a time that does not exist', time(), ['24:00'], 'notATime'],
    ['a time without minutes', time(), ['9'], 'notATime'],
    ['a time with more behind it', time(), ['9:30 uurtje'], 'notATime'],
    ['a word for a phone number', phone(), ['thuis'], 'notAPhone'],
    ['a postcode without letters', postcode(), ['7811'], 'notAPostcode'],
    ['a number that fails the eleven test', bsn(), ['123456789'], 'notABsn'],
  ]
  test.each(cases)('%s', (_what, field, typed, error) => {
    expect(readField(field, typed, today)).toEqual({ error })
  })

  test('and the form names it at its field, and keeps the rest', () => {
    const schema = inputSchema({ name: text(), on: day('past'), agreed: flag() }, today)
    const { error } = schema.safeParse({ name: ['Noor'], on: ['morgen'] })
    expect(error?.issues.map((i) => [i.path.join(), i.message])).toEqual([
      ['on', 'dayInFuture'],
      ['agreed', 'notChosen'],
    ])
  })
})
