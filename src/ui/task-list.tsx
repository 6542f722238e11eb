import type { ReactNode } from 'react'
import { AppLink } from './app-link'

export type Task = { key: string; label: ReactNode; href?: string; status: ReactNode; hint?: ReactNode }

/** Parts of a larger job, each with its state. A part that cannot start yet is no link: the hint says why. */
export function TaskList({ items }: { items: Task[] }) {
  return (
    <ul className="ui-task-list">
      {items.map((item) => (
        <li key={item.key} className="ui-task">
          <div>
            {item.href ? (
              <AppLink className="ui-task-link" href={item.href}>
                {item.label}
              </AppLink>
            ) : (
              <span className="ui-task-later">{item.label}</span>
            )}
            {item.hint ? <p className="text-sm text-soft">{item.hint}</p> : null}
          </div>
          <div className={item.href ? undefined : 'text-soft'}>{item.status}</div>
        </li>
      ))}
    </ul>
  )
}
