// Reads one workbook in a thread of its own: whatever it does to memory or time, it does to this thread alone. Only the first sheet
// counts; a cell with a formula is the value that was saved with it.
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'

const textOf = (cell) => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee'
  return String(cell)
}

const rows = await readSheet(Buffer.from(workerData.bytes))
parentPort?.postMessage(rows.slice(0, workerData.most).map((row) => row.map(textOf)))
