import { describe, expect, it } from 'vitest'
import { candidateEdges } from '@/domain/matching/engine/candidates'
import { solveFast } from '@/domain/matching/engine/cap-prices'
import { certify } from '@/domain/matching/engine/certificate'
import { taskOf } from '@/domain/matching/engine/task'
import { madePool } from '../../../support/matching/made-pool'
import { bestByTrying, smallTask } from '../../../support/matching/small-task'

const seeds = Array.from({ length: 400 }, (_, seed) => seed)

describe('the best matching under nested caps', () => {
  it('is what trying everything finds, and its prices prove it', () => {
    for (const seed of seeds) {
      const task = smallTask(seed, 'nested')
      const answer = solveFast(task)
      expect([seed, answer.value, answer.bound]).toEqual([seed, bestByTrying(task), answer.value])
      const sums = { value: answer.value, bound: answer.value }
      expect(certify(task, answer)).toEqual({ feasible: true, priced: true, ...sums })
    }
  })
})

describe('a matching under any caps', () => {
  it('keeps every cap, and the best of all lies between it and its bound', () => {
    for (const seed of seeds) {
      const task = smallTask(seed, 'any')
      const answer = solveFast(task)
      const best = bestByTrying(task)
      expect(certify(task, answer)).toEqual({
        feasible: true,
        priced: true,
        value: answer.value,
        bound: answer.bound,
      })
      expect([seed, answer.value <= best, best <= answer.bound]).toEqual([seed, true, true])
    }
  })

  it('comes within a thousandth of its bound in a pool of two hundred', () => {
    const pool = madePool(7, 200, 40)
    const task = taskOf(pool, candidateEdges(pool))
    const answer = solveFast(task)
    expect(certify(task, answer)).toMatchObject({ feasible: true, priced: true, value: answer.value })
    expect(answer.value / answer.bound).toBeGreaterThan(0.999)
  })

  it('is the same each time', () => {
    const pool = madePool(8, 150, 30)
    const edges = candidateEdges(pool)
    expect(solveFast(taskOf(pool, edges))).toEqual(solveFast(taskOf(pool, edges)))
  })
})

describe('the certificate', () => {
  const task = smallTask(11, 'nested')
  const answer = solveFast(task)

  it('refuses prices that do not pay for an edge', () => {
    const cheap = {
      ...answer.prices,
      client: answer.prices.client.map(() => 0),
      unit: answer.prices.unit.map(() => 0),
    }
    expect(certify(task, { ...answer, prices: cheap }).priced).toBe(false)
  })

  it('refuses a matching that passes a cap', () => {
    const capped = { ...task, caps: [{ clients: null, units: null, max: 0 }] }
    expect(
      certify(capped, { ...answer, prices: { ...answer.prices, cap: new Float64Array(1) } }).feasible,
    ).toBe(false)
  })
})
