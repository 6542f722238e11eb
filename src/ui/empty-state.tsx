import type { ReactNode } from 'react'

type Props = { title: ReactNode; children: ReactNode; action?: ReactNode }

/** Nothing here yet: what belongs here, why it is empty, one thing to do. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="ui-empty">
      <svg className="ui-empty-door" viewBox="0 0 64 64" fill="none" aria-hidden>
        <path d="M18 54V8h28v46" stroke="currentColor" strokeWidth="2" />
        <path d="M46 8 32 14.5V54" stroke="currentColor" strokeWidth="2" />
        <circle cx="35" cy="36" r="1.75" fill="currentColor" />
        <path className="sill" d="M6 54h52v6H6z" fill="currentColor" />
      </svg>
      <div className="min-w-0 flex-1 basis-64">
        <p className="text-lg font-semibold">{title}</p>
        <div className="mt-1 max-w-[60ch] text-soft">{children}</div>
        {action ? <div className="mt-4">{action}</div> : null}
      </div>
    </div>
  )
}
