import { type ReactNode, useId } from 'react'
import { AppLink } from './app-link'
import { cx } from './cx'
import { type Column, cellClass, ROLE, TableHead } from './table-head'

export type Row = {
  key: string
  href?: string
  cells: Record<string, ReactNode>
  /** The name of its box, where rows can be ticked. */
  tick?: string
  /** It is ticked to begin with. */
  ticked?: boolean
  /** Rows of the same group that follow each other stand under its name. */
  group?: string
}

type Props = {
  caption: ReactNode
  captionHidden?: boolean
  columns: Column[]
  rows: Row[]
  empty: ReactNode
  /** Too many columns to become blocks on a phone: it scrolls sideways, the first column stays in sight. */
  wide?: boolean
  /**
   * Rows can be ticked: each sends its key under this name, to the form around the table. `all` is the SelectAll above
   * them: given, because a table without boxes must not bring its script along.
   */
  select?: { name: string; all: ReactNode }
}

function Name({ row, column }: { row: Row; column: Column }) {
  const name = row.cells[column.key]
  return (
    <div className="ui-row-name">
      {row.href ? (
        <AppLink className="ui-link" href={row.href}>
          {name}
        </AppLink>
      ) : (
        name
      )}
    </div>
  )
}

function BodyRow({ row, columns, select }: { row: Row; columns: Column[]; select?: string }) {
  const [first, ...others] = columns
  if (!first) return null
  return (
    <tr {...ROLE.row}>
      {select ? (
        <td {...ROLE.cell} className="ui-select-cell">
          <input
            className="ui-tick"
            type="checkbox"
            name={select}
            value={row.key}
            aria-label={row.tick}
            defaultChecked={row.ticked}
          />
        </td>
      ) : null}
      <th scope="row" {...ROLE.rowheader} className={cellClass(first)}>
        <Name row={row} column={first} />
      </th>
      {others.map((column) => (
        <td key={column.key} {...ROLE.cell} className={cellClass(column)} data-label={column.label}>
          <div>{row.cells[column.key]}</div>
        </td>
      ))}
    </tr>
  )
}

/** The rows in their groups; all in one where there are none. */
function groupsOf(rows: readonly Row[]): { name: string | undefined; rows: Row[] }[] {
  const groups: { name: string | undefined; rows: Row[] }[] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last && last.name === row.group) last.rows.push(row)
    else groups.push({ name: row.group, rows: [row] })
  }
  return groups
}

function GroupRow({ name, span }: { name: string; span: number }) {
  return (
    <tr {...ROLE.row} className="ui-table-group">
      <th scope="rowgroup" colSpan={span} {...ROLE.rowheader}>
        {name}
      </th>
    </tr>
  )
}

/** Rows with a header each; on a phone every row is a block, unless the table is a wide one. */
export function Table({ caption, captionHidden, columns, rows, empty, wide, select }: Props) {
  const id = useId()
  if (rows.length === 0) return <>{empty}</>
  // Where no link inside can take the focus, the scrolling box itself does.
  const focusable = wide || !rows.some((row) => row.href)
  const scroller = focusable ? { tabIndex: 0, role: 'region', 'aria-labelledby': id } : {}
  return (
    <div className="ui-table-scroll" {...scroller}>
      <table className={cx('ui-table', wide ? 'ui-table-wide' : 'ui-table-blocks')} {...ROLE.table}>
        <caption id={id} className={captionHidden ? 'sr-only' : undefined}>
          {caption}
        </caption>
        <TableHead columns={columns} selectAll={select?.all} />
        {groupsOf(rows).map((group) => (
          <tbody key={group.name ?? ''} {...ROLE.rowgroup}>
            {group.name ? <GroupRow name={group.name} span={columns.length + (select ? 1 : 0)} /> : null}
            {group.rows.map((row) => (
              <BodyRow key={row.key} row={row} columns={columns} select={select?.name} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}
