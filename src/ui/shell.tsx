import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { BrandMark } from './brand-mark'
import { DetailsMenu } from './details-menu'
import { Menu as MenuIcon } from './icons'
import { type NavItem, NavLinks } from './nav-links'

type Props = {
  brand: ReactNode
  brandHref: string
  /** The logo of the covenant; without it our own mark. */
  mark?: ReactNode
  nav: NavItem[]
  account: ReactNode
  /** What is new for whoever looks: beside the brand. */
  bell?: ReactNode
  /** Help with the page that is open: at the foot of the side on a desk, on top on a phone. */
  help?: ReactNode
  /** The way to the search: above the rooms on a desk, on top on a phone. */
  search?: ReactNode
  skipLabel: string
  menuLabel: string
  banner?: ReactNode
  children: ReactNode
  footer: ReactNode
  /** At the foot of each printed sheet: that it is confidential, who printed it, when. */
  printNote?: ReactNode
}

function Brand({ brand, brandHref, mark }: Pick<Props, 'brand' | 'brandHref' | 'mark'>) {
  return (
    <AppLink className="ui-brand" href={brandHref}>
      {mark ?? <BrandMark />}
      <span>{brand}</span>
    </AppLink>
  )
}

type Frame = Omit<Props, 'skipLabel' | 'banner' | 'children' | 'footer' | 'printNote'>

/** On a desk: everything of the frame, at the side. */
function Side(frame: Frame) {
  return (
    <header className="ui-shell-side">
      <Brand {...frame} />
      {frame.search ? <div className="ui-shell-search">{frame.search}</div> : null}
      {frame.bell}
      <NavLinks nav={frame.nav} menuLabel={frame.menuLabel} />
      {frame.help ? <div className="ui-shell-help">{frame.help}</div> : null}
      <div className="ui-shell-account">{frame.account}</div>
    </header>
  )
}

/** On a phone: search, what is new, help, and the rest behind one button. */
function Top(frame: Frame) {
  const menu = (
    <>
      <MenuIcon size={20} aria-hidden />
      {frame.menuLabel}
    </>
  )
  return (
    <header className="ui-shell-top">
      <Brand {...frame} />
      <div className="ui-shell-tools">
        {frame.search}
        {frame.bell}
        {frame.help}
        <DetailsMenu className="ui-shell-menu" summary={menu}>
          <NavLinks nav={frame.nav} menuLabel={frame.menuLabel} />
          <div className="ui-shell-account mt-2">{frame.account}</div>
        </DetailsMenu>
      </div>
    </header>
  )
}

/** The frame of every page: navigation at the side on a desk, behind one button on a phone. */
export function Shell({ skipLabel, banner, children, footer, printNote, ...frame }: Props) {
  return (
    <div className="ui-shell">
      <a className="ui-skip" href="#main">
        {skipLabel}
      </a>
      <Side {...frame} />
      <Top {...frame} />
      {banner ? <aside className="ui-shell-banner">{banner}</aside> : null}
      <main className="ui-shell-main" id="main" tabIndex={-1}>
        <div className="ui-shell-inner">
          {children}
          {printNote ? <p className="ui-print-note">{printNote}</p> : null}
        </div>
      </main>
      <footer className="ui-shell-footer">{footer}</footer>
    </div>
  )
}
