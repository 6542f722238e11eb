import type { ReactNode } from 'react'
import { type Line, LineCells, type LineColumn } from './line-cells'
import { TableFrame } from './table'
import { type Tone, ToneIcon } from './tone-icon'

export type { Line, LineCell, LineColumn } from './line-cells'

type Props = {
  caption: ReactNode
  columns: LineColumn[]
  lines: readonly Line[]
  empty: ReactNode
  select?: { name: string; all: ReactNode }
}

const marksOf = (lines: readonly Line[]) => {
  const tones = new Set(
    lines.flatMap(({ cells }) => cells.flatMap((cell) => (typeof cell === 'string' ? [] : [cell[1]]))),
  )
  return Object.fromEntries(
    [...tones].map((tone: Tone) => [tone, <ToneIcon key={tone} tone={tone} size={14} />]),
  )
}

/** A long list whose cells are words: a table as any other, of which the browser gets the words alone. */
export function LineTable({ caption, columns, lines, empty, select }: Props) {
  if (lines.length === 0) return <>{empty}</>
  // The headings are made here already: what stands in them is of no use to the rows.
  const plain = columns.map(({ sort, ...column }) => column)
  return (
    <TableFrame caption={caption} captionHidden columns={columns} {...(select && { select })} linked>
      <LineCells columns={plain} lines={lines} marks={marksOf(lines)} select={select?.name} />
    </TableFrame>
  )
}
