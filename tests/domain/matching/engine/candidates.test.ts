import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { candidateEdges } from '@/domain/matching/engine/candidates'
import { edgesByAsking, textOf } from '@/domain/matching/engine/edges'
import type { Client, Pool, Unit } from '@/domain/matching/engine/pool'
import { PoolFault, readPool } from '@/domain/matching/engine/read-pool'
import { exchangeRules, judge } from '@/domain/matching/engine/rules'
import { madePool } from '../../../support/matching/made-pool'

const sample = JSON.parse(
  readFileSync(new URL('../../../support/matching/pool.json', import.meta.url), 'utf8'),
)
const pool = readPool(sample)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const [firstUnit] = pool.units as [Unit]
const [firstClient] = pool.clients as [Client]
const unit: Unit = { ...firstUnit, bedrooms: 2, maxPersons: 3, rentCents: 60_000, access: 1, x: 3, y: 4 }
const client: Client = {
  ...firstClient,
  minBedrooms: 1,
  maxBedrooms: 2,
  householdSize: 2,
  maxRentCents: 61_000,
  municipalities: [unit.municipality],
  excludedNeighbourhoods: [],
  fromDay: 0,
  toDay: 100,
  maxDistanceKm: 6,
  anchor: { x: 0, y: 0 },
}
const elsewhere = (unit.municipality + 1) % 3

// A rule, what makes it fail, and by how much.
const FAILING: [keyof typeof exchangeRules, Partial<Client>, Partial<Unit>, number][] = [
  ['R1-bedrooms', {}, { bedrooms: 4 }, -2],
  ['R2-household', { householdSize: 4 }, {}, -1],
  ['R3-rent', { maxRentCents: 58_160 }, {}, -1840],
  ['R4-access', { access: 2 }, {}, -1],
  ['R5-municipality', { municipalities: [elsewhere] }, {}, -1],
  ['R6-neighbourhood', { excludedNeighbourhoods: [unit.neighbourhood] }, {}, -1],
  ['R7-zone', { excludedZone: { x: 0, y: 0, radiusKm: 5 } }, {}, 0],
  ['R8-date', { toDay: 50 }, { availableDay: 58 }, -8],
  ['R9-label', { group: 'MO' }, { labels: ['VO'] }, -1],
  ['R10-age', { age: 30 }, { minAge: 55 }, -25],
  ['R11-shared', { acceptsShared: false }, { type: 'shared' }, -1],
  ['R12-provider', { providerMustServe: true, provider: 0 }, { municipality: 99 }, -1],
  ['R13-distance', { maxDistanceKm: 4.5 }, {}, -0.5],
]

describe('the rules between a client and a unit', () => {
  it.each(FAILING)('%s fails by how far it is off, and passes otherwise', (rule, seeks, home, slack) => {
    const found = exchangeRules[rule]({ ...client, ...seeks }, { ...unit, ...home }, pool)
    expect(found).toMatchObject({ passes: false, slack })
    expect(exchangeRules[rule](client, unit, pool).passes).toBe(true)
  })

  it('are all told, not only the first that fails', () => {
    const judged = judge(exchangeRules, pool, [
      { ...client, maxRentCents: 1, age: 5 },
      { ...unit, minAge: 18 },
    ])
    expect(judged.filter(({ passes }) => !passes).map(({ rule }) => rule)).toEqual(['R3-rent', 'R10-age'])
  })

  it('know no limit of distance when it is 0', () => {
    expect(exchangeRules['R13-distance']({ ...client, maxDistanceKm: 0 }, unit, pool).passes).toBe(true)
  })
})

describe('the candidates of a pool', () => {
  it('are those of the reference, to the last point of fit', () => {
    const { clientStart, unit: units, fit } = sample.edges
    const reference = [clientStart, units, fit].map((column) => column.join(',')).join('|')
    expect(sha256(textOf(candidateEdges(pool)))).toBe(sha256(reference))
  })

  it.each([1, 2, 3, 4, 5, 6])(
    'are found by the index as by asking every rule of every pair (seed %i)',
    (seed) => {
      const made = readPool(madePool(seed, 120, 70))
      const found = candidateEdges(made)
      expect(found.unit.length).toBeGreaterThan(0)
      expect(found).toEqual(edgesByAsking(made))
    },
  )
})

const altered = (change: (p: Record<keyof Pool, Record<string, unknown>[]>) => void) => {
  const copy = structuredClone(sample)
  change(copy)
  return () => readPool(copy)
}

describe('a pool that cannot be right is refused, with its row and field', () => {
  it.each<[string, (p: Record<keyof Pool, Record<string, unknown>[]>) => void]>([
    ['clients: is an empty list', (p) => Object.assign(p, { clients: [] })],
    ['units: is an empty list', (p) => Object.assign(p, { units: [] })],
    ['units: is missing', (p) => Object.assign(p, { units: undefined })],
    ['units[3].rentCents: is missing', (p) => Object.assign(p.units[3] ?? {}, { rentCents: undefined })],
    [
      'units[3].rentCents: is null, expected number',
      (p) => Object.assign(p.units[3] ?? {}, { rentCents: null }),
    ],
    ['units[3].rentCents: is less than 1', (p) => Object.assign(p.units[3] ?? {}, { rentCents: -5 })],
    ['clients[7].points: is less than 0', (p) => Object.assign(p.clients[7] ?? {}, { points: -1 })],
    ['clients[7].waitDays: is more than 100000', (p) => Object.assign(p.clients[7] ?? {}, { waitDays: 1e9 })],
    ['corporations[0].cap: is less than 0', (p) => Object.assign(p.corporations[0] ?? {}, { cap: -1 })],
    ['units[5].id: 4 stands in the list twice', (p) => Object.assign(p.units[5] ?? {}, { id: 4 })],
    ['units[5].corporation: there is no 9', (p) => Object.assign(p.units[5] ?? {}, { corporation: 9 })],
    [
      'clients[2].municipalities: there is no 70',
      (p) => Object.assign(p.clients[2] ?? {}, { municipalities: [0, 70] }),
    ],
    [
      'clients[2].minBedrooms: is more than maxBedrooms',
      (p) => Object.assign(p.clients[2] ?? {}, { minBedrooms: 9 }),
    ],
    ['clients[2].group: "XX" is none of MO, BW', (p) => Object.assign(p.clients[2] ?? {}, { group: 'XX' })],
  ])('%s', (fault, change) => {
    expect(altered(change)).toThrow(PoolFault)
    expect(altered(change)).toThrow(fault)
  })

  it('the file is not a pool at all', () => {
    expect(() => readPool([])).toThrow('the file is a list, expected object')
  })
})
