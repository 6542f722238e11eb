import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Found, OnDevice } from './on-device'

export type Device = RefObject<OnDevice | null>

/** What keeps this form on the device, and what it found of it; neither is fetched where it is not allowed. */
export function useOnDevice(form: RefObject<HTMLFormElement | null>, allowed: boolean) {
  const device: Device = useRef<OnDevice>(null)
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let over = !allowed
    const begin = async () => {
      const { OnDevice } = await import('./on-device')
      if (over || !form.current) return
      device.current = new OnDevice(form.current)
      const copy = await device.current.open()
      if (!over) setFound(copy)
    }
    // Without a line there is no key yet: it is asked for again once the form was kept.
    if (allowed) begin().catch(() => null)
    return () => {
      over = true
      device.current?.stop()
      device.current = null
    }
  }, [form, allowed])
  return { device, found, answered: () => setFound(null) }
}
