'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/ui/error-summary'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { Title } from '@/ui/title'
import { takeStepAction } from '../actions'
import { type FormState, fresh } from '../form-state'
import { type Control, FieldControl, type FieldTexts } from './field-control'
import { type SendingTexts, sending } from './sending'

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
    SendingTexts & {
      title: string
      submit: string
      pending: string
      summary: string
      refused: string
      allRequired: string
      cannotUndo: string
      error: string
    }
}

function Fixed({ values }: { values: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
}

type HeadProps = {
  attempt: number
  reason: string | undefined
  errors: { href: string; text: string }[]
  texts: StepFormProps['texts']
}

/** What went wrong, on top of the form and in the title of the tab. */
function WhatIsWrong({ attempt, reason, errors, texts }: HeadProps) {
  if (!errors.length && !reason) return <Title text={texts.title} />
  const said = errors.length
    ? { title: texts.summary, items: errors }
    : { title: texts.refused, items: errors, notice: reason }
  return (
    <>
      <Title text={texts.title} error={texts.error} />
      <ErrorSummary {...said} attempt={attempt} />
    </>
  )
}

/** Why not, for the form as a whole: also what is wrong with a value that the page settled and nobody is asked for. */
const reasonOf = (state: FormState, controls: readonly Control[]) =>
  state.reason ??
  Object.entries(state.fields).find(([name]) => !controls.some((control) => control.name === name))?.[1]

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
      <WhatIsWrong attempt={state.attempt} reason={reasonOf(state, controls)} errors={errors} texts={texts} />
      {grave && <Notice tone="warning">{texts.cannotUndo}</Notice>}
      {controls.some((c) => !c.optional) && <p className="text-soft">{texts.allRequired}</p>}
      <Fixed values={{ step, subject, version, key: formKey, ...fixed }} />
      {controls.map((c) => {
        const error = state.fields[c.name]
        const typed = state.typed[c.name]
        const known = { ...(error && { error }), ...(typed && { typed }) }
        // React empties uncontrolled fields after an action: a new key lets them start from what was typed.
        const { stale = false } = state
        return (
          <FieldControl
            key={`${c.name} ${state.attempt}`}
            control={c}
            texts={texts}
            stale={stale}
            {...known}
          />
        )
      })}
      <div>
        <SubmitButton pendingLabel={texts.pending} variant={grave ? 'danger' : 'primary'}>
          {texts.submit}
        </SubmitButton>
      </div>
    </form>
  )
}
