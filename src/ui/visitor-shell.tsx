import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { BrandMark } from './brand-mark'

type Props = {
  brand: ReactNode
  brandHref: string
  skipLabel: string
  tools: ReactNode
  footer: ReactNode
  children: ReactNode
}

/** The frame of a page without navigation: for who is not signed in, or has still to choose. */
export function VisitorShell({ brand, brandHref, skipLabel, tools, footer, children }: Props) {
  return (
    <div className="ui-visitor">
      <a className="ui-skip" href="#main">
        {skipLabel}
      </a>
      <header className="ui-visitor-top">
        <AppLink className="ui-brand" href={brandHref}>
          <BrandMark />
          <span>{brand}</span>
        </AppLink>
        <div className="ui-shell-tools">{tools}</div>
      </header>
      <main className="ui-visitor-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="ui-visitor-foot">{footer}</footer>
    </div>
  )
}
