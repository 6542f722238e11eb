import type { ReactNode } from 'react'

/** Main work beside what goes with it; under each other where there is no room for two. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid items-start xl:grid-cols-[minmax(0,1fr)_22.5rem] xl:gap-x-6">
      <div className="min-w-0">{children}</div>
      <div className="min-w-0">{aside}</div>
    </div>
  )
}
