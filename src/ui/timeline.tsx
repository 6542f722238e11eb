import type { ReactNode } from 'react'
import { glued } from './glued'

export type TimelineItem = {
  key: string
  title: ReactNode
  who: ReactNode
  when: ReactNode
  detail?: ReactNode
}

/** What happened, in the order given: the newest first. */
export function Timeline({ items, empty }: { items: TimelineItem[]; empty: ReactNode }) {
  if (items.length === 0) return <>{empty}</>
  return (
    <ol className="ui-timeline">
      {items.map((item) => (
        <li key={item.key}>
          <p className="font-semibold">{glued(item.title)}</p>
          <p className="ui-num text-sm text-soft">
            {item.when} · {item.who}
          </p>
          {item.detail ? <div className="mt-1 max-w-[68ch]">{item.detail}</div> : null}
        </li>
      ))}
    </ol>
  )
}
