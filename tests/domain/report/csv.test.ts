import { expect, test } from 'vitest'
import { csvOf, harmless, unguarded } from '@/domain/report/csv'

const lines = (...cells: string[]) => csvOf([cells]).slice(1)

test('a file starts with the mark by which a spreadsheet reads Perić as Perić', () => {
  expect([...csvOf([['Perić']])][0]).toBe('\uFEFF')
  expect(lines('Perić', 'Ömer')).toBe('Perić;Ömer\r\n')
})

test('a cell with a semicolon, a quote or an end of line stays one cell', () => {
  expect(lines('a;b', 'zei "ja"', 'een\ntwee', 'gewoon')).toBe('"a;b";"zei ""ja""";"een\ntwee";gewoon\r\n')
})

test('no cell is computed: whatever begins like a formula becomes text', () => {
  for (const cell of ['=1+1', '+31', '-2', '@SUM(A1)', '\tx']) expect(lines(cell)).toBe(`'${cell}\r\n`)
  expect(lines('=HYPERLINK("http://x";"y")')).toBe(`"'=HYPERLINK(""http://x"";""y"")"\r\n`)
  expect(lines('\rx')).toBe(`"'\rx"\r\n`)
})

test('a file that was given out and comes back corrected says what it said before', () => {
  for (const cell of ['=1+1', '+31 6 12 34 56 78', '-2', "'t Hart", "d'Hondt", "'", ''])
    expect(unguarded(harmless(cell))).toBe(cell)
})
