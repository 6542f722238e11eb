import type { ReactNode } from 'react'
import { cx } from './cx'
import { ROLE } from './table-row'

export type MonthDay = {
  key: string
  number: string
  /** The whole day in words, for who hears the table or sees it as a list. */
  name: string
  /** What is special about it: a holiday, today. */
  notes: readonly string[]
  inside: boolean
  working: boolean
  entries: readonly { key: string; content: ReactNode }[]
  /** Where the rest of a full day is. */
  more?: ReactNode
}

type Props = {
  caption: ReactNode
  /** What a week is called, before its number. */
  week: string
  weekdays: readonly string[]
  weeks: readonly { number: string; days: readonly MonthDay[] }[]
}

function Day({ day }: { day: MonthDay }) {
  if (!day.inside) return <td {...ROLE.cell} className="ui-month-outside" />
  const empty = day.entries.length === 0 && !day.more
  return (
    <td
      {...ROLE.cell}
      className={cx(!day.working && 'ui-month-closed', empty && 'ui-month-empty') || undefined}
    >
      <p className="ui-month-day">
        <span aria-hidden>{day.number}</span>
        <span className="ui-month-name">{day.name}</span>
        {day.notes.map((note) => (
          <span key={note} className="ui-month-note">
            {note}
          </span>
        ))}
      </p>
      {day.entries.length > 0 && (
        <ul>
          {day.entries.map(({ key, content }) => (
            <li key={key}>{content}</li>
          ))}
        </ul>
      )}
      {day.more}
    </td>
  )
}

/** A month in weeks. On a phone it is a list of the days on which there is something. */
export function MonthTable({ caption, week, weekdays, weeks }: Props) {
  return (
    <table className="ui-month" {...ROLE.table}>
      <caption>{caption}</caption>
      <thead {...ROLE.rowgroup}>
        <tr {...ROLE.row}>
          <th scope="col" {...ROLE.columnheader} className="ui-month-week">
            {week}
          </th>
          {weekdays.map((name) => (
            <th key={name} scope="col" {...ROLE.columnheader}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLE.rowgroup}>
        {weeks.map(({ number, days }) => (
          <tr key={number} {...ROLE.row}>
            <th scope="row" {...ROLE.rowheader} className="ui-month-week">
              {number}
            </th>
            {days.map((day) => (
              <Day key={day.key} day={day} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
