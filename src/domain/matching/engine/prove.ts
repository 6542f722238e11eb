// From an answer with a gap to one that is proven: prices from the relaxation of the core make the core small, and whole
// numbers on what is left are the proof.
import { solveFast, tryPrices } from './cap-prices'
import { type Core, coreOf, withChoice } from './core'
import { type Answer, isProven, type Task } from './task'

type AskedOfSolver = { readonly core: Core; readonly whole: boolean }
/** `chosen`: columns that are taken; `price`: of each row of the relaxation. `optimal`: proven by the solver. */
type OutcomeOfSolver = {
  readonly optimal: boolean
  readonly chosen: Int32Array
  readonly price: Float64Array
  readonly bound: number
}

/** A solver of whole numbers that somebody opened, and that is closed again. */
export type OpenSolver = {
  readonly ask: (asked: AskedOfSolver) => Promise<OutcomeOfSolver>
  readonly close: () => unknown
}

async function byRelaxation(task: Task, answer: Answer, ask: OpenSolver['ask']): Promise<Answer> {
  const core: Core = coreOf(task, answer)
  const { optimal, price } = await ask({ core, whole: false })
  if (!optimal) return answer
  return tryPrices(
    task,
    answer,
    Float64Array.from(core.crossingRow, (row) => price[row] ?? 0),
  )
}

/** The best matching, proven where the solver can; it is opened only where a gap is left. Values of the task must be whole. */
export async function solveProven(task: Task, open: () => OpenSolver): Promise<Answer> {
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
