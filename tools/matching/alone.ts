// The most memory that one way takes, in a process of its own: beside others it would be the most of all of them.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { solveFast } from '../../src/domain/matching/engine/cap-prices'
import { byHighs, byMinCostFlow, byNetwork } from './libraries'
import { type Asked, type Made, made } from './made'
import { solveProven } from './prove'

const ways: Readonly<Record<string, (made: Made) => unknown>> = {
  edges: () => undefined,
  network: ({ task }) => byNetwork(task),
  fast: ({ task }) => solveFast(task),
  proven: ({ task }) => solveProven(task),
  'min-cost-flow': ({ task }) => byMinCostFlow(task),
  'HiGHS MIP': ({ task }) => byHighs(task, true),
}

/** Runs one way and prints the most memory of the process, in MB. */
export async function alone(way: string, asked: Asked): Promise<void> {
  await ways[way]?.(made(asked))
  console.log(Math.round(process.resourceUsage().maxRSS / 1024))
}

const start = promisify(execFile)

/** MB of each of these ways, each in a process of its own; `edges` is what making the pool takes. */
export async function memory(
  names: readonly string[],
  { seed, size, region }: Asked,
): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const name of names) {
    const asked = ['--alone', name, '--sizes', size.join('x'), '--seeds', `${seed}`, '--region', region]
    const { stdout } = await start(process.execPath, ['--import', 'tsx', 'tools/bench-matching.ts', ...asked])
    found[name] = Number(stdout)
  }
  return found
}
