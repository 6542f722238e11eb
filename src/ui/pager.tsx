import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { ArrowLeft, ArrowRight } from './icons'

type Way = { href: string; label: ReactNode }
type Props = { label: string; count: ReactNode; previous?: Way | null; next?: Way | null }

/** Which part of a list this is, and the way to the parts beside it. */
export function Pager({ label, count, previous, next }: Props) {
  return (
    <nav className="ui-pager" aria-label={label}>
      <p>{count}</p>
      {previous ? (
        <AppLink className="ui-pager-link" href={previous.href} rel="prev">
          <ArrowLeft size={18} aria-hidden />
          {previous.label}
        </AppLink>
      ) : null}
      {next ? (
        <AppLink className="ui-pager-link" href={next.href} rel="next">
          {next.label}
          <ArrowRight size={18} aria-hidden />
        </AppLink>
      ) : null}
    </nav>
  )
}
