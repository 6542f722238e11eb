import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { cx } from './cx'
import { DetailsMenu } from './details-menu'
import { ChevronDown, ChevronUp } from './icons'

export type MenuItem = {
  key: string
  label: ReactNode
  icon?: ReactNode
  danger?: boolean
  /** A link, or else an action that a small form posts. */
  href?: string
  action?: string | ((data: FormData) => void | Promise<void>)
  name?: string
  value?: string
  /** Cannot be chosen now; its label says why. */
  blocked?: boolean
}

type Props = { label: ReactNode; icon?: ReactNode; items: MenuItem[]; side?: 'top' | 'bottom'; end?: boolean }

function Item({ item }: { item: MenuItem }) {
  const className = cx('ui-menu-item', item.danger && 'ui-menu-item-danger')
  if (item.blocked) {
    return (
      <p className="ui-menu-item ui-menu-blocked" data-item={item.key} aria-disabled>
        {item.icon}
        <span>{item.label}</span>
      </p>
    )
  }
  if (item.href) {
    return (
      <AppLink className={className} href={item.href} data-item={item.key}>
        {item.icon}
        {item.label}
      </AppLink>
    )
  }
  const method = typeof item.action === 'string' ? 'post' : undefined
  return (
    <form action={item.action} method={method}>
      <button className={className} type="submit" name={item.name} value={item.value} data-item={item.key}>
        {item.icon}
        {item.label}
      </button>
    </form>
  )
}

/** A list of links and small actions behind one label. Works without JavaScript. */
export function Menu({ label, icon, items, side = 'bottom', end }: Props) {
  const Mark = side === 'top' ? ChevronUp : ChevronDown
  const summary = (
    <>
      {icon}
      <span className="min-w-0 wrap-break-word">{label}</span>
      <Mark size={18} aria-hidden />
    </>
  )
  return (
    <DetailsMenu
      className={cx('ui-menu', side === 'top' && 'ui-menu-top', end && 'ui-menu-end')}
      summary={summary}
    >
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <Item item={item} />
          </li>
        ))}
      </ul>
    </DetailsMenu>
  )
}
