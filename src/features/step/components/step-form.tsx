'use client'
import { type ReactNode, type RefObject, useActionState, useRef, useState } from 'react'
import { NoticeBox } from '@/ui/notice-box'
import { SubmitButton } from '@/ui/pending-button'
import { takeStepAction } from '../actions'
import { type FormState, fresh, type Head, ofItself } from '../form-state'
import { type Control, FieldControl, type FieldTexts } from './field-control'
import type { KeepingTexts } from './keeping'
import type { DeviceTexts } from './on-device-notice'
import { type SendingTexts, sending } from './sending'
import { useKeeping } from './use-keeping'
import { useOnDevice } from './use-on-device'
import { WhatIsWrong, type WrongTexts } from './what-is-wrong'

export type StepFormProps = {
  step: string
  subject: string
  about: string
  /** What the page knows of the subject; `key` is that of this form. */
  head: Head
  grave: boolean
  controls: readonly Control[]
  /** Values that the page has already settled; posted, not asked. */
  fixed?: Readonly<Record<string, string>>
  /** What must be chosen first, because it was written twice; it brings its own version of `head`. */
  merge?: ReactNode
  /** Whether the form opens with that. */
  choosesFirst?: boolean
  /** What warns before the step, and the icon of what is said after keeping: made on the server, with the icons of notices. */
  warning: ReactNode
  keptIcon: ReactNode
  /** What is said where it may be kept on the device; null: it may not. */
  device: DeviceTexts | null
  texts: FieldTexts &
    SendingTexts &
    KeepingTexts &
    WrongTexts & {
      submit: string
      pending: string
      allRequired: string
      later: string
      edit: string
      /** Where it is one part of several. */
      next?: string
    }
}

function Fixed({ values }: { values: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

/** Why not, for the form as a whole: also what is wrong with a value that the page settled and nobody is asked for. */
const reasonOf = (state: FormState, controls: readonly Control[]) =>
  state.reason ??
  Object.entries(state.fields).find(([name]) => !controls.some((control) => control.name === name))?.[1]

type QuestionsProps = Pick<StepFormProps, 'controls' | 'texts'> & { state: FormState }

function Questions({ state, controls, texts }: QuestionsProps) {
  return controls.map((c) => {
    const error = state.fields[c.name]
    const typed = state.typed[c.name]
    const known = { ...(error && { error }), ...(typed && { typed }) }
    // React empties uncontrolled fields after an action: a new key lets them start from what was typed.
    const field = <FieldControl key={`${c.name} ${state.attempt}`} control={c} texts={texts} {...known} />
    return c.only || c.leads ? (
      <div key={c.name} className="ui-asked" data-leads={c.leads} data-only={c.only}>
        {field}
      </div>
    ) : (
      field
    )
  })
}

/** How the keeping goes, to be seen; and only where that changes, to be heard. It stands within the gap before the first question. */
function Keeping({ said, kept }: { said: RefObject<HTMLDivElement | null>; kept: string | undefined }) {
  return (
    <div ref={said} className="sticky top-0 z-10 -mt-6 -mb-6 bg-paper print:hidden">
      <p className="min-h-6 text-soft">{kept}</p>
      <p role="status" className="sr-only" />
    </div>
  )
}

/**
 * What the form says to what keeps it: that it is sent again by itself, or that it comes back from the device. What cannot be
 * undone is sent by whoever does it, and by nothing else.
 */
const marks = ({ waits, putBack }: FormState, grave: boolean) => ({
  ...(waits && !grave && { 'data-waits': '' }),
  ...(putBack && { 'data-put-back': '' }),
})

type ButtonsProps = Pick<StepFormProps, 'grave' | 'texts'> & { merging: boolean; asks: boolean }

function Buttons({ grave, texts, merging, asks }: ButtonsProps) {
  const { pending } = texts
  const [value, label] = merging ? ['edit', texts.edit] : ['later', texts.later]
  return (
    <div className="ui-button-row">
      <SubmitButton pendingLabel={pending} variant={grave ? 'danger' : 'primary'}>
        {texts.submit}
      </SubmitButton>
      {texts.next && !merging && (
        <SubmitButton pendingLabel={pending} variant="secondary" name="intent" value="next">
          {texts.next}
        </SubmitButton>
      )}
      {asks && (
        <SubmitButton pendingLabel={pending} variant="secondary" name="intent" value={value}>
          {label}
        </SubmitButton>
      )}
    </div>
  )
}

/** The form on the screen, what came of the last attempt to send it, and what the device keeps of it. */
function useAttempts({ controls, texts, device: allowed }: StepFormProps) {
  const shown = useRef<HTMLFormElement>(null)
  const { device, found } = useOnDevice(shown, allowed !== null)
  // Without JavaScript only the action of the server can be posted; with it, what is lost on the way is kept.
  const action = typeof window === 'undefined' ? takeStepAction : sending(controls, texts, { shown, device })
  const [state, act] = useActionState(action, fresh)
  const notice = found && allowed && <found.Notice act={act} texts={allowed} />
  return { shown, state, act, device, notice }
}

// No .bind of the action here: ids travel as hidden fields and are checked again on the server.
export function StepForm(props: StepFormProps) {
  const { step, subject, about, grave, controls, fixed = {}, merge, texts } = props
  const { shown, state, act, device, notice } = useAttempts(props)
  // What is typed belongs to what the page knew when it was opened, whatever it hears later.
  const [opened] = useState(props.head)
  const merging = !!merge && (state.attempt ? !!state.stale : !!props.choosesFirst)
  const { key, ...known } = state.head ?? opened
  const asks = controls.length > 0
  const said = useKeeping(shown, asks && !merging, { attempt: state.attempt, texts, device })
  const errors = controls.flatMap(({ name }) => {
    const text = state.fields[name]
    return text ? [{ href: `#field-${name}`, text }] : []
  })
  return (
    <>
      {notice}
      <form action={act} ref={shown} noValidate={!merging} className="ui-form" {...marks(state, grave)}>
        <WhatIsWrong
          attempt={state.attempt}
          reason={reasonOf(state, controls)}
          signIn={state.signIn ?? false}
          errors={errors}
          texts={texts}
        />
        {props.warning}
        <Fixed values={{ ...ofItself({ step, subject, about, key, ...(!merging && known) }), ...fixed }} />
        {!merging && controls.some((c) => !c.optional) && <p className="text-soft">{texts.allRequired}</p>}
        {asks && !merging && <Keeping said={said} kept={state.kept} />}
        {merging ? merge : <Questions state={state} controls={controls} texts={texts} />}
        {state.kept && (
          <NoticeBox tone="success" icon={props.keptIcon} live>
            {state.kept}
          </NoticeBox>
        )}
        <Buttons grave={grave} texts={texts} merging={merging} asks={asks} />
      </form>
    </>
  )
}
