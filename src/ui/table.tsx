import { type ReactNode, useId } from 'react'
import { AppLink } from './app-link'
import { cx } from './cx'

export type Column = { key: string; label: string; align?: 'right'; hideOnPhone?: boolean }
export type Row = { key: string; href?: string; cells: Record<string, ReactNode> }

type Props = {
  caption: ReactNode
  captionHidden?: boolean
  columns: Column[]
  rows: Row[]
  empty: ReactNode
}

// On a phone CSS takes the table layout away, and in some browsers the meaning with it: said again here.
const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
}

function cellClass(column: Column): string | undefined {
  return cx(column.align === 'right' && 'ui-end', column.hideOnPhone && 'ui-hide-phone') || undefined
}

function Head({ columns }: { columns: Column[] }) {
  return (
    <thead {...ROLE.rowgroup}>
      <tr {...ROLE.row}>
        {columns.map((column) => (
          <th key={column.key} scope="col" {...ROLE.columnheader} className={cellClass(column)}>
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function BodyRow({ row, columns }: { row: Row; columns: Column[] }) {
  const [first, ...others] = columns
  if (!first) return null
  const name = row.cells[first.key]
  return (
    <tr {...ROLE.row}>
      <th scope="row" {...ROLE.rowheader} className={cellClass(first)}>
        {row.href ? (
          <AppLink className="ui-link" href={row.href}>
            {name}
          </AppLink>
        ) : (
          name
        )}
      </th>
      {others.map((column) => (
        <td key={column.key} {...ROLE.cell} className={cellClass(column)} data-label={column.label}>
          <div>{row.cells[column.key]}</div>
        </td>
      ))}
    </tr>
  )
}

/** Rows with a header each; on a phone every row is a block. */
export function Table({ caption, captionHidden, columns, rows, empty }: Props) {
  const id = useId()
  if (rows.length === 0) return <>{empty}</>
  // Where no link inside can take the focus, the scrolling box itself does.
  const scroller = rows.some((row) => row.href) ? {} : { tabIndex: 0, role: 'region', 'aria-labelledby': id }
  return (
    <div className="ui-table-scroll" {...scroller}>
      <table className="ui-table" {...ROLE.table}>
        <caption id={id} className={captionHidden ? 'sr-only' : undefined}>
          {caption}
        </caption>
        <Head columns={columns} />
        <tbody {...ROLE.rowgroup}>
          {rows.map((row) => (
            <BodyRow key={row.key} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
