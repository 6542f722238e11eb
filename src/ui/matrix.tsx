import { type ReactNode, useId } from 'react'

type MatrixCell = { text: ReactNode; notes: readonly string[] } | null

type Row = { key: string; label: ReactNode; about?: ReactNode; cells: Readonly<Record<string, MatrixCell>> }

type Props = {
  caption: ReactNode
  /** What the first column holds. */
  corner: ReactNode
  /** What an empty cell says to who hears the table. */
  none: string
  columns: readonly { key: string; label: ReactNode }[]
  rows: readonly Row[]
}

function Cell({ cell, none }: { cell: MatrixCell; none: string }) {
  if (!cell)
    return (
      <td className="ui-matrix-none">
        <span aria-hidden>–</span>
        <span className="sr-only">{none}</span>
      </td>
    )
  return (
    <td>
      {cell.text}
      {cell.notes.map((note) => (
        <span key={note} className="ui-matrix-note">
          {note}
        </span>
      ))}
    </td>
  )
}

/** Two lists against each other. Too wide for most screens: it scrolls in a box of its own, and stays a table on paper. */
export function Matrix({ caption, corner, none, columns, rows }: Props) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard scrolls the box by it
    <section className="ui-matrix-scroll" tabIndex={0} aria-labelledby={id}>
      <table className="ui-matrix">
        <caption id={id}>
          <span className="ui-matrix-caption">{caption}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, about, cells }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                {about ? <span className="ui-matrix-note">{about}</span> : null}
              </th>
              {columns.map((column) => (
                <Cell key={column.key} cell={cells[column.key] ?? null} none={none} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
