import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToneIcon } from './tone-icon'

type Props = {
  tone: 'info' | 'success' | 'warning' | 'danger'
  title?: ReactNode
  children?: ReactNode
  /** Only where it appears while somebody is at work on the page. */
  live?: boolean
}

export function Notice({ tone, title, children, live }: Props) {
  const role = live ? (tone === 'danger' ? 'alert' : 'status') : undefined
  return (
    <div className={`ui-notice ui-tone-${tone}`} role={role}>
      {tone === 'warning' ? <TriangleAlert size={22} aria-hidden /> : <ToneIcon tone={tone} size={22} />}
      <div>
        {title ? <p className="ui-notice-title">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
