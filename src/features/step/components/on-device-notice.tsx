import { type ReactNode, startTransition } from 'react'
import { buttonClass } from '@/ui/button-class'
import { NoticeBox } from '@/ui/notice-box'
import { own, PUT_BACK } from '../form-state'
import type { Found } from './on-device'
import type { Device } from './use-on-device'

/** Where in its text the time comes. */
export const TIME = '{time}'

export type DeviceTexts = { onDevice: string; putBack: string; throwAway: string; icon: ReactNode }

type Props = {
  found: Found | null
  device: Device
  /** The action of the form. */
  act: (form: FormData) => void
  /** It was answered: it is asked no more. */
  answered: () => void
  texts: DeviceTexts | null
}

const timeOf = (at: number) =>
  new Date(at).toLocaleTimeString('nl-NL', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  })

/** That this form was kept on the device and has not arrived: to go on with, or to throw away. It stands in place of the word of a draft. */
export function OnDeviceNotice({ found, device, act, answered, texts }: Props) {
  if (!found || !texts) return null
  const putBack = () => {
    device.current?.adopt(found)
    found.form.set(own.intent, PUT_BACK)
    startTransition(() => act(found.form))
    answered()
  }
  const throwAway = () => {
    void device.current?.drop(found)
    device.current?.focus()
    answered()
  }
  return (
    // A page that is loaded again stands where it stood: this must be seen first.
    <div data-on-device ref={(shown) => shown?.scrollIntoView({ block: 'center' })}>
      <NoticeBox tone="info" icon={texts.icon} live>
        <p>{texts.onDevice.replace(TIME, timeOf(found.at))}</p>
        <div className="ui-button-row mt-2">
          <button type="button" className={buttonClass('primary')} onClick={putBack}>
            {texts.putBack}
          </button>
          <button type="button" className={buttonClass('secondary')} onClick={throwAway}>
            {texts.throwAway}
          </button>
        </div>
      </NoticeBox>
    </div>
  )
}
