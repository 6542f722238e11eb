import { describe, expect, it } from 'vitest'
import { candidateEdges } from '@/domain/matching/engine/candidates'
import { solveFast } from '@/domain/matching/engine/cap-prices'
import { hold } from '@/domain/matching/engine/earlier'
import {
  exchangeYields,
  nearMisses,
  type Run,
  smallestChanges,
  verdictOf,
  withClient,
} from '@/domain/matching/engine/near-misses'
import type { Client, Pool } from '@/domain/matching/engine/pool'
import { exchangeRules } from '@/domain/matching/engine/rules'
import { type Task, taskOf } from '@/domain/matching/engine/task'
import { madePool } from '../../../support/matching/made-pool'
import { bestByTrying } from '../../../support/matching/small-task'

const unitsOf = (pool: Pool, { id }: Client): number[] => {
  const { clientStart, unit } = candidateEdges(pool)
  return [...unit.subarray(clientStart[id], clientStart[id + 1])]
}
const withChanged = (pool: Pool, client: Client): Pool => ({
  ...pool,
  clients: pool.clients.map((one) => (one.id === client.id ? client : one)),
})
const runOf = (pool: Pool): Run => {
  const task = taskOf(pool, candidateEdges(pool))
  return { pool, task, left: (whole) => whole, answer: solveFast(task) }
}
const packs = { pack: exchangeRules, yields: exchangeYields }

/** Everything a client could give way in, one by one. */
const changesOf = (pool: Pool, client: Client) =>
  nearMisses(exchangeRules, pool, client).flatMap(({ rule, unit }) => {
    const [give, home] = [exchangeYields[rule], pool.units[unit]]
    return give && home ? [{ rule, unit, client: give(client, home) }] : []
  })

describe('a near miss', () => {
  it('is no home of the client, and is one as soon as the client gives way in that one rule', () => {
    const seen = new Set<string>()
    for (const seed of [1, 2, 3]) {
      const pool = madePool(seed, 60, 40)
      for (const client of pool.clients)
        for (const change of changesOf(pool, client)) {
          seen.add(change.rule)
          expect(unitsOf(pool, client)).not.toContain(change.unit)
          expect(unitsOf(withChanged(pool, change.client), client)).toContain(change.unit)
        }
    }
    expect([...seen].sort()).toEqual(Object.keys(exchangeYields).sort())
    // Hundreds of pools: on a busy machine that takes its time.
  }, 30_000)

  it('has one rule that fails, with its slack, and of one rule the nearest comes first', () => {
    const pool = madePool(4, 60, 60)
    for (const client of pool.clients) {
      const found = nearMisses(exchangeRules, pool, client)
      for (const { unit, rule, slack } of found) {
        const home = pool.units[unit]
        if (!home) throw new Error(`there is no ${unit}`)
        for (const [name, judged] of Object.entries(exchangeRules))
          expect([name, judged(client, home, pool).passes]).toEqual([name, name !== rule])
        expect(slack).toBeLessThanOrEqual(0)
      }
      const rents = found.filter(({ rule }) => rule === 'R3-rent').map(({ slack }) => slack)
      expect(rents).toEqual([...rents].sort((a, b) => b - a))
    }
  })

  it('never proposes to give up what protects a client, or what nobody can change', () => {
    for (const rule of ['R2-household', 'R4-access', 'R6-neighbourhood', 'R7-zone', 'R9-label', 'R10-age'])
      expect(exchangeYields[rule]).toBeUndefined()
  })
})

describe('the smallest change that would have given a home', () => {
  it('changes the edges of that client alone', () => {
    const pool = madePool(5, 40, 30)
    const { task } = runOf(pool)
    for (const client of pool.clients)
      for (const { client: changed } of changesOf(pool, client)) {
        const whole = withChanged(pool, changed)
        expect(withClient({ pool, task }, changed)).toEqual(taskOf(whole, candidateEdges(whole)))
      }
  })

  it('is never refused when trying everything gives the client a home', () => {
    const count = { yes: 0, no: 0, open: 0 }
    for (let seed = 0; seed < 60; seed++) {
      const pool = madePool(seed, 12, 7)
      const run = runOf(pool)
      const before = bestByTrying(run.task)
      for (const client of pool.clients) {
        if ((run.answer.edge[client.id] as number) >= 0) continue
        for (const { rule, unit, client: changed } of changesOf(pool, client)) {
          const task = withClient(run, changed)
          const truth = bestByTrying(task) > before ? 'yes' : 'no'
          const verdict = verdictOf(run, task, client.id)
          count[verdict]++
          if (verdict !== 'open')
            expect([seed, client.id, rule, unit, verdict]).toEqual([seed, client.id, rule, unit, truth])
        }
      }
    }
    expect(count.yes).toBeGreaterThan(20)
    expect(count.no).toBeGreaterThan(20)
    expect(count.open).toBeLessThan((count.yes + count.no) * 0.05)
  })

  it('is not told where the proof has a gap that hides it', () => {
    let open = 0
    for (let seed = 0; seed < 20; seed++) {
      const pool = madePool(seed, 12, 7)
      const run = runOf(pool)
      const before = bestByTrying(run.task)
      const { answer } = run
      const prices = { ...answer.prices, client: answer.prices.client.map((price) => price + 100) }
      const loose = { ...answer, bound: answer.bound + 100 * pool.clients.length, prices }
      for (const client of pool.clients) {
        if ((answer.edge[client.id] as number) >= 0) continue
        for (const { client: changed } of changesOf(pool, client)) {
          const task = withClient(run, changed)
          const verdict = verdictOf({ ...run, answer: loose }, task, client.id)
          if (verdict === 'open') open++
          else expect([seed, verdict]).toEqual([seed, bestByTrying(task) > before ? 'yes' : 'no'])
        }
      }
    }
    expect(open).toBeGreaterThan(0)
  })

  it('is none where the home that it opens was shown to somebody else', () => {
    let taken = 0
    for (let seed = 0; seed < 20; seed++) {
      const pool = madePool(seed, 12, 7)
      const run = runOf(pool)
      for (const client of pool.clients) {
        if ((run.answer.edge[client.id] as number) >= 0) continue
        for (const change of changesOf(pool, client)) {
          const holder = run.answer.edge.findIndex((k) => k >= 0 && run.task.unit[k] === change.unit)
          const changed = withClient(run, change.client)
          if (
            holder < 0 ||
            changed.clientStart[client.id + 1] !== (changed.clientStart[client.id] as number) + 1
          )
            continue
          const left = (task: Task) => hold(task, [{ client: holder, unit: change.unit }]).rest
          const beside = { ...run, left, answer: solveFast(left(run.task)) }
          expect(verdictOf(beside, changed, client.id)).toBe('no')
          taken++
        }
      }
    }
    expect(taken).toBeGreaterThan(5)
  })

  it('is the nearest of its rule that gives one, and there is none for who has a home', () => {
    const pool = madePool(6, 60, 20)
    const run = runOf(pool)
    let told = 0
    for (const client of pool.clients) {
      const found = smallestChanges(run, client, packs)
      if ((run.answer.edge[client.id] as number) >= 0) expect(found).toEqual([])
      for (const { rule, unit, slack } of found) {
        told++
        const nearer = changesOf(pool, client).filter((change) => change.rule === rule)
        const at = nearer.findIndex((change) => change.unit === unit)
        expect(slack).toBeLessThanOrEqual(0)
        for (const change of nearer.slice(0, at))
          expect(verdictOf(run, withClient(run, change.client), client.id)).toBe('no')
      }
    }
    expect(told).toBeGreaterThan(5)
  })
})
