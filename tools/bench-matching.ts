// npm run bench:matching: what the matching engine costs and gains, on pools made from a seed. docs/bench.md has figures.
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { candidateEdges } from '../src/domain/matching/engine/candidates'
import { splitCaps } from '../src/domain/matching/engine/cap-edges'
import { solveFast } from '../src/domain/matching/engine/cap-prices'
import { certify } from '../src/domain/matching/engine/certificate'
import { networkOf } from '../src/domain/matching/engine/network'
import { optimise } from '../src/domain/matching/engine/network-simplex'
import { type Task, taskOf } from '../src/domain/matching/engine/task'
import { madePool } from '../tests/support/matching/made-pool'
import { peers } from './matching/peers'
import { isProven, solveProven } from './matching/prove'

const HELP = `npm run bench:matching -- [options]
  --sizes LIST   clients x units (200x40,2000x400,20000x4000)
  --seed N       the seed of the pools (1)
  --rounds N     each time is the median of so many (5)
  --prove-to N   prove up to so many clients (2000)`

const options = {
  sizes: { type: 'string', default: '200x40,2000x400,20000x4000' },
  seed: { type: 'string', default: '1' },
  rounds: { type: 'string', default: '5' },
  'prove-to': { type: 'string', default: '2000' },
  help: { type: 'boolean', default: false },
} as const

const { values } = parseArgs({ options })
const rounds = Number(values.rounds)
const say = (line: string) => console.log(line)
const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] as number
const cpu = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000

/** Every edge read once: the least that any way of solving does. */
function readAll({ unit, value }: Task): number {
  let sum = 0
  for (let k = 0; k < unit.length; k++) sum += (value[k] as number) + (unit[k] as number)
  return sum
}

const network = (task: Task) => {
  const { client, unit } = splitCaps(task)
  return networkOf({ ...task, value: task.value.slice() }, { client: client.nest, unit: unit.nest })
}

/** CPU time in ms of each, in turns: what else the machine does meets all of them alike. */
async function times(ways: Record<string, () => unknown>): Promise<Record<string, number>> {
  const taken: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(ways)) {
      const begin = cpu()
      await run()
      taken[name] = [...(taken[name] ?? []), cpu() - begin]
    }
  return Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, median(list)]))
}

async function measure(clients: number, units: number): Promise<void> {
  const pool = madePool(Number(values.seed), clients, units)
  const edges = candidateEdges(pool)
  const task = taskOf(pool, edges)
  const count = task.unit.length
  const proves = clients <= Number(values['prove-to'])
  const ways = {
    edges: () => candidateEdges(pool),
    'read all, 20 times': () => Array.from({ length: 20 }, () => readAll(task)),
    network: () => optimise(network(task)),
    fast: () => solveFast(task),
    ...(proves ? { proven: () => solveProven(task) } : {}),
  }
  const ms = await times(ways)
  say(`\n${clients} x ${units}, ${count} edges, load ${loadavg()[0]?.toFixed(1)}`)
  for (const [name, time] of Object.entries(ms))
    say(`  ${name.padEnd(24)}${time.toFixed(1).padStart(10)} ms CPU`)
  say(`  an edge is built in ${(((ms.edges ?? 0) * 1e6) / count).toFixed(0)} ns`)
  const fast = solveFast(task)
  const best = proves ? await solveProven(task) : fast
  say(`  gap of the fast way ${((1 - fast.value / fast.bound) * 100).toFixed(4)} %, proven ${isProven(best)}`)
  const top = proves ? best.value : best.bound
  for (const [name, edge] of [['fast', fast.edge], ['best', best.edge], ...peers(task, pool)] as [
    string,
    Int32Array,
  ][]) {
    const found = certify(task, { edge, prices: best.prices })
    const housed = [...edge.keys()].filter((i) => (edge[i] as number) >= 0)
    const first = housed.filter((i) => pool.clients[i]?.tier === 1).length
    const fit = housed.reduce((sum, i) => sum + (edges.fit[edge[i] as number] as number), 0)
    const kept = found.feasible ? 'caps kept' : 'CAPS PASSED'
    say(
      `  ${name.padEnd(24)}${(found.value / top).toFixed(5)} of ${proves ? 'the best' : 'the bound'}, housed ${housed.length}, tier 1 ${first}, fit ${fit}, ${kept}`,
    )
  }
  say(`  memory ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
}

if (values.help) say(HELP)
else
  for (const size of values.sizes.split(',')) {
    const [clients, units] = size.split('x').map(Number)
    await measure(clients ?? 0, units ?? 0)
  }
