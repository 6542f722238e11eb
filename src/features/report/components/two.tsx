import type { ReactNode } from 'react'

/** A value, and below it what belongs to it. */
export const Two = ({ first, second }: { first: ReactNode; second: string | null }) => (
  <>
    <span className="block">{first}</span>
    {second && <span className="block font-normal text-soft">{second}</span>}
  </>
)
