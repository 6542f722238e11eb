import 'server-only'
// The proof of a run: where the engine leaves a gap, HiGHS decides what is left, in a thread that ends when it takes too long.
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { type OpenSolver, solveProven } from '@/domain/matching/engine/prove'
import type { Answer, Task } from '@/domain/matching/engine/task'

const PATIENCE = 60_000

/** The path is told at run time, for the thread is no part of a bundle. */
function open(): OpenSolver {
  const path = join(process.cwd(), 'src/server/matching/highs-thread.mjs')
  const thread = new Worker(path, { execArgv: [], env: {}, stdout: true, stderr: true })
  const ask: OpenSolver['ask'] = (asked) =>
    new Promise((answered, failed) => {
      const late = setTimeout(() => failed(new Error('The proof takes too long')), PATIENCE)
      thread.once('message', (outcome) => {
        clearTimeout(late)
        answered(outcome)
      })
      thread.once('error', failed)
      thread.postMessage(asked)
    })
  return { ask, close: () => thread.terminate() }
}

/** The best matching, proven where that can be done in a minute. */
export const proven = (task: Task): Promise<Answer> => solveProven(task, open)
