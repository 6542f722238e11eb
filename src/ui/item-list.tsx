import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { glued } from './glued'

export type Item = {
  key: string
  title: ReactNode
  href?: string
  /** What tells it from the others: a number, a day. */
  meta?: ReactNode
  /** One line more. */
  detail?: ReactNode
  status?: ReactNode
}

/** Things with a name and a state, too few or too different for a table. */
export function ItemList({ items, empty }: { items: readonly Item[]; empty?: ReactNode }) {
  if (items.length === 0) return <>{empty}</>
  return (
    <ul>
      {items.map(({ key, title, href, meta, detail, status }) => (
        <li key={key} className="ui-task">
          <div>
            {href ? (
              <AppLink className="ui-task-link mr-2" href={href}>
                {glued(title)}
              </AppLink>
            ) : (
              <span className="mr-2 font-semibold">{glued(title)}</span>
            )}
            {meta ? <span className="ui-num inline-block text-soft">{meta}</span> : null}
            {detail ? <p className="text-sm text-soft">{detail}</p> : null}
          </div>
          {status ? <div>{status}</div> : null}
        </li>
      ))}
    </ul>
  )
}
