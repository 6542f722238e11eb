// Sends a form so that nothing is lost: what did not arrive stays on the screen, with the reason.
import { unstable_rethrow } from 'next/navigation'
import type { RefObject } from 'react'
import { takeStepAction } from '../actions'
import { FORM_MAX, type FormState, fresh, type Head, own, PUT_BACK } from '../form-state'
import type { Device } from './on-device'

export type SendingTexts = {
  tooMuch: string
  fileTooLarge: string
  notSent: string
  /** Ends where the number of the defect follows. */
  broken: string
}

const ENTRY = 200
const encoder = new TextEncoder()

/** About how many bytes the texts of a form take on their way: its values, and the lines around each. */
export const sizeOf = (form: FormData) =>
  [...form.values()].reduce(
    (sum, value) => sum + ENTRY + (typeof value === 'string' ? encoder.encode(value).length : 0),
    0,
  )

type Asked = { readonly name: string; readonly max?: number }

const isTooLarge = ({ name, max = 0 }: Asked, form: FormData) =>
  form.getAll(name).some((value) => typeof value !== 'string' && value.size > max)

const headOf = (form: FormData) => {
  const at = (name: keyof Head) => String(form.get(own[name]) ?? '')
  return { key: at('key'), version: at('version'), stood: at('stood'), from: at('from') }
}

const digestOf = (error: unknown) => (error instanceof Error && 'digest' in error ? String(error.digest) : '')

/**
 * The action of a form in a browser with JavaScript. `controls` are what was asked; `shown` is the form as it stands when the
 * answer comes: somebody may have typed on; `device` keeps no more of it once the step was taken.
 */
export const sending =
  (
    controls: readonly Asked[],
    texts: SendingTexts,
    { shown, device }: { shown: RefObject<HTMLFormElement | null>; device: Device },
  ) =>
  async (previous: FormState, form: FormData): Promise<FormState> => {
    const attempt = previous.attempt + 1
    const choosing = form.has('choose')
    const typedIn = (holds: FormData) =>
      Object.fromEntries(controls.map(({ name }) => [name, holds.getAll(name).map(String)]))
    const kept = (reason: string): FormState => {
      const typed = typedIn(choosing || !shown.current ? form : new FormData(shown.current))
      const head = headOf(form)
      // What was being chosen from must be chosen from again.
      return { attempt, reason, fields: {}, typed, head, ...(choosing && { stale: true as const }) }
    }
    if (form.get(own.intent) === PUT_BACK)
      return { attempt, fields: {}, typed: typedIn(form), head: headOf(form), putBack: true }
    if (sizeOf(form) > FORM_MAX) return kept(texts.tooMuch)
    if (controls.some((control) => isTooLarge(control, form))) return kept(texts.fileTooLarge)
    try {
      const answer = await takeStepAction({ ...fresh, attempt: previous.attempt }, form)
      return choosing || !shown.current ? answer : { ...answer, typed: typedIn(new FormData(shown.current)) }
    } catch (error) {
      const digest = digestOf(error)
      // Taken: it leads on to its subject.
      if (digest.startsWith('NEXT_REDIRECT')) await device.current?.sent()
      unstable_rethrow(error)
      return digest ? kept(`${texts.broken} ${digest}`) : { ...kept(texts.notSent), waits: true }
    }
  }
