// HiGHS in a thread of its own: it keeps its thread busy until it is done. One core in, one outcome out. Plain
// JavaScript: a thread of Node 20 knows no other.
import { parentPort } from 'node:worker_threads'
import loadHighs from 'highs'

const highs = await loadHighs()

function modelOf({ edges, value, start, row, most }, whole) {
  const columns = edges.length
  const model = {
    numCols: columns,
    numRows: most.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: value,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: new Float64Array(most.length),
    rowUpper: most,
    matrix: {
      format: 'csc',
      numRows: most.length,
      numCols: columns,
      starts: start,
      indices: row,
      values: new Float64Array(row.length).fill(1),
    },
  }
  if (whole) model.integrality = new Int32Array(columns).fill(highs.constants.variableType.integer)
  return model
}

const solve = ({ core, whole }) =>
  highs.withModel(modelOf(core, whole), (model) => {
    // Values are whole numbers: what is less than 1 away from the bound is the best.
    model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.9 })
    model.run()
    const { colValue, rowDual } = model.getSolution()
    return {
      optimal: model.getModelStatus() === highs.constants.modelStatus.optimal,
      chosen: Int32Array.from(colValue.keys()).filter((at) => colValue[at] > 0.5),
      price: whole ? new Float64Array(0) : Float64Array.from(rowDual, Math.abs),
      bound: model.getObjectiveValue(),
    }
  })

parentPort?.on('message', (asked) => parentPort?.postMessage(solve(asked)))
