import type { ReactNode } from 'react'
import { LinkButton } from './button'

export type Card = {
  key: string
  title: ReactNode
  kicker: ReactNode
  status: ReactNode
  /** The one thing to do, large enough for a thumb. */
  href: string
  action: ReactNode
  /** What the action is about, for whoever hears it without the rest of the card. */
  about: ReactNode
}

/** Things to do on the way: each one card with one button. */
export function Cards({ items }: { items: Card[] }) {
  return (
    <ul className="ui-cards">
      {items.map((card) => (
        <li key={card.key}>
          <div>
            <h3>{card.title}</h3>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="text-soft">{card.kicker}</span>
              {card.status}
            </div>
          </div>
          <LinkButton variant="primary" href={card.href}>
            <span>
              {card.action}
              <span className="sr-only"> {card.about}</span>
            </span>
          </LinkButton>
        </li>
      ))}
    </ul>
  )
}
