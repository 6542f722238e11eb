// From an answer with a gap to one that is proven: prices from the relaxation of the core make the core small, and whole
// numbers on what is left are the proof.
import { Worker } from 'node:worker_threads'
import { solveFast, tryPrices } from '../../src/domain/matching/engine/cap-prices'
import { type Core, coreOf, withChoice } from '../../src/domain/matching/engine/core'
import type { Answer, Task } from '../../src/domain/matching/engine/task'

type Asked = { readonly core: Core; readonly whole: boolean }
/** `chosen`: columns that are taken; `price`: of each row of the relaxation. `optimal`: proven by the solver. */
type Outcome = {
  readonly optimal: boolean
  readonly chosen: Int32Array
  readonly price: Float64Array
  readonly bound: number
}

/** With whole values, less than 1 between a matching and its bound leaves nothing in between. */
export const isProven = ({ value, bound }: Answer): boolean => bound - value < 1

function open() {
  const worker = new Worker(new URL('./highs-worker.mjs', import.meta.url), { execArgv: [] })
  const ask = (asked: Asked): Promise<Outcome> =>
    new Promise((answered, failed) => {
      worker.once('message', answered)
      worker.once('error', failed)
      worker.postMessage(asked)
    })
  return { ask, close: () => worker.terminate() }
}

async function byRelaxation(
  task: Task,
  answer: Answer,
  ask: (asked: Asked) => Promise<Outcome>,
): Promise<Answer> {
  const core: Core = coreOf(task, answer)
  const { optimal, price } = await ask({ core, whole: false })
  if (!optimal) return answer
  return tryPrices(
    task,
    answer,
    Float64Array.from(core.crossingRow, (row) => price[row] ?? 0),
  )
}

/** The best matching, proven where the solver can. Values of the task must be whole. */
export async function solveProven(task: Task): Promise<Answer> {
  const fast = solveFast(task)
  if (isProven(fast)) return fast
  const { ask, close } = open()
  try {
    const priced = await byRelaxation(task, fast, ask)
    if (isProven(priced)) return priced
    const core = coreOf(task, priced)
    const { optimal, chosen, bound } = await ask({ core, whole: true })
    if (!optimal) return priced
    return withChoice(task, priced, { core, chosen, bound: Math.round(bound) })
  } finally {
    await close()
  }
}
