import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { cx } from './cx'
import { DetailsMenu } from './details-menu'
import { ChevronDown } from './icons'

export type TabItem = { href: string; label: ReactNode; current: boolean }

function Current({ items }: { items: TabItem[] }) {
  const here = items.find((item) => item.current) ?? items[0]
  return (
    <>
      <span>{here?.label}</span>
      <ChevronDown size={20} aria-hidden />
    </>
  )
}

/** Pages of one thing. More than three become a list behind the current name on a phone. */
export function TabsNav({ label, items }: { label: string; items: TabItem[] }) {
  return (
    <nav className={cx('ui-tabs', items.length > 3 && 'ui-tabs-many')} aria-label={label}>
      <ul className="ui-tabs-row">
        {items.map((item) => (
          <li key={item.href}>
            <AppLink className="ui-tab" href={item.href} aria-current={item.current ? 'page' : undefined}>
              {item.label}
            </AppLink>
          </li>
        ))}
      </ul>
      {items.length > 3 ? (
        <DetailsMenu className="ui-tabs-menu" summary={<Current items={items} />}>
          <ul>
            {items.map((item) => (
              <li key={item.href}>
                <AppLink
                  className="ui-nav-link"
                  href={item.href}
                  aria-current={item.current ? 'page' : undefined}
                >
                  {item.label}
                </AppLink>
              </li>
            ))}
          </ul>
        </DetailsMenu>
      ) : null}
    </nav>
  )
}
