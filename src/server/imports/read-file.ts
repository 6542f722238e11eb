import 'server-only'
// From the bytes of a file to its rows, within limits: a file that is none of ours is refused with a word, and nothing of it is kept.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'
import { placesOfBsn } from '@/domain/import/columns'
import type { Row } from '@/domain/import/verdict'
import { unguarded } from '@/domain/report/csv'

/** So many rows come in at most, the headings not counted; so many columns; so many signs of a cell are looked at. */
export const MOST_ROWS = 10_000
const MOST_COLUMNS = 60
const LONGEST_CELL = 5_000
/** Bytes of the file, and of what is packed in it. */
export const LARGEST = 10 * 1024 * 1024
const UNPACKED = 100 * 1024 * 1024
const PATIENCE = 30_000

export const fileFaults = [
  'missing',
  'tooLarge',
  'kind',
  'oldWorkbook',
  'broken',
  'empty',
  'tooMany',
  'tooWide',
] as const
export type FileFault = (typeof fileFaults)[number]

export type FileRead = {
  readonly format: 'csv' | 'xlsx'
  /** SHA-256 of the bytes, in hex. */
  readonly checksum: string
  readonly headings: readonly string[]
  /** Numbered as the file counts them; rows without a word are left out, and so is every burgerservicenummer. */
  readonly rows: readonly Row[]
}

type Table = readonly (readonly string[])[]

/** UTF-8 where it is that, else what Excel in the Netherlands writes. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What stands between the cells: whichever of the three there is most of in the first line. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1)
  const often = (mark: string) => line.split(mark).length
  return [';', ',', '\t'].reduce((best, mark) => (often(mark) > often(best) ? mark : best))
}

function tableOfText(bytes: Buffer): Table | { fault: FileFault } {
  const text = textOf(bytes)
  // A text holds no such sign: this is something else under that name.
  if (text.includes('\u0000')) return { fault: 'kind' }
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: 200_000,
      to: MOST_ROWS + 2,
    })
  } catch {
    return { fault: 'broken' }
  }
}

/** In a thread that ends when it takes too much memory or time; the path is told at run time, for it is no part of a bundle. */
function tableOfWorkbook(bytes: Buffer): Promise<Table | { fault: FileFault }> {
  const path = join(process.cwd(), 'src/server/imports/workbook-thread.mjs')
  const thread = new Worker(path, {
    workerData: { bytes, unpacked: UNPACKED, most: MOST_ROWS + 2 },
    resourceLimits: { maxOldGenerationSizeMb: 400 },
    env: {},
    stdout: true,
    stderr: true,
  })
  return new Promise((done) => {
    const end = (table: Table | { fault: FileFault }) => {
      clearTimeout(late)
      done(table)
      void thread.terminate()
    }
    const late = setTimeout(end, PATIENCE, { fault: 'tooLarge' as const })
    thread.once('message', end)
    thread.once('error', () => end({ fault: 'broken' }))
    thread.once('exit', () => end({ fault: 'broken' }))
  })
}

const startsWith = (bytes: Buffer, ...first: number[]) => first.every((byte, at) => bytes[at] === byte)
const isWorkbook = (bytes: Buffer) => startsWith(bytes, 0x50, 0x4b)
/** What Excel wrote before 2007, and what it writes when a password is on it. */
const isOldWorkbook = (bytes: Buffer) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)

function rowsOf(table: Table): Pick<FileRead, 'headings' | 'rows'> | { fault: FileFault } {
  const [headings = [], ...others] = table
  const hidden = placesOfBsn(headings)
  const rows = others
    .map((cells, at) => ({
      nr: at + 2,
      cells: cells.map((cell, place) => (hidden.has(place) ? '' : unguarded(cell).slice(0, LONGEST_CELL))),
    }))
    .filter(({ cells }) => cells.some((cell) => cell.trim()))
  if (!rows.length) return { fault: 'empty' }
  if (rows.length > MOST_ROWS || others.length > MOST_ROWS) return { fault: 'tooMany' }
  if (table.some((cells) => cells.length > MOST_COLUMNS)) return { fault: 'tooWide' }
  return { headings: headings.map((one) => one.trim().slice(0, 120)), rows }
}

/** Reads a file by what it is, whatever it is called. */
export async function readTable(bytes: Buffer): Promise<FileRead | { fault: FileFault }> {
  if (!bytes.length) return { fault: 'missing' }
  if (bytes.length > LARGEST) return { fault: 'tooLarge' }
  if (isOldWorkbook(bytes)) return { fault: 'oldWorkbook' }
  const format = isWorkbook(bytes) ? 'xlsx' : 'csv'
  const table = format === 'xlsx' ? await tableOfWorkbook(bytes) : tableOfText(bytes)
  if ('fault' in table) return table
  const found = rowsOf(table)
  if ('fault' in found) return found
  return { format, checksum: createHash('sha256').update(bytes).digest('hex'), ...found }
}
