// What comes free in ninety days, and what is asked for beside it.
import { expect, test } from 'vitest'
import { comingFree } from '@/domain/report/coming-free'
import { rules } from '../../support/rules'

const today = '2026-01-12'
const home = (rooms: number, from: string) => ({ rooms, from })
const many = (n: number, persons: number, from: string | null = null) =>
  Array.from({ length: n }, () => ({ persons, from }))

test('homes are counted by rooms, within thirty, sixty and ninety days, those that are free already with them', () => {
  const homes = [home(2, '2025-12-01'), home(2, '2026-03-01'), home(6, '2026-04-12'), home(1, '2026-04-13')]
  const rows = comingFree(homes, [], rules, today)
  expect(rows.map(({ rooms, free }) => [rooms, ...free])).toEqual([
    [1, 0, 0, 0],
    [2, 1, 2, 2],
    [3, 0, 0, 0],
    [4, 0, 0, 1],
  ])
})

test('households are counted by the rooms that the region agreed on, and who can only move later is left out', () => {
  const waiting = [...many(6, 1), ...many(7, 4), ...many(9, 1, '2026-06-01')]
  expect(comingFree([], waiting, rules, today).map(({ asked }) => asked)).toEqual([6, 0, 0, 7])
})

test('a number of households that is too small to show is not shown, nor found by subtracting', () => {
  const asked = comingFree([], [...many(2, 1), ...many(8, 2), ...many(20, 4)], rules, today)
  expect(asked.map((row) => row.asked)).toEqual([null, null, 0, 20])
})
