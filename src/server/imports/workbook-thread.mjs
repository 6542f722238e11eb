// Reads one workbook in a thread of its own: whatever it does to memory or time, it does to this thread alone. Only the
// first sheet counts; a cell with a formula is the value that was saved with it.
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'
import { repacked } from './repacked.mjs'

const textOf = (cell) => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  if (typeof cell === 'boolean') return cell ? 'ja' : 'nee'
  return String(cell)
}

const { bytes, unpacked, most } = workerData
const plain = repacked(Buffer.from(bytes), unpacked)
const rows = plain && (await readSheet(plain))
parentPort?.postMessage(rows ? rows.slice(0, most).map((row) => row.map(textOf)) : { fault: 'tooLarge' })
