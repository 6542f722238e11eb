import { describe, expect, test } from 'vitest'
import { numbersMeant, wordsOf } from '@/domain/search/search'

const meant = (typed: string) => numbersMeant(typed, 'ZOD', '2026-11-23')

describe('a number', () => {
  test('can be said in whole, without zeros, with spaces, or without its letters', () => {
    for (const typed of ['ZOD-26-0012', 'zod-26-12', ' zod 26 12 ', '26-12', '26 0012'])
      expect(meant(typed), typed).toEqual(['ZOD-26-0012'])
  })

  test('without a year is that of this year or one of the four before it', () => {
    expect(meant('12')).toEqual(['ZOD-26-0012', 'ZOD-25-0012', 'ZOD-24-0012', 'ZOD-23-0012', 'ZOD-22-0012'])
    expect(numbersMeant('7', 'ZOD', '2001-01-01')).toEqual([
      'ZOD-01-0007',
      'ZOD-00-0007',
      'ZOD-99-0007',
      'ZOD-98-0007',
      'ZOD-97-0007',
    ])
  })

  test('can have more than four digits', () => {
    expect(meant('zod-26-123456')).toEqual(['ZOD-26-123456'])
  })

  test('of another region is none of ours, and a name is no number', () => {
    for (const typed of ['FLE-26-0012', 'Jan de Vries', '', 'zod', '12a', '26-12-3'])
      expect(meant(typed), typed).toEqual([])
  })
})

describe('a name', () => {
  test('is its words, whatever stands between them', () => {
    expect(wordsOf(" Henk-Jan  O'Neil, (de) ")).toEqual(['Henk', 'Jan', 'O', 'Neil', 'de'])
    expect(wordsOf('ليلى المثالي')).toEqual(['ليلى', 'المثالي'])
    expect(wordsOf('Perić')).toEqual(['Perić'])
  })

  test('of one letter is not looked for, nor of nothing', () => {
    for (const typed of ['', ' ', 'j', 'a b', '%', "';--"]) expect(wordsOf(typed), typed).toEqual([])
  })

  test('of very many or very long words is cut short', () => {
    expect(wordsOf('aa bb cc dd ee ff gg')).toHaveLength(5)
    expect(wordsOf('x'.repeat(500))[0]).toHaveLength(40)
  })
})
