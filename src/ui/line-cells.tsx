'use client'
// Rows of words become a table here, on the server and in the browser alike: what is sent along is the words alone. As
// elements each row would be sent three times over: made, written down for the browser, and made again to be written as HTML.
import type { ReactNode } from 'react'
import { type Column, TableBody } from './table-row'
import type { Tone } from './tone-icon'

/** Words, or words with a status behind them. */
export type LineCell = string | readonly [text: string, tone: Tone, status: string]

/** One row: its key, where it leads, and its cells in the order of the columns. */
export type Line = {
  readonly key: string
  readonly href: string
  readonly cells: readonly LineCell[]
  readonly tick?: string
  readonly group?: string
}

export type LineColumn = Column & {
  /** Words of people, in whichever direction they are written. */
  auto?: boolean
  /** Numbers and days stay on one line. */
  whole?: boolean
}

/** The shape of each tone that occurs, drawn once. */
export type Marks = Readonly<Partial<Record<Tone, ReactNode>>>

type CellProps = { cell: LineCell; column: LineColumn; marks: Marks }

function Cell({ cell, column, marks }: CellProps) {
  const [text, tone, status] = typeof cell === 'string' ? [cell] : cell
  const words =
    column.auto || column.whole ? (
      <span dir={column.auto ? 'auto' : undefined} className={column.whole ? 'whitespace-nowrap' : undefined}>
        {text}
      </span>
    ) : (
      text
    )
  if (!tone) return words
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {words}
      <span className={`ui-tag ui-tone-${tone}`}>
        {marks[tone]}
        <span>{status}</span>
      </span>
    </span>
  )
}

type Props = { columns: LineColumn[]; lines: readonly Line[]; marks: Marks; select?: string | undefined }

/** The body of a table of lines. */
export function LineCells({ columns, lines, marks, select }: Props) {
  const rows = lines.map(({ cells, ...line }) => ({
    ...line,
    cells: Object.fromEntries(
      columns.map((column, at) => {
        const cell = cells[at] ?? ''
        return [column.key, <Cell key={column.key} cell={cell} column={column} marks={marks} />]
      }),
    ),
  }))
  return <TableBody columns={columns} rows={rows} select={select} />
}
