// CPU time of several ways in turns: what else the machine does meets all of them alike.

const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] as number
const cpu = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** What takes longer than this is asked once. */
const ONCE_FROM_MS = 10_000

/** Median CPU time in ms of each way, all threads of this process together. */
export async function times(
  ways: Readonly<Record<string, () => unknown>>,
  rounds: number,
): Promise<Record<string, number>> {
  const taken: Record<string, number[]> = {}
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(ways)) {
      const before = taken[name] ?? []
      if ((before[0] ?? 0) > ONCE_FROM_MS) continue
      const begin = cpu()
      await run()
      taken[name] = [...before, cpu() - begin]
    }
  return Object.fromEntries(Object.entries(taken).map(([name, list]) => [name, median(list)]))
}

/** As a person reads it: 0.42 ms, 12.7 ms, 1.9 s. */
export const shown = (ms: number): string =>
  ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 1)} ms`
