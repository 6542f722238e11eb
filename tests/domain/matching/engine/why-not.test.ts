import { describe, expect, it } from 'vitest'
import { clientOfEdges } from '@/domain/matching/engine/cap-edges'
import { solveFast } from '@/domain/matching/engine/cap-prices'
import { favour, type Pair } from '@/domain/matching/engine/earlier'
import type { Task } from '@/domain/matching/engine/task'
import { costsOf, cutOffOf, leastLoss, lossByForcing } from '@/domain/matching/engine/why-not'
import { bestByTrying, type Shape, smallTask } from '../../../support/matching/small-task'

/** Points so many that trying everything takes the pair if it can be taken. */
const MUST = 1000
/** What the whole loses by a pair, by trying everything; null when no matching has it. */
function lossByTrying(task: Task, pair: Pair): number | null {
  const forced = bestByTrying(favour(task, [pair], MUST))
  return forced < MUST ? null : bestByTrying(task) - (forced - MUST)
}

const pairsOf = (task: Task): Pair[] =>
  Array.from(clientOfEdges(task), (client, k) => ({ client, unit: task.unit[k] as number }))

const seeds = Array.from({ length: 100 }, (_, seed) => seed)

describe('why a client is not proposed a home', () => {
  it.each<Shape>(['nested', 'any'])(
    'a pair is never called out of reach when it is in a best matching (%s caps)',
    (shape) => {
      const count = { pairs: 0, best: 0, refusedByPrices: 0, refusedBySolving: 0, worse: 0 }
      for (const seed of seeds) {
        const task = smallTask(seed, shape)
        const answer = solveFast(task)
        for (const pair of pairsOf(task)) {
          const truth = lossByTrying(task, pair)
          const forced = lossByForcing(task, answer, pair)
          if (truth === null) {
            expect([seed, pair, forced]).toEqual([seed, pair, expect.objectContaining({ refused: false })])
            continue
          }
          if (!('atLeast' in forced)) throw new Error(`${seed}: ${JSON.stringify({ pair, forced })}`)
          const least = leastLoss(task, answer, pair)
          expect([seed, pair, least <= truth]).toEqual([seed, pair, true])
          expect([seed, pair, forced.atLeast <= truth, truth <= forced.atMost]).toEqual([
            seed,
            pair,
            true,
            true,
          ])
          if (shape === 'nested') expect([seed, pair, forced.atLeast]).toEqual([seed, pair, truth])
          count.pairs++
          if (truth === 0) count.best++
          else count.worse++
          if (least > 0) count.refusedByPrices++
          if (forced.atLeast > 0) count.refusedBySolving++
        }
      }
      // It must say something: of the pairs that are in no best matching most are known by the prices alone.
      expect(count.best).toBeGreaterThan(100)
      expect(count.refusedByPrices).toBeGreaterThan(count.worse * 0.5)
      expect(count.refusedBySolving).toBeGreaterThanOrEqual(count.worse * 0.8)
    },
  )

  it('a proof with a gap takes nothing away: what the prices leave open is not called lost', () => {
    for (const seed of seeds) {
      const task = smallTask(seed, 'any')
      const answer = solveFast(task)
      const dearer = { ...answer.prices, client: answer.prices.client.map((price) => price + 2) }
      for (const pair of pairsOf(task)) {
        const truth = lossByTrying(task, pair) ?? Number.POSITIVE_INFINITY
        const least = leastLoss(task, { ...answer, prices: dearer }, pair)
        expect([seed, pair, least <= truth]).toEqual([seed, pair, true])
      }
    }
  })

  const task: Task = {
    clientStart: Int32Array.of(0, 1, 2, 3),
    unit: Int32Array.of(0, 0, 1),
    value: Float64Array.of(90, 60, 50),
    units: 2,
    caps: [
      { clients: null, units: Int32Array.of(0, 1), max: 1 },
      { clients: Int32Array.of(2), units: null, max: 0 },
    ],
  }

  it('is told by what is scarce: the home, the caps, and how many points are missing', () => {
    const answer = solveFast(task)
    const pair = { client: 1, unit: 0 }
    const costs = costsOf(task, answer.prices, pair)
    expect(cutOffOf(costs) + costs.client).toBeGreaterThanOrEqual(60)
    expect(lossByForcing(task, answer, pair)).toEqual({ atLeast: 30, atMost: 30 })
  })

  it('is told by the cap that has no room for anybody, or by the rules', () => {
    const answer = solveFast(task)
    expect(lossByForcing(task, answer, { client: 2, unit: 1 })).toEqual({ refused: false, full: [1] })
    expect(lossByForcing(task, answer, { client: 0, unit: 1 })).toEqual({ refused: true, full: [] })
    expect(leastLoss(task, answer, { client: 0, unit: 1 })).toBe(Number.POSITIVE_INFINITY)
  })

  it('costs nothing for a pair that is proposed', () => {
    for (const seed of seeds) {
      const small = smallTask(seed, 'nested')
      const answer = solveFast(small)
      answer.edge.forEach((k, client) => {
        if (k < 0) return
        const pair = { client, unit: small.unit[k] as number }
        expect([seed, lossByForcing(small, answer, pair)]).toEqual([seed, { atLeast: 0, atMost: 0 }])
      })
    }
  })
})
