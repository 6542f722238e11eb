import type { ReactNode } from 'react'
import { glued } from './glued'

type Props = { title: ReactNode; kicker?: ReactNode; lead?: ReactNode; actions?: ReactNode }

export function PageTitle({ title, kicker, lead, actions }: Props) {
  return (
    <div className="ui-page-title mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 max-w-[68ch]">
        <span className="ui-sill mb-3" />
        {kicker ? <p className="mb-1 text-soft">{kicker}</p> : null}
        <h1 className="wrap-break-word">{glued(title)}</h1>
        {lead ? <div className="wrap-break-word mt-2 text-lg text-soft">{lead}</div> : null}
      </div>
      {actions ? <div className="ui-button-row">{actions}</div> : null}
    </div>
  )
}
