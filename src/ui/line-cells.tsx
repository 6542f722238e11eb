'use client'
// Rows of words become a table here, on the server and in the browser alike: what is sent along is the words alone. As
// elements each row would be sent three times over: made, written down for the browser, and made again to be written as HTML.
import { useRouter } from 'next/navigation'
import type { MouseEvent, ReactNode } from 'react'
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
type Marks = Readonly<Partial<Record<Tone, ReactNode>>>

/** A function and no component: there are some hundreds of these on a page. */
function shown(cell: LineCell, column: LineColumn, marks: Marks): ReactNode {
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

type Click = MouseEvent<HTMLAnchorElement>

/** Whether the page itself goes on, and not the browser in another tab or window. */
const goesOn = (event: Click) =>
  !event.defaultPrevented &&
  !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)

type Props = { columns: LineColumn[]; lines: readonly Line[]; marks: Marks; select?: string | undefined }

/** The body of a table of lines. Its links go on as every link here does, by one function for all of them. */
export function LineCells({ columns, lines, marks, select }: Props) {
  const { push } = useRouter()
  const follow = (event: Click) => {
    if (!goesOn(event)) return
    event.preventDefault()
    push(event.currentTarget.getAttribute('href') ?? '')
  }
  const rows = lines.map(({ cells, href, ...line }) => ({
    ...line,
    cells: Object.fromEntries(
      columns.map((column, at) => {
        const words = shown(cells[at] ?? '', column, marks)
        if (at > 0) return [column.key, words]
        return [
          column.key,
          <a key={href} className="ui-link" href={href} onClick={follow}>
            {words}
          </a>,
        ]
      }),
    ),
  }))
  return <TableBody columns={columns} rows={rows} select={select} />
}
