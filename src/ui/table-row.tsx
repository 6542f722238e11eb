import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { cx } from './cx'

export type Column = {
  key: string
  label: string
  align?: 'right'
  hideOnPhone?: boolean
  /** Where the list stands in the order of this column; `now` when it already does. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
}

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

// On a phone CSS takes the table layout away, and in some browsers the meaning with it: said again here.
export const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
}

export function cellClass(column: Column): string | undefined {
  return cx(column.align === 'right' && 'ui-end', column.hideOnPhone && 'ui-hide-phone') || undefined
}

const linked = (name: ReactNode, href: string | undefined) =>
  href ? (
    <AppLink className="ui-link" href={href}>
      {name}
    </AppLink>
  ) : (
    name
  )

function BodyRow({ row, columns, select }: { row: Row; columns: Column[]; select: string | undefined }) {
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
        <div className="ui-row-name">{linked(row.cells[first.key], row.href)}</div>
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

type Props = { columns: Column[]; rows: readonly Row[]; select?: string | undefined }

/** The rows of a table, under the names of their groups. With `select` each has a box that sends its key under that name. */
export function TableBody({ columns, rows, select }: Props) {
  return groupsOf(rows).map((group) => (
    <tbody key={group.name ?? ''} {...ROLE.rowgroup}>
      {group.name ? <GroupRow name={group.name} span={columns.length + (select ? 1 : 0)} /> : null}
      {group.rows.map((row) => (
        <BodyRow key={row.key} row={row} columns={columns} select={select} />
      ))}
    </tbody>
  ))
}
