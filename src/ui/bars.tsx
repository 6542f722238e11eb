import type { ReactNode } from 'react'

export type Bar = { key: string; label: ReactNode; n: number }

/** Counts beside each other: the number says it, the bar shows it. */
export function Bars({ items }: { items: Bar[] }) {
  const most = Math.max(1, ...items.map(({ n }) => n))
  return (
    <dl className="ui-bars">
      {items.map(({ key, label, n }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            <svg height="10" aria-hidden>
              <rect width={`${(100 * n) / most}%`} height="10" fill="currentColor" />
            </svg>
            <span>{n}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
