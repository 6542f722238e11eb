import { type ReactNode, useId } from 'react'
import { cx } from './cx'
import { TableHead } from './table-head'
import { type Column, ROLE, type Row, TableBody } from './table-row'

export type { Row } from './table-row'

type FrameProps = {
  caption: ReactNode
  captionHidden?: boolean
  columns: Column[]
  /** Too many columns to become blocks on a phone: it scrolls sideways, the first column stays in sight. */
  wide?: boolean
  /**
   * Rows can be ticked: each sends its key under this name, to the form around the table. `all` is the SelectAll above
   * them: given, because a table without boxes must not bring its script along.
   */
  select?: { name: string; all: ReactNode }
}

type InFrame = FrameProps & { linked: boolean; children: ReactNode }

/** Around the rows: what scrolls, the name of the table, its headings. `linked` when a link inside can take the focus. */
export function TableFrame({ caption, captionHidden, columns, wide, select, linked, children }: InFrame) {
  const id = useId()
  // Where no link inside can take the focus, the scrolling box itself does.
  const scroller = wide || !linked ? { tabIndex: 0, role: 'region', 'aria-labelledby': id } : {}
  return (
    <div className="ui-table-scroll" {...scroller}>
      <table className={cx('ui-table', wide ? 'ui-table-wide' : 'ui-table-blocks')} {...ROLE.table}>
        <caption id={id} className={captionHidden ? 'sr-only' : undefined}>
          {caption}
        </caption>
        <TableHead columns={columns} selectAll={select?.all} />
        {children}
      </table>
    </div>
  )
}

type Props = FrameProps & { rows: Row[]; empty: ReactNode }

/** Rows with a header each; on a phone every row is a block, unless the table is a wide one. */
export function Table({ rows, empty, ...frame }: Props) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <TableFrame {...frame} linked={rows.some((row) => row.href)}>
      <TableBody columns={frame.columns} rows={rows} select={frame.select?.name} />
    </TableFrame>
  )
}
