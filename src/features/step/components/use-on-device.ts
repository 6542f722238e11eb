import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Device, OnDevice } from './on-device'
import type { Found } from './on-device-notice'

/** What keeps this form on the device, and what it found of it; neither is fetched where it is not allowed. */
export function useOnDevice(form: RefObject<HTMLFormElement | null>, allowed: boolean) {
  const device: Device = useRef<OnDevice>(null)
  const [found, show] = useState<Found>(null)
  useEffect(() => {
    if (!allowed) return
    const begun = import('./on-device-notice').then(({ begin }) => begin(form, device, show))
    // Without a line there is none.
    return () => void begun.then((stop) => stop()).catch(() => null)
  }, [form, allowed])
  return { device, found }
}
