// The programs that our commands start, and how they are stopped again.
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { Problem } from './problem.mjs'

let found

/** Node 24 as npm brought it, so that a machine with an older Node runs the application on the same version. */
export function nodePath() {
  if (found) return found
  const brought = resolve(`node_modules/node-${process.platform}-${process.arch}/bin/node`)
  // On a system with another C library the file is there and cannot run.
  const runs = existsSync(brought) && spawnSync(brought, ['--version'], { stdio: 'ignore' }).status === 0
  found = runs ? brought : process.execPath
  return found
}

const running = new Set()
let stopping = false

/** Were we told to stop? Then what a child leaves behind is no failure. */
export const isStopping = () => stopping

/** Starts Node on these arguments. In a group of its own: Ctrl+C reaches us alone, and we stop things in order. */
export function start(args, { env = process.env, stdio = ['ignore', 'inherit', 'inherit'] } = {}) {
  if (stopping) throw new Problem('Told to stop.', 'Run the same command again.')
  const child = spawn(nodePath(), args, { env, stdio, detached: process.platform !== 'win32' })
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** The whole group: Next and Vitest start workers of their own. */
export function signal(child, name) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name)
  } catch {
    child.kill(name)
  }
}

export async function stopChildren(patience = 10_000) {
  await Promise.all([...running].map((child) => stopChild(child, patience)))
}

/** What a command does when it is told to stop: its children first, then `afterwards`. */
export function stopOnSignal(afterwards = () => process.exit(130)) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(name, async () => {
      if (stopping) return
      stopping = true
      await stopChildren()
      await afterwards()
    })
}

export function stopChild(child, patience = 10_000) {
  if (child.exitCode !== null || child.signalCode !== null) return
  return new Promise((ok) => {
    const hard = setTimeout(() => signal(child, 'SIGKILL'), patience)
    child.once('exit', () => {
      clearTimeout(hard)
      ok()
    })
    signal(child, 'SIGTERM')
  })
}

/**
 * Runs Node on these arguments to its end. Its output goes to `log` (a file) and, line by line, to `onLine`.
 * @returns {Promise<{ code: number, tail: string }>} `tail`: the last lines it printed.
 */
export function run(args, { env, log, onLine } = {}) {
  return new Promise((ok, no) => {
    const child = start(args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const file = log && createWriteStream(log)
    const tail = []
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        file?.write(`${line}\n`)
        onLine?.(line)
        tail.push(line)
        if (tail.length > 60) tail.shift()
      })
    }
    child.once('error', no)
    child.once('close', (code, signalName) => {
      file?.end()
      ok({ code: code ?? (signalName ? 1 : 0), tail: tail.join('\n') })
    })
  })
}
