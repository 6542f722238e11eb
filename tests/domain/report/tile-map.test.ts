// The region as squares: where each gemeente stands, what it counts, and that few households are not shown.
import { describe, expect, it } from 'vitest'
import { ruleSet } from '@/domain/covenant/rule-set'
import { tilesOf } from '@/domain/report/tile-map'
import { rulesWith } from '../../support/rules'

const gemeente = (key: string) => ({ id: `id-${key}`, key, name: `Gemeente ${key}` })
const region = ['Emmen', 'Coevorden', 'Borger-Odoorn'].map(gemeente)
const nobody = { homes: [], stages: ['available', 'reserved', 'let'], waiting: null }
const drawn = (tileMap: object[]) => rulesWith({ tileMap } as never)
const placesOf = (tileMap: object[], list = region) =>
  tilesOf(list, drawn(tileMap), nobody).map(({ name, column, row }) => `${name} ${column},${row}`)
const waits = (n: number, key: string | null) =>
  Array.from({ length: n }, () => ({ municipality: key && `id-${key}` }))
const shown = (waiting: { municipality: string | null }[]) =>
  tilesOf(region, rulesWith(), { ...nobody, waiting }).map((tile) => [tile.name, tile.waiting?.shown])

describe('where a gemeente stands', () => {
  it('is where its region drew it, by the short name it gave', () => {
    expect(
      placesOf([
        { gemeente: 'Emmen', column: 2, row: 2 },
        { gemeente: 'Coevorden', column: 1, row: 3 },
        { gemeente: 'Borger-Odoorn', column: 1, row: 1, short: 'B-Odoorn' },
      ]),
    ).toEqual(['B-Odoorn 1,1', 'Emmen 2,2', 'Coevorden 1,3'])
  })

  it('is by name in a square of squares where nobody drew it, below those that were drawn', () => {
    expect(placesOf([])).toEqual(['Borger-Odoorn 1,1', 'Coevorden 2,1', 'Emmen 1,2'])
    expect(placesOf([{ gemeente: 'Emmen', column: 4, row: 2 }])).toEqual([
      'Emmen 4,2',
      'Borger-Odoorn 1,3',
      'Coevorden 2,3',
    ])
    const many = Array.from({ length: 90 }, (_, n) => gemeente(`G${String(n).padStart(2, '0')}`))
    expect(new Set(placesOf([], many).map((one) => one.split(' ')[1])).size).toBe(90)
    expect(tilesOf(many, drawn([]), nobody).every(({ column }) => column <= 8)).toBe(true)
  })

  it('has no place that another has, and one place', () => {
    const twice = [
      { gemeente: 'Emmen', column: 1, row: 1 },
      { gemeente: 'Coevorden', column: 1, row: 1 },
    ]
    const parse = (tileMap: object[]) =>
      ruleSet.safeParse({ origins: ['BW'], contractForms: ['driepartijen'], tileMap }).success
    expect(parse(twice)).toBe(false)
    expect(parse([twice[0] as object, { gemeente: 'Emmen', column: 2, row: 1 }])).toBe(false)
    expect(parse([{ gemeente: 'Emmen', column: 9, row: 1 }])).toBe(false)
  })
})

describe('what a square counts', () => {
  it('is homes by stage, of the stages that whoever looks reads', () => {
    const homes = [
      { id: 'id-Emmen', stage: 'available', n: 3 },
      { id: 'id-Emmen', stage: 'let', n: 9 },
      { id: 'id-elsewhere', stage: 'let', n: 4 },
    ]
    const tiles = tilesOf(region, rulesWith(), { homes, stages: ['available', 'let'], waiting: null })
    expect(tiles.find(({ name }) => name === 'Emmen')).toMatchObject({
      homes: [
        { stage: 'available', n: 3 },
        { stage: 'let', n: 9 },
      ],
      waiting: null,
    })
    expect(tiles.find(({ name }) => name === 'Coevorden')?.homes.map(({ n }) => n)).toEqual([0, 0])
  })

  it('is no number of households that is too small to show, nor one that is found by subtracting', () => {
    expect(shown([...waits(9, 'Emmen'), ...waits(7, 'Coevorden'), ...waits(2, 'Borger-Odoorn')])).toEqual([
      ['Borger-Odoorn', null],
      ['Coevorden', null],
      ['Emmen', 9],
    ])
    expect(shown([...waits(9, 'Emmen'), ...waits(3, null)])).toEqual([
      ['Borger-Odoorn', 0],
      ['Coevorden', 0],
      ['Emmen', 9],
    ])
  })
})
