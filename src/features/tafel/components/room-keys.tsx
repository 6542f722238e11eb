'use client'
import { useEffect } from 'react'

/** Keys and clock of the screen in the room; what does it comes when the page is there. */
export function RoomKeys() {
  useEffect(() => {
    let stop = () => {}
    let gone = false
    import('./room-clock').then(({ start }) => {
      if (!gone) stop = start()
    })
    return () => {
      gone = true
      stop()
    }
  }, [])
  return null
}
