import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { cx } from './cx'
import { ArrowDown, ArrowUp, ArrowUpDown } from './icons'
import { type Column, cellClass, ROLE } from './table-row'

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
