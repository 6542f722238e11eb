// What processes take of a processor, as Linux counts it in nanoseconds: a machine that is busy with other work makes an
// answer late, and adds little to this.
import { readdirSync, readFileSync } from 'node:fs'

/** Of each thread of some processes, how many nanoseconds it ran so far. */
export type Ran = ReadonlyMap<string, number>

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const threadsOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`)
  } catch {
    return []
  }
}

function add(ran: Map<string, number>, pid: number) {
  for (const thread of threadsOf(pid)) {
    const task = `/proc/${pid}/task/${thread}`
    ran.set(thread, Number(read(`${task}/schedstat`).split(' ')[0]))
    for (const child of read(`${task}/children`).trim().split(' ').filter(Boolean)) add(ran, Number(child))
  }
}

/** How long this process and all that it started have run. */
export function ranSoFar(pid: number): Ran {
  const ran = new Map<string, number>()
  add(ran, pid)
  return ran
}

/** Milliseconds between the two; what ended in between is not counted. */
export const between = (before: Ran, after: Ran): number =>
  [...after].reduce((sum, [thread, ns]) => sum + ns - (before.get(thread) ?? 0), 0) / 1e6
