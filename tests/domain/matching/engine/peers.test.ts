// The engine beside other ways and beside packages of others: none of them may ever find more than it.
import { describe, expect, it } from 'vitest'
import { certify } from '@/domain/matching/engine/certificate'
import {
  byMinCostFlow,
  byMunkres,
  byNetwork,
  byNetworkWithoutCaps,
} from '../../../../tools/matching/libraries'
import { made, nestedOnly, weighed } from '../../../../tools/matching/made'
import { peers } from '../../../../tools/matching/peers'
import { solveProven } from '../../../../tools/matching/prove'

const regions = ['thin', 'open'] as const
const pools = regions.flatMap((region) =>
  Array.from({ length: 12 }, (_, seed) => made({ seed, size: [60, 20], region })),
)

describe('the best matching', () => {
  it('is worth what munkres finds, where there is no cap', () => {
    const sums = pools.map(({ task }) => byNetworkWithoutCaps(task))
    expect(sums).toEqual(pools.map(({ task }) => byMunkres(task)))
    expect(new Set(sums).size).toBeGreaterThan(pools.length / 2)
  })

  it('is worth what min-cost-flow finds, or more where that houses as many as it can', () => {
    const pairs = pools.map(({ task }) => [byNetwork(task), byMinCostFlow(nestedOnly(task))] as const)
    for (const [ours, theirs] of pairs) expect(ours).toBeGreaterThanOrEqual(theirs)
    expect(pairs.filter(([ours, theirs]) => ours === theirs).length).toBeGreaterThan(pools.length / 2)
  })

  it('is never passed by another way, and every way keeps every cap', async () => {
    const less = new Set<string>()
    for (const { pool, edges, task } of pools) {
      const urgent = weighed(task, edges, 10)
      const best = await solveProven(urgent)
      for (const [name, way] of Object.entries(peers(urgent, pool, edges))) {
        const found = certify(urgent, { edge: way(), prices: best.prices })
        expect([name, found.feasible, found.value <= best.value]).toEqual([name, true, true])
        if (found.value < best.value) less.add(name)
      }
    }
    expect(less.size).toBe(5)
  })
})
