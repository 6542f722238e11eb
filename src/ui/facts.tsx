import type { ReactNode } from 'react'

export type Fact = { term: string; value: ReactNode; note?: ReactNode }

/** Terms and what is known about them. */
export function Facts({ items }: { items: Fact[] }) {
  return (
    <dl className="ui-facts">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
          {item.note ? <dd>{item.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
