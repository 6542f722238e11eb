// HiGHS in a thread of its own: it keeps its thread busy until it is done. One core in, one outcome out.
import { parentPort } from 'node:worker_threads'
import loadHighs from 'highs'
import type { Core } from '../../src/domain/matching/engine/core'

export type Asked = { readonly core: Core; readonly whole: boolean }
/** `chosen`: columns that are taken; `price`: of each row, of the relaxation. `optimal`: proven by the solver. */
export type Outcome = {
  readonly optimal: boolean
  readonly chosen: Int32Array
  readonly price: Float64Array
  readonly bound: number
}

const highs = await loadHighs()

function modelOf({ edges, value, start, row, most }: Core, whole: boolean) {
  const columns = edges.length
  const zeros = new Float64Array(columns)
  return {
    numCols: columns,
    numRows: most.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: value,
    colLower: zeros,
    colUpper: new Float64Array(columns).fill(1),
    rowLower: new Float64Array(most.length),
    rowUpper: most,
    matrix: {
      format: 'csc' as const,
      numRows: most.length,
      numCols: columns,
      starts: start,
      indices: row,
      values: new Float64Array(row.length).fill(1),
    },
    ...(whole ? { integrality: new Int32Array(columns).fill(highs.constants.variableType.integer) } : {}),
  }
}

function solve({ core, whole }: Asked): Outcome {
  return highs.withModel(modelOf(core, whole), (model) => {
    // Values are whole numbers: what is less than 1 away from the bound is the best.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.9, threads: 1 })
    model.run()
    const { colValue, rowDual } = model.getSolution()
    const chosen = Int32Array.from(colValue.keys()).filter((at) => (colValue[at] ?? 0) > 0.5)
    const value = model.getObjectiveValue()
    return {
      optimal: model.getModelStatus() === highs.constants.modelStatus.optimal,
      chosen,
      price: whole ? new Float64Array(0) : Float64Array.from(rowDual, Math.abs),
      bound: value,
    }
  })
}

parentPort?.on('message', (asked: Asked) => parentPort?.postMessage(solve(asked)))
