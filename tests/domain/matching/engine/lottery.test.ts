import { describe, expect, it } from 'vitest'
import { candidateEdges } from '@/domain/matching/engine/candidates'
import { solveFast } from '@/domain/matching/engine/cap-prices'
import { certify } from '@/domain/matching/engine/certificate'
import { draw, type Lots, type Names, shuffle } from '@/domain/matching/engine/lottery'
import { type Answer, type Task, taskOf } from '@/domain/matching/engine/task'
import { commitmentOf, lotsOf } from '../../../../tools/matching/lots'
import { solveProven } from '../../../../tools/matching/prove'
import { madePool, numbersFrom } from '../../../support/matching/made-pool'
import { bestByTrying, smallTask } from '../../../support/matching/small-task'

const seedOf = (n: number) => n.toString(16).padStart(64, '0')
const lotsFrom = (n: number): Lots => lotsOf(seedOf(n), commitmentOf(seedOf(n)))
const named = ({ clientStart, units }: Task): Names => ({
  clients: Array.from({ length: clientStart.length - 1 }, (_, i) => `c${i}`),
  units: Array.from({ length: units }, (_, j) => `u${j}`),
})

/** Few values, so that many matchings are worth the same. */
const tied = (seed: number, shape: 'nested' | 'any'): Task => {
  const task = smallTask(seed, shape)
  return { ...task, value: task.value.map((value) => 1 + (value % 2)) }
}

function drawn(task: Task, names: Names, lots: Lots): Answer {
  const shuffled = shuffle(task, names, lots)
  return shuffled.back(draw(shuffled, solveFast(shuffled.task), lots))
}

const pairsOf = (task: Task, { clients, units }: Names, { edge }: Answer) =>
  Array.from(edge, (k, i) => (k < 0 ? '' : `${clients[i]}-${units[task.unit[k] as number]}`))
    .filter(Boolean)
    .sort()
    .join(' ')

/** The same task with its clients, units and caps in another order. */
function mixed(task: Task, names: Names, seed: number): { task: Task; names: Names } {
  const { next } = numbersFrom(seed)
  const orderOf = (count: number) =>
    Array.from({ length: count }, (_, id) => ({ id, by: next() })).sort((a, b) => a.by - b.by)
  const [clients, units] = [orderOf(names.clients.length), orderOf(task.units)]
  const to = (order: { id: number }[], ids: Int32Array | null) =>
    ids && Int32Array.from(ids, (id) => order.findIndex((one) => one.id === id)).reverse()
  const rows = clients.map(({ id }) =>
    Array.from(task.unit.keys())
      .slice(task.clientStart[id], task.clientStart[id + 1])
      .map((k) => ({
        unit: units.findIndex((one) => one.id === task.unit[k]),
        value: task.value[k] as number,
      }))
      .sort((a, b) => a.unit - b.unit),
  )
  const starts = [0]
  for (const row of rows) starts.push((starts.at(-1) as number) + row.length)
  return {
    task: {
      clientStart: Int32Array.from(starts),
      unit: Int32Array.from(rows.flat(), ({ unit }) => unit),
      value: Float64Array.from(rows.flat(), ({ value }) => value),
      units: task.units,
      caps: task.caps
        .map((cap) => ({ ...cap, clients: to(clients, cap.clients), units: to(units, cap.units) }))
        .reverse(),
    },
    names: {
      clients: clients.map(({ id }) => names.clients[id] as string),
      units: units.map(({ id }) => names.units[id] as string),
    },
  }
}

const seeds = Array.from({ length: 150 }, (_, seed) => seed)

describe('the lottery between equal matchings', () => {
  it('never gives away a point: what it draws is the best that trying everything finds, and still proven', () => {
    for (const seed of seeds) {
      const task = tied(seed, 'nested')
      const answer = drawn(task, named(task), lotsFrom(seed))
      const best = bestByTrying(task)
      const proof = { feasible: true, priced: true, value: best, bound: best }
      expect([seed, certify(task, answer)]).toEqual([seed, proof])
    }
  })

  it('never gives away a point under caps that cross, where the answer was proven', () => {
    let proven = 0
    for (const seed of seeds) {
      const task = tied(seed, 'any')
      const answer = drawn(task, named(task), lotsFrom(seed))
      expect(certify(task, answer)).toMatchObject({ feasible: true, priced: true, value: answer.value })
      if (answer.bound - answer.value >= 1) continue
      proven++
      expect([seed, answer.value]).toEqual([seed, bestByTrying(task)])
    }
    expect(proven).toBeGreaterThan(100)
  })

  it('takes the matching whose lots are highest together', () => {
    for (const seed of seeds) {
      const task = tied(seed, 'nested')
      const names = named(task)
      const lots = lotsFrom(seed)
      const client = (k: number) => task.clientStart.findLastIndex((start) => start <= k)
      // Of the 32 bits of a lot 20 count: few pairs leave room for all of them.
      const lot = (k: number) =>
        lots(`pair\n${names.clients[client(k)]}\n${names.units[task.unit[k] as number]}`) >>> 12
      const value = Float64Array.from(task.value, (worth, k) => worth * 2 ** 30 + lot(k))
      const { edge } = drawn(task, names, lots)
      const found = edge.reduce((sum, k) => sum + (k < 0 ? 0 : (value[k] as number)), 0)
      expect([seed, found]).toEqual([seed, bestByTrying({ ...task, value })])
    }
  })

  it('is the same with the same seed, and can be another one with another seed', () => {
    let others = 0
    for (const seed of seeds) {
      const task = tied(seed, 'nested')
      const names = named(task)
      const first = pairsOf(task, names, drawn(task, names, lotsFrom(1)))
      expect(pairsOf(task, names, drawn(task, names, lotsFrom(1)))).toBe(first)
      if (pairsOf(task, names, drawn(task, names, lotsFrom(2))) !== first) others++
    }
    expect(others).toBeGreaterThan(seeds.length / 4)
  })

  it('does not ask in which order clients, units and caps stand in their lists', () => {
    for (const shape of ['nested', 'any'] as const)
      for (const seed of seeds) {
        const task = tied(seed, shape)
        const names = named(task)
        const other = mixed(task, names, seed)
        const found = drawn(other.task, other.names, lotsFrom(seed))
        expect([shape, seed, pairsOf(other.task, other.names, found)]).toEqual([
          shape,
          seed,
          pairsOf(task, names, drawn(task, names, lotsFrom(seed))),
        ])
      }
  })

  it('gives two clients who are alike the same chance', () => {
    const task: Task = {
      clientStart: Int32Array.of(0, 1, 2),
      unit: Int32Array.of(0, 0),
      value: Float64Array.of(9, 9),
      units: 1,
      caps: [],
    }
    const runs = Array.from({ length: 400 }, (_, n) => drawn(task, named(task), lotsFrom(n)).edge[0] === 0)
    const first = runs.filter(Boolean).length
    // Three deviations of a fair coin around the half of 400.
    expect(first).toBeGreaterThan(170)
    expect(first).toBeLessThan(230)
  })

  it('keeps the proof of whole numbers where prices alone leave a gap', { timeout: 20_000 }, async () => {
    const pool = madePool(11, 200, 40)
    const task = taskOf(pool, candidateEdges(pool))
    const lots = lotsFrom(5)
    const shuffled = shuffle(task, named(task), lots)
    const proven = await solveProven(shuffled.task)
    const answer = shuffled.back(draw(shuffled, proven, lots))
    const plain = await solveProven(task)
    expect(answer.value).toBe(plain.value)
    expect(certify(task, answer)).toMatchObject({ feasible: true, priced: true, value: plain.value })
  })
})

describe('the seed of the lottery', () => {
  it('is refused when it is not the one whose hash was published', () => {
    expect(() => lotsOf(seedOf(1), commitmentOf(seedOf(2)))).toThrow('published')
    expect(() => lotsOf(seedOf(1), undefined)).toThrow('published')
  })

  it('is refused when it is short enough to be guessed', () => {
    expect(() => lotsOf('1234', commitmentOf('1234'))).toThrow('64 digits')
  })
})
