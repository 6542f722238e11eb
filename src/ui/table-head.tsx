import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { cx } from './cx'
import { ArrowDown, ArrowUp, ArrowUpDown } from './icons'

export type Column = {
  key: string
  label: string
  align?: 'right'
  hideOnPhone?: boolean
  /** Where the list stands in the order of this column; `now` when it already does. */
  sort?: { href: string; now?: 'ascending' | 'descending' }
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

const ARROWS = { ascending: ArrowUp, descending: ArrowDown }

function Heading({ column }: { column: Column }) {
  if (!column.sort) return column.label
  const Arrow = column.sort.now ? ARROWS[column.sort.now] : ArrowUpDown
  return (
    <AppLink className="ui-sort" href={column.sort.href}>
      {column.label}
      <Arrow size={14} strokeWidth={2.5} aria-hidden />
    </AppLink>
  )
}

/** `selectAll` stands above the boxes of the rows; null where they have boxes and nothing above them. */
type Props = { columns: Column[]; selectAll?: ReactNode }

/** The headings: a link where the list can be put in the order of that column. */
export function TableHead({ columns, selectAll }: Props) {
  return (
    <thead {...ROLE.rowgroup} className={columns.some((column) => column.sort) ? 'ui-sortable' : undefined}>
      <tr {...ROLE.row}>
        {selectAll !== undefined ? (
          <td {...ROLE.cell} className="ui-select-cell">
            {selectAll}
          </td>
        ) : null}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            {...ROLE.columnheader}
            className={cx(cellClass(column), column.sort && 'ui-sorts') || undefined}
            aria-sort={column.sort?.now}
          >
            <Heading column={column} />
          </th>
        ))}
      </tr>
    </thead>
  )
}
