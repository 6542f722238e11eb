import type { ReactNode } from 'react'

type Props = {
  tone: 'info' | 'success' | 'warning' | 'danger'
  icon: ReactNode
  title?: ReactNode
  children?: ReactNode
  /** Only where it appears while somebody is at work on the page. */
  live?: boolean
}

/** A notice with an icon that is given: for a form in the browser, which would bring those of all tones along. */
export function NoticeBox({ tone, icon, title, children, live }: Props) {
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div className={`ui-notice ui-tone-${tone}`} role={role}>
      {icon}
      <div>
        {title ? <p className="ui-notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
