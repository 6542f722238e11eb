// One pool measured: what each way costs, and what it is worth.
import { loadavg } from 'node:os'
import { candidateEdges } from '../../src/domain/matching/engine/candidates'
import { solveFast } from '../../src/domain/matching/engine/cap-prices'
import { certify } from '../../src/domain/matching/engine/certificate'
import { type Answer, isProven, type Task } from '../../src/domain/matching/engine/task'
import { memory } from './alone'
import { byHighs, byMinCostFlow, byMunkres, byNetwork, byNetworkWithoutCaps } from './libraries'
import { type Asked, type Made, made, readAll, weighed } from './made'
import { peers } from './peers'
import { solveProven } from './prove'
import { shown, times } from './timed'

const READ_TIMES = 20
/** As the peers are compared: what urgency counts for, they know of nothing else. */
const PEER_WEIGHT = 10
const say = (line: string) => console.log(line)

type Measured = Asked & { readonly rounds: number; readonly proves: boolean }

function waysOf({ pool, edges, task }: Made, proves: boolean): Record<string, () => unknown> {
  const own = {
    'read all': () => Array.from({ length: READ_TIMES }, () => readAll(task)),
    'building edges': () => candidateEdges(pool),
    network: () => byNetwork(task),
    fast: () => solveFast(task),
  }
  if (!proves) return { ...own, ...peers(task, pool, edges) }
  return {
    ...own,
    proven: () => solveProven(task),
    ...peers(task, pool, edges),
    'network without caps': () => byNetworkWithoutCaps(task),
    'npm min-cost-flow': () => byMinCostFlow(task),
    'npm munkres, no caps': () => byMunkres(task),
    'HiGHS LP, all edges': () => byHighs(task, false),
    'HiGHS MIP, all edges': () => byHighs(task, true),
  }
}

async function costs(found: Made, { rounds, proves }: Measured): Promise<void> {
  const ms = await times(waysOf(found, proves), rounds)
  const reading = (ms['read all'] ?? 0) / READ_TIMES
  const network = ms.network ?? 1
  for (const [name, time] of Object.entries({ ...ms, 'read all': reading }))
    say(
      `  ${name.padEnd(34)}${shown(time).padStart(10)}${`${(time / reading).toFixed(0)}x reading`.padStart(18)}${`${(time / network).toFixed(1)}x the network`.padStart(20)}`,
    )
  const count = found.task.unit.length
  say(`  an edge is built in ${(((ms['building edges'] ?? 0) * 1e6) / count).toFixed(0)} ns`)
}

/** The same sums from packages of others: where both are exact they must be equal. */
async function sums({ task }: Made): Promise<void> {
  const pair = (what: string, ours: number, theirs: number) =>
    say(`  ${what.padEnd(44)}${ours === theirs ? 'equal' : `ours ${ours}, theirs ${theirs}`}, ${ours}`)
  pair('nested caps: network, min-cost-flow', byNetwork(task), byMinCostFlow(task))
  pair('no caps: network, munkres', byNetworkWithoutCaps(task), byMunkres(task))
  const proven = await solveProven(task)
  pair('all caps: proven, HiGHS on all edges', proven.value, Math.round(await byHighs(task, true)))
}

async function worth({ pool, edges, ...rest }: Made, proves: boolean): Promise<void> {
  const task: Task = weighed(rest.task, edges, PEER_WEIGHT)
  const fast = solveFast(task)
  const best: Answer = proves ? await solveProven(task) : fast
  const top = proves ? best.value : best.bound
  const of = proves ? 'the best' : 'the bound'
  const line = (name: string, edge: Int32Array) => {
    const found = certify(task, { edge, prices: best.prices })
    const housed = [...edge.keys()].filter((i) => (edge[i] as number) >= 0)
    const first = housed.filter((i) => pool.clients[i]?.tier === 1).length
    const fit = housed.reduce((sum, i) => sum + (edges.fit[edge[i] as number] as number), 0)
    const kept = found.feasible ? 'caps kept' : 'CAPS PASSED'
    say(
      `  ${name.padEnd(34)}${(found.value / top).toFixed(5)} of ${of}, housed ${housed.length}, tier 1 ${first}, fit ${fit}, ${kept}`,
    )
  }
  say(
    `  Urgency counts ${PEER_WEIGHT} times; ${of} is ${isProven(best) ? 'proven' : 'not reached for certain'}`,
  )
  line('fast', fast.edge)
  line('best', best.edge)
  for (const [name, run] of Object.entries(peers(task, pool, edges))) line(name, run())
}

export async function measureSize(asked: Measured): Promise<void> {
  const found = made(asked)
  const { size, seed, region, proves } = asked
  say(
    `\n${size.join(' x ')}, ${region}, seed ${seed}: ${found.task.unit.length} edges, load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}`,
  )
  if (asked.rounds > 0) await costs(found, asked)
  const fast = solveFast(found.task)
  const best = proves ? await solveProven(found.task) : fast
  const certificate = certify(found.task, best)
  say(
    `  fast is ${(fast.value / (proves ? best.value : fast.bound)).toFixed(6)} of the ${proves ? 'best' : 'bound'}, its gap ${((1 - fast.value / fast.bound) * 100).toFixed(4)} %; proven ${isProven(best)}; certificate ${certificate.feasible && certificate.priced ? 'right' : 'WRONG'}`,
  )
  if (proves) await sums(found)
  await worth(found, proves)
  if (asked.rounds === 0) return
  const names = ['edges', 'network', 'fast', ...(proves ? ['proven', 'min-cost-flow', 'HiGHS MIP'] : [])]
  const most = await memory(names, asked)
  say(
    `  most memory, MB: ${Object.entries(most)
      .map(([name, mb]) => `${name} ${mb}`)
      .join(', ')}`,
  )
}
