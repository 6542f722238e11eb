// The proof of the engine, with HiGHS in a thread of its own.
import { Worker } from 'node:worker_threads'
import { type OpenSolver, solveProven as prove } from '../../src/domain/matching/engine/prove'
import type { Answer, Task } from '../../src/domain/matching/engine/task'

/** HiGHS, opened in a thread; whoever opens it closes it. */
export function openHighs(): OpenSolver {
  const worker = new Worker(new URL('../../src/server/matching/highs-thread.mjs', import.meta.url), {
    execArgv: [],
  })
  const ask: OpenSolver['ask'] = (asked) =>
    new Promise((answered, failed) => {
      worker.once('message', answered)
      worker.once('error', failed)
      worker.postMessage(asked)
    })
  return { ask, close: () => worker.terminate() }
}

/** The best matching, proven where the solver can. Values of the task must be whole. */
export const solveProven = (task: Task): Promise<Answer> => prove(task, openHighs)
