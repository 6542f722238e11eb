import { describe, expect, it } from 'vitest'
import { candidateEdges } from '@/domain/matching/engine/candidates'
import { clientOfEdges } from '@/domain/matching/engine/cap-edges'
import { solveFast } from '@/domain/matching/engine/cap-prices'
import { certify } from '@/domain/matching/engine/certificate'
import { edgeOf, favour, hold, type Pair } from '@/domain/matching/engine/earlier'
import { type Task, taskOf } from '@/domain/matching/engine/task'
import { madePool, numbersFrom } from '../../../support/matching/made-pool'
import { bestByTrying, type Shape, smallTask } from '../../../support/matching/small-task'

const pairsOf = ({ unit }: Task, edge: Int32Array): Pair[] =>
  Array.from(edge, (k, client) => ({ client, unit: k < 0 ? -1 : (unit[k] as number) })).filter(
    (pair) => pair.unit >= 0,
  )

/** Some pairs of a matching that keeps all caps and is not the best. */
function somePairs(task: Task, seed: number): Pair[] {
  const { whole, chance } = numbersFrom(seed + 1000)
  const other = { ...task, value: task.value.map(() => whole(1, 30)) }
  return pairsOf(task, solveFast(other).edge).filter(() => chance(0.5))
}

/** Points so many that trying everything takes each of these pairs. */
const MUST = 1000
const bestWith = (task: Task, pairs: readonly Pair[]): number =>
  bestByTrying(favour(task, pairs, MUST)) - MUST * pairs.length

const seeds = Array.from({ length: 200 }, (_, seed) => seed)

describe('a pair that was shown to people', () => {
  it.each<Shape>(['nested', 'any'])(
    'stays, and the rest is the best that is possible beside it (%s caps)',
    (shape) => {
      let locks = 0
      for (const seed of seeds) {
        const task = smallTask(seed, shape)
        const locked = somePairs(task, seed)
        locks += locked.length
        const held = hold(task, locked)
        const answer = solveFast(held.rest)
        const best = bestWith(task, locked)
        expect(certify(held.rest, answer)).toMatchObject({ feasible: true, priced: true })
        expect([seed, held.value + answer.value <= best, best <= held.value + answer.bound]).toEqual([
          seed,
          true,
          true,
        ])
        if (shape === 'nested') expect([seed, held.value + answer.value]).toEqual([seed, best])
        const all = [...locked, ...pairsOf(task, answer.edge)]
        const edge = new Int32Array(task.clientStart.length - 1).fill(-1)
        for (const pair of all) edge[pair.client] = edgeOf(task, pair)
        expect(new Set(all.map(({ client }) => client)).size).toBe(all.length)
        expect(certify(task, { ...answer, edge })).toMatchObject({
          feasible: true,
          value: held.value + answer.value,
        })
      }
      expect(locks).toBeGreaterThan(100)
    },
  )

  const task: Task = {
    clientStart: Int32Array.of(0, 1, 3, 4),
    unit: Int32Array.of(0, 0, 1, 1),
    value: Float64Array.of(9, 5, 4, 8),
    units: 2,
    caps: [{ clients: Int32Array.of(0, 1), units: null, max: 1 }],
  }

  it('stays though the rules of today would refuse it, and is named', () => {
    const held = hold(task, [{ client: 0, unit: 1 }])
    expect(held).toMatchObject({ value: 0, refused: [{ client: 0, unit: 1 }], passed: [] })
    expect(solveFast(held.rest).edge).toEqual(Int32Array.of(-1, -1, -1))
  })

  it('stays though a cap was made smaller since, and the cap is named', () => {
    const held = hold(task, [
      { client: 0, unit: 0 },
      { client: 1, unit: 1 },
    ])
    expect(held).toMatchObject({ value: 13, refused: [], passed: [0] })
  })

  it('is refused when it is of nobody, or of a home that is promised twice', () => {
    expect(() => hold(task, [{ client: 7, unit: 0 }])).toThrow('locked[0].client: there is no 7')
    const twice = [
      { client: 0, unit: 0 },
      { client: 1, unit: 0 },
    ]
    expect(() => hold(task, twice)).toThrow('locked[1].unit: 0 stands in the list twice')
  })
})

/** What trying says of drafts and of the points without their bonus. */
function pointsOf(task: Task, edge: Int32Array, drafts: readonly Pair[]) {
  const kept = drafts.filter(({ client, unit }) => task.unit[edge[client] as number] === unit).length
  return { kept, points: edge.reduce((sum, k) => sum + (k < 0 ? 0 : (task.value[k] as number)), 0) }
}

/** The task without some clients and units. */
function without(task: Task, clients: (i: number) => boolean, units: (j: number) => boolean): Task {
  const client = clientOfEdges(task)
  const gone = (k: number) => clients(client[k] as number) || units(task.unit[k] as number)
  return { ...task, value: task.value.map((worth, k) => (gone(k) ? -1 : worth)) }
}

describe('a draft', () => {
  it('has its bonus ahead and no more: what is lost in points, the bonus of kept drafts pays for', () => {
    for (const seed of seeds) {
      const task = smallTask(seed, 'nested')
      const drafts = somePairs(task, seed)
      const favoured = favour(task, drafts, 3)
      const answer = solveFast(favoured)
      expect([seed, answer.value]).toEqual([seed, bestByTrying(favoured)])
      const { kept, points } = pointsOf(task, answer.edge, drafts)
      expect(points + 3 * kept).toBe(answer.value)
      expect(bestByTrying(task) - points).toBeLessThanOrEqual(3 * kept)
    }
  })

  it('is kept where another matching is worth the same, and left where it is worth more than the bonus', () => {
    const two = (value: number): Task => ({
      clientStart: Int32Array.of(0, 1, 2),
      unit: Int32Array.of(0, 0),
      value: Float64Array.of(100, value),
      units: 1,
      caps: [],
    })
    const drafts = [{ client: 0, unit: 0 }]
    expect(solveFast(favour(two(149), drafts)).edge[0]).toBe(0)
    expect(solveFast(favour(two(151), drafts)).edge[0]).toBe(-1)
  })

  it('changes much less often when a few clients and homes come and go, for a thousandth of the points', () => {
    const sums = { drafts: 0, plain: 0, favoured: 0, best: 0, points: 0 }
    for (let seed = 0; seed < 12; seed++) {
      const pool = madePool(seed, 200, 40)
      const task = taskOf(pool, candidateEdges(pool))
      const before = without(
        task,
        (i) => i < 6,
        () => false,
      )
      const now = without(
        task,
        (i) => i >= 194,
        (j) => j === seed,
      )
      const drafts = pairsOf(task, solveFast(before).edge).filter(
        ({ client, unit }) => client < 194 && unit !== seed,
      )
      const [plain, favoured] = [solveFast(now), solveFast(favour(now, drafts))]
      const ofPlain = pointsOf(now, plain.edge, drafts)
      const ofFavoured = pointsOf(now, favoured.edge, drafts)
      sums.drafts += drafts.length
      sums.plain += drafts.length - ofPlain.kept
      sums.favoured += drafts.length - ofFavoured.kept
      sums.best += plain.bound
      sums.points += ofFavoured.points
    }
    expect(sums.favoured).toBeLessThan(sums.plain * 0.75)

    expect(sums.points).toBeGreaterThan(sums.best * 0.999)
  })
})
