// What it takes to answer a question: why not that home, what one change would have done, and what a run would say after one client
// changed. Of the engine on a made pool, and of a run by the rules of a covenant.
import { solveNear } from '../../src/domain/matching/engine/cap-prices'
import {
  exchangeYields,
  nearMisses,
  verdictOf,
  withClient,
} from '../../src/domain/matching/engine/near-misses'
import { exchangeRules } from '../../src/domain/matching/engine/rules'
import { leastLoss, lossByForcing, pairsOf } from '../../src/domain/matching/engine/why-not'
import { stepsOf, whyOf } from '../../src/domain/matching/run/questions'
import { rowOf, solvedBy } from '../../src/domain/matching/run/solve'
import { inputOf, lots } from '../../tests/support/matching/made-run'
import { type Asked, type Made, made } from './made'
import { solveProven } from './prove'
import { shown } from './timed'

const SAMPLE = 100
const some = <T>(list: readonly T[]): T[] => {
  const step = Math.max(1, Math.floor(list.length / SAMPLE))
  return list.filter((_, at) => at % step === 0).slice(0, SAMPLE)
}

/** Half and all but one in twenty of what each took, in ms. */
function line(name: string, taken: readonly number[]): void {
  const sorted = taken.toSorted((a, b) => a - b)
  const at = (share: number) => shown(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  console.log(`  ${name.padEnd(58)}${sorted.length} asked: p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`)
}

async function timed<T>(list: readonly T[], ask: (one: T) => unknown): Promise<number[]> {
  const taken: number[] = []
  for (const one of list) {
    const began = performance.now()
    await ask(one)
    taken.push(performance.now() - began)
  }
  return taken
}

async function ofEngine({ pool, task }: Made): Promise<void> {
  const answer = await solveProven(task)
  const run = { pool, task, answer, left: (whole: typeof task) => whole }
  const pairs = pool.clients.flatMap(({ id }) =>
    answer.edge[id] === -1
      ? Array.from(task.unit.subarray(task.clientStart[id], task.clientStart[id + 1]), (unit) => ({
          client: id,
          unit,
        }))
      : [],
  )
  line('why not that home, by the prices', await timed(some(pairs), (pair) => leastLoss(task, answer, pair)))
  line(
    'what the whole would lose, solved again',
    await timed(some(pairs), (pair) => lossByForcing(task, answer, pair)),
  )
  const before = { pairs: pairsOf(task, answer), prices: answer.prices }
  const misses = some(pool.clients.filter(({ id }) => answer.edge[id] === -1)).flatMap((client) =>
    nearMisses(exchangeRules, pool, client)
      .flatMap(({ rule, unit }) => {
        const [give, home] = [exchangeYields[rule], pool.units[unit]]
        return give && home ? [{ client, changed: withClient(run, give(client, home)) }] : []
      })
      .slice(0, 1),
  )
  line(
    'one change, answered',
    await timed(misses, ({ client, changed }) => verdictOf(run, changed, client.id)),
  )
  line(
    'one client changed, solved again',
    await timed(some(pool.clients).slice(0, 20), (client) =>
      solveNear(
        withClient(run, { ...client, points: client.points + 7 }),
        before,
        ({ value, bound }) => bound - value < 100,
      ),
    ),
  )
}

async function ofRun([clients, homes]: Asked['size']): Promise<void> {
  const input = inputOf(clients, homes)
  const rows = input.clients.map((client) => rowOf(input, client))
  const solved = await solvedBy(input, rows, { lots })
  const pairs = some(input.clients).map((_, at) => ({ client: at, unit: at % homes }))
  console.log(`  by the rules of a covenant: ${solved.task.unit.length} edges`)
  line('why this home, or why not', await timed(pairs, (pair) => whyOf(solved, pair, 5)))
  line(
    'every rule that one change could mend',
    await timed(pairs.slice(0, 20), ({ client }) => stepsOf(solved, client)),
  )
  const changed = pairs.slice(0, 20).map(({ client }) => client)
  line(
    'one client changed, judged anew and solved again',
    await timed(changed, (at) => {
      const who = input.clients[at]
      if (!who) return
      const next = { ...input, clients: input.clients.with(at, { ...who, waitingDays: who.waitingDays + 7 }) }
      return solvedBy(next, rows.with(at, rowOf(next, next.clients[at] ?? who)), { lots })
    }),
  )
}

export async function questions(asked: Asked): Promise<void> {
  console.log(`\n${asked.size.join(' x ')}, ${asked.region}, seed ${asked.seed}`)
  await ofEngine(made(asked))
  await ofRun(asked.size)
}
