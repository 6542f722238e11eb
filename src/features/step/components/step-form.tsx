'use client'
import { useActionState } from 'react'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { takeStepAction } from '../actions'
import { type FormState, fresh } from '../form-state'
import { type Control, FieldControl, type FieldTexts } from './field-control'
import { type SendingTexts, sending } from './sending'
import { WhatIsWrong, type WrongTexts } from './what-is-wrong'

export type StepFormProps = {
  step: string
  subject: string
  version: string
  formKey: string
  grave: boolean
  controls: readonly Control[]
  /** Values that the page has already settled; posted, not asked. */
  fixed?: Readonly<Record<string, string>>
  texts: FieldTexts &
    SendingTexts &
    WrongTexts & { submit: string; pending: string; allRequired: string; cannotUndo: string }
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
    const known = { ...(error && { error }), ...(typed && { typed }), stale: state.stale ?? false }
    // React empties uncontrolled fields after an action: a new key lets them start from what was typed.
    return <FieldControl key={`${c.name} ${state.attempt}`} control={c} texts={texts} {...known} />
  })
}

// No .bind of the action here: ids travel as hidden fields and are checked again on the server.
export function StepForm(props: StepFormProps) {
  const { step, subject, version, formKey, grave, controls, fixed = {}, texts } = props
  const names = controls.map(({ name }) => name)
  // Without JavaScript only the action of the server can be posted; with it, what is lost on the way is kept.
  const action = typeof window === 'undefined' ? takeStepAction : sending(names, texts)
  const [state, act] = useActionState(action, fresh)
  const errors = controls.flatMap(({ name }) => {
    const text = state.fields[name]
    return text ? [{ href: `#field-${name}`, text }] : []
  })
  return (
    <form action={act} noValidate className="ui-form">
      <WhatIsWrong
        attempt={state.attempt}
        reason={reasonOf(state, controls)}
        signIn={state.signIn ?? false}
        errors={errors}
        texts={texts}
      />
      {grave && <Notice tone="warning">{texts.cannotUndo}</Notice>}
      {controls.some((c) => !c.optional) && <p className="text-soft">{texts.allRequired}</p>}
      <Fixed values={{ step, subject, version, key: formKey, ...fixed }} />
      <Questions state={state} controls={controls} texts={texts} />
      <div>
        <SubmitButton pendingLabel={texts.pending} variant={grave ? 'danger' : 'primary'}>
          {texts.submit}
        </SubmitButton>
      </div>
    </form>
  )
}
