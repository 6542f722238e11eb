import { describe, expect, it } from 'vitest'
import { candidateEdges } from '@/domain/matching/engine/candidates'
import { solveFast } from '@/domain/matching/engine/cap-prices'
import { certify } from '@/domain/matching/engine/certificate'
import { type Cap, type Task, taskOf } from '@/domain/matching/engine/task'
import { madePool, numbersFrom } from '../../../support/matching/made-pool'

/** The best value by trying everything: client after client, every free unit or none. */
function bestByTrying(task: Task): number {
  const counts = task.caps.map(() => 0)
  const touches = ({ clients, units }: Cap, i: number, j: number) =>
    (!clients || clients.includes(i)) && (!units || units.includes(j))
  const from = (i: number, taken: number): number => {
    if (i + 1 >= task.clientStart.length) return 0
    let best = from(i + 1, taken)
    for (let k = task.clientStart[i] as number; k < (task.clientStart[i + 1] as number); k++) {
      const j = task.unit[k] as number
      if (taken & (1 << j)) continue
      const touched = task.caps.flatMap((cap, c) => (touches(cap, i, j) ? [c] : []))
      if (touched.some((c) => (counts[c] as number) >= (task.caps[c]?.max ?? 0))) continue
      for (const c of touched) counts[c] = (counts[c] as number) + 1
      best = Math.max(best, (task.value[k] as number) + from(i + 1, taken | (1 << j)))
      for (const c of touched) counts[c] = (counts[c] as number) - 1
    }
    return best
  }
  return from(0, 0)
}

type Shape = 'nested' | 'any'

function smallTask(seed: number, shape: Shape): Task {
  const { whole, chance } = numbersFrom(seed)
  const clients = whole(1, 7)
  const units = whole(1, 5)
  const clientStart = [0]
  const unit: number[] = []
  for (let i = 0; i < clients; i++) {
    for (let j = 0; j < units; j++) if (chance(0.6)) unit.push(j)
    clientStart.push(unit.length)
  }
  const some = (count: number) =>
    Int32Array.from(Array.from({ length: count }, (_, i) => i).filter(() => chance(0.5)))
  const firsts = (count: number) => Int32Array.from({ length: whole(1, count) }, (_, i) => i)
  const nested = [
    { clients: firsts(clients), units: null, max: whole(0, 3) },
    { clients: firsts(clients), units: null, max: whole(1, 4) },
    { clients: null, units: firsts(units), max: whole(1, 3) },
    { clients: null, units: firsts(units), max: whole(0, 3) },
  ]
  const any = Array.from({ length: whole(1, 4) }, () => ({
    clients: chance(0.7) ? some(clients) : null,
    units: chance(0.7) ? some(units) : null,
    max: whole(0, 2),
  }))
  return {
    clientStart: Int32Array.from(clientStart),
    unit: Int32Array.from(unit),
    value: Float64Array.from(unit, () => whole(1, 30)),
    units,
    caps: shape === 'nested' ? nested.filter(({ max }) => max > 0) : [...nested.slice(0, 2), ...any],
  }
}

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
