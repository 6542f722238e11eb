import type { ReactNode } from 'react'
import { ChevronRight } from './icons'

type Props = { summary: ReactNode; children: ReactNode; open?: boolean }

/** More, for who wants it. */
export function Disclosure({ summary, children, open }: Props) {
  return (
    <details className="ui-disclosure" open={open}>
      <summary>
        <ChevronRight size={18} aria-hidden />
        {summary}
      </summary>
      <div>{children}</div>
    </details>
  )
}
