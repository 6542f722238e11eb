'use client'
import { useEffect } from 'react'

/** Lets the rows of an agenda be dragged as well; what does it comes when the page is there, and begins anew with each order. */
export function Dragging({ order }: { order: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order has other rows
  useEffect(() => {
    let stop = () => {}
    let gone = false
    import('./drag-rows').then(({ start }) => {
      if (!gone) stop = start()
    })
    return () => {
      gone = true
      stop()
    }
  }, [order])
  return null
}
