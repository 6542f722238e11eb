// What somebody may ask of a matching: why one client was not proposed one home, and what one change would have done.
import { exchangeYields, nearMisses, smallestChanges } from '../../src/domain/matching/engine/near-misses'
import type { Client, Pool, Unit } from '../../src/domain/matching/engine/pool'
import { PoolFault } from '../../src/domain/matching/engine/read-pool'
import { exchangeRules, judge } from '../../src/domain/matching/engine/rules'
import type { Answer, Task } from '../../src/domain/matching/engine/task'
import { costsOf, leastLoss, lossByForcing } from '../../src/domain/matching/engine/why-not'
import { type Earlier, leftBy } from './earlier-file'

/** `whyNot` as CLIENT:UNIT, `near` as CLIENT: ids of the pool. */
export type Questions = { readonly whyNot: string | undefined; readonly near: string | undefined }
/** A pool that was matched: its whole task, and the answer on what earlier pairs left of it. */
export type Matched = {
  readonly pool: Pool
  readonly task: Task
  readonly earlier: Earlier
  readonly answer: Answer
}

function rowOf<T>(list: readonly T[], text: string | undefined, option: string): T {
  const found = /^\d+$/.test(text ?? '') ? list[Number(text)] : undefined
  if (!found) throw new PoolFault(`${option}: there is no ${text ?? 'id'}, only 0 to ${list.length - 1}`)
  return found
}

function whyNot({ pool, task, earlier, answer }: Matched, client: Client, unit: Unit) {
  const { rest } = leftBy(task, earlier, 1)
  const pair = { client: client.id, unit: unit.id }
  const failing = judge(exchangeRules, pool, [client, unit]).filter(({ passes }) => !passes)
  const stays = earlier.locked.filter((held) => held.client === client.id || held.unit === unit.id)
  if (failing.length || stays.length) return { ...pair, failing, stays }
  const costs = costsOf(rest, answer.prices, pair)
  return { ...pair, costs, leastLoss: leastLoss(rest, answer, pair), loss: lossByForcing(rest, answer, pair) }
}

function near({ pool, task, earlier, answer }: Matched, client: Client) {
  const stays = earlier.locked.some((held) => held.client === client.id)
  const run = { pool, task, answer, left: (whole: Task) => leftBy(whole, earlier, 1).rest }
  return {
    client: client.id,
    misses: nearMisses(exchangeRules, pool, client),
    changes: stays ? [] : smallestChanges(run, client, { pack: exchangeRules, yields: exchangeYields }),
  }
}

/** The answers to what was asked, nothing where nothing was. @throws PoolFault */
export function answersTo(asked: Questions, matched: Matched) {
  const { clients, units } = matched.pool
  const [client, unit] = asked.whyNot?.split(':') ?? []
  return {
    ...(asked.whyNot === undefined
      ? {}
      : { whyNot: whyNot(matched, rowOf(clients, client, '--why-not'), rowOf(units, unit, '--why-not')) }),
    ...(asked.near === undefined ? {} : { near: near(matched, rowOf(clients, asked.near, '--near')) }),
  }
}
