import type { ReactNode } from 'react'

/** Main work beside what goes with it; under each other where a list and its neighbour would both lack room. */
export function Columns({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className="grid items-start min-[88rem]:grid-cols-[minmax(0,1fr)_22.5rem] min-[88rem]:gap-x-6">
      <div className="min-w-0">{children}</div>
      <div className="min-w-0">{aside}</div>
    </div>
  )
}
