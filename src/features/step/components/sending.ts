// Sends a form so that nothing is lost: what did not arrive stays on the screen, with the reason.
import { unstable_rethrow } from 'next/navigation'
import { takeStepAction } from '../actions'
import { FORM_MAX, type FormState, fresh } from '../form-state'

export type SendingTexts = {
  tooMuch: string
  notSent: string
  /** Ends where the number of the defect follows. */
  broken: string
}

const ENTRY = 200
const encoder = new TextEncoder()

/** About how many bytes a form takes on its way: its values, and the lines around each. */
const sizeOf = (form: FormData) =>
  [...form.values()].reduce(
    (sum, value) => sum + ENTRY + (typeof value === 'string' ? encoder.encode(value).length : value.size),
    0,
  )

const headOf = (form: FormData) => {
  const at = (name: string) => String(form.get(name) ?? '')
  return { key: at('key'), version: at('version'), stood: at('stood'), from: at('from') }
}

const reasonFor = (error: unknown, texts: SendingTexts) => {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  return digest ? `${texts.broken} ${digest}` : texts.notSent
}

/** The action of a form in a browser with JavaScript. `names` are the fields that were asked. */
export const sending =
  (names: readonly string[], texts: SendingTexts) =>
  async (previous: FormState, form: FormData): Promise<FormState> => {
    const attempt = previous.attempt + 1
    const kept = (reason: string): FormState => {
      const typed = Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]))
      const head = headOf(form)
      // What was being chosen from must be chosen from again.
      return { attempt, reason, fields: {}, typed, head, ...(form.has('choose') && { stale: true as const }) }
    }
    if (sizeOf(form) > FORM_MAX) return kept(texts.tooMuch)
    try {
      return await takeStepAction({ ...fresh, attempt: previous.attempt }, form)
    } catch (error) {
      unstable_rethrow(error)
      return kept(reasonFor(error, texts))
    }
  }
