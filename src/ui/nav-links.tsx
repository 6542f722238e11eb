'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { AppLink } from './app-link'

export type NavItem = { href: string; label: ReactNode; count?: number }

/** The first page is open at its own address only, a room at every address below its own. */
const isOpen = (href: string, path: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))

/** The rooms, the open one marked. The frame stays while pages change inside it: the address says where one is. */
export function NavLinks({ nav, menuLabel }: { nav: NavItem[]; menuLabel: string }) {
  const path = usePathname()
  return (
    <nav aria-label={menuLabel}>
      <ul>
        {nav.map(({ href, label, count }) => (
          <li key={href}>
            <AppLink
              className="ui-nav-link"
              href={href}
              aria-current={isOpen(href, path) ? 'page' : undefined}
            >
              <span>{label}</span>
              {count === undefined ? null : <span className="ui-nav-count">{count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
