import type { Route } from 'next'
import Link from 'next/link'
import type { AnchorHTMLAttributes, ReactNode } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  href: string
  /** Off unless asked: a page that is opened is logged as opened. */
  prefetch?: boolean
  children: ReactNode
}

/** A link inside the application. Anchors, downloads and other sites are plain links. */
export function AppLink({ href, prefetch = false, children, ...rest }: Props) {
  if (!href.startsWith('/') || rest.download !== undefined) {
    return (
      <a href={href} {...rest}>
        {children}
      </a>
    )
  }
  return (
    <Link href={href as Route} prefetch={prefetch} {...rest}>
      {children}
    </Link>
  )
}
