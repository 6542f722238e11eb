// The rows of a file of people, with the lines they stand on.
import { basename } from 'node:path'
import { CsvError, parse } from 'csv-parse/sync'
import { Problem } from '../../tools/problem.mjs'
import { refuse, shown } from './mistakes'
import { type Column, columns, type Row } from './people'
import { readText } from './text-file'

const HEADER = columns.join(';')

type Read = { record: string[]; info: { lines: number } }

/** A Dutch spreadsheet separates by semicolons, another by commas; the first line tells. */
function recordsOf(text: string): Read[] {
  const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ','
  const options = { delimiter, info: true, trim: true, relax_column_count: true, skip_empty_lines: true }
  return parse(text, { ...options, skip_records_with_empty_values: true }) as unknown as Read[]
}

function records(path: string): Read[] {
  try {
    return recordsOf(readText(path))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Problem(
      `${basename(path)} cannot be read, from line ${String(error.lines)}: ${error.code}.`,
      'A quotation mark is not closed, or stands inside a cell. Put the cell in quotation marks and double those in it.',
    )
  }
}

function checkHeader(header: readonly string[], source: string) {
  const missing = columns.filter((c) => !header.includes(c))
  const strange = header.filter((h, i) => !columns.includes(h as Column) || header.indexOf(h) < i)
  if (missing.length || strange.length)
    throw new Problem(
      [
        `The first line of ${source} does not name the columns as it should.`,
        ...(missing.length ? [`  missing: ${missing.join(', ')}`] : []),
        ...(strange.length ? [`  not known, or named twice: ${strange.map(shown).join(', ')}`] : []),
      ].join('\n'),
      `Let the first line be: ${HEADER}`,
    )
}

/** The people in this file, one row each; throws a problem when it is not such a file. */
export function readPeople(path: string): Row[] {
  const source = basename(path)
  const [first, ...rest] = records(path)
  const header = (first?.record ?? []).map((h) => h.toLowerCase())
  checkHeader(header, source)
  if (!rest.length)
    throw new Problem(
      `There are no people in ${source}.`,
      'Write each person on a line of their own, below the first.',
    )
  refuse(
    rest
      .filter(({ record }) => record.length !== header.length)
      .map(({ record, info }) => ({
        at: `line ${info.lines}`,
        wrong: `has ${record.length} cells instead of ${header.length}`,
        todo: `write it as: ${header.join(';')}`,
      })),
    source,
  )
  return rest.map(({ record, info }) => {
    const cell = (column: Column) => record[header.indexOf(column)] ?? ''
    return {
      ...(Object.fromEntries(columns.map((c) => [c, cell(c)])) as Record<Column, string>),
      email: cell('email').toLowerCase(),
      place: (column?: Column) => `line ${info.lines}${column ? `, ${column}` : ''}`,
    }
  })
}
