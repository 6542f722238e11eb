// The days of a series: always the same weekday, and never one on which offices are closed.
import { expect, test } from 'vitest'
import { seriesFrom } from '@/domain/tafel/series'

test('a series of one has no later days', () => {
  expect(seriesFrom('2026-02-03', 2, 1)).toEqual([])
})

test('every second Tuesday', () => {
  expect(seriesFrom('2026-02-03', 2, 4)).toEqual(['2026-02-17', '2026-03-03', '2026-03-17'])
})

test('what falls on a holiday is held on the first working day after it, and the next one on its own weekday again', () => {
  // Easter Monday, 6 April 2026.
  expect(seriesFrom('2026-03-23', 2, 3)).toEqual(['2026-04-07', '2026-04-20'])
})
