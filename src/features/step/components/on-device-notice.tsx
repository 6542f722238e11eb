import { type ComponentType, type ReactNode, type RefObject, startTransition } from 'react'
import { buttonClass } from '@/ui/button-class'
import { NoticeBox } from '@/ui/notice-box'
import { own, PUT_BACK, TIME } from '../form-state'
import { type Device, type Kept, OnDevice } from './on-device'

export type DeviceTexts = { onDevice: string; putBack: string; throwAway: string; icon: ReactNode }
/** `act` is the action of the form. */
type NoticeProps = { act: (form: FormData) => void; texts: DeviceTexts }

/** What shows what was found; null: nothing was, or it is answered. */
export type Found = { readonly Notice: ComponentType<NoticeProps> } | null

/** In milliseconds: by then the questions stand there anew. */
const ANEW = 300

const timeOf = (at: number) =>
  new Date(at).toLocaleTimeString('nl-NL', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Amsterdam',
  })

type Asked = NoticeProps & { kept: Kept; device: OnDevice; answered: () => void }

/** That this form was kept on the device and has not arrived: to go on with, or to throw away. It stands in place of the word of a draft. */
function OnDeviceNotice({ kept, device, act, answered, texts }: Asked) {
  const answer = (how: () => unknown) => () => {
    how()
    answered()
    setTimeout(() => device.focus(), ANEW)
  }
  const putBack = answer(() => {
    device.adopt(kept)
    kept.form.set(own.intent, PUT_BACK)
    startTransition(() => act(kept.form))
  })
  const throwAway = answer(() => device.drop(kept))
  return (
    // A page that is loaded again stands where it stood: this must be seen first.
    <div data-on-device ref={(shown) => shown?.scrollIntoView({ block: 'center' })}>
      <NoticeBox tone="info" icon={texts.icon} live>
        <p>{texts.onDevice.replace(TIME, timeOf(kept.at))}</p>
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

/** Keeps this form on the device from here on, and shows what was kept of it before. Returns what ends that. */
export function begin(
  form: RefObject<HTMLFormElement | null>,
  held: Device,
  show: (found: Found) => void,
): () => void {
  if (!form.current) return () => {}
  const device = new OnDevice(form.current)
  held.current = device
  const answered = () => show(null)
  const open = async () => {
    const kept = await device.open()
    if (kept)
      show({ Notice: (props: NoticeProps) => <OnDeviceNotice {...{ ...props, kept, device, answered }} /> })
  }
  // Without a line there is no key yet: it is asked for again once the form was kept.
  open().catch(() => null)
  return () => {
    device.stop()
    held.current = null
  }
}
