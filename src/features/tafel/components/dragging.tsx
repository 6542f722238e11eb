'use client'
import { useEffect } from 'react'

/** Whether there is a pointer that could drag: until it moves, nothing is fetched. */
let pointed = false

/** Lets the rows of an agenda be dragged as well; what does it comes when a pointer moves, and begins anew with each order. */
export function Dragging({ order }: { order: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order has other rows
  useEffect(() => {
    let stop = () => {}
    const gone = new AbortController()
    const begin = async () => {
      pointed = true
      const { start } = await import('./drag-rows')
      if (!gone.signal.aborted) stop = start()
    }
    if (pointed) begin()
    else addEventListener('pointermove', begin, { once: true, signal: gone.signal })
    return () => {
      gone.abort()
      stop()
    }
  }, [order])
  return null
}
