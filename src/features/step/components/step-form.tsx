'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/ui/error-summary'
import { Notice } from '@/ui/notice'
import { SubmitButton } from '@/ui/pending-button'
import { takeStepAction } from '../actions'
import { fresh } from '../form-state'
import { type Control, FieldControl, type FieldTexts } from './field-control'

export type StepFormProps = {
  step: string
  subject: string
  version: string
  formKey: string
  grave: boolean
  controls: readonly Control[]
  /** Values that the page has already settled; posted, not asked. */
  fixed?: Readonly<Record<string, string>>
  texts: FieldTexts & { submit: string; pending: string; summary: string; refused: string; allRequired: string; cannotUndo: string }
}

function Fixed({ values }: { values: Readonly<Record<string, string>> }) {
  return Object.entries(values).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
}

// No .bind of the action here: ids travel as hidden fields and are checked again on the server.
export function StepForm({ step, subject, version, formKey, grave, controls, fixed = {}, texts }: StepFormProps) {
  const [state, act] = useActionState(takeStepAction, fresh)
  const errors = controls.flatMap((c) => (state.fields[c.name] ? [{ href: `#field-${c.name}`, text: state.fields[c.name] as string }] : []))
  const required = controls.some((c) => !c.optional)
  return (
    <form action={act} noValidate className="grid max-w-[44rem] gap-6">
      {errors.length > 0 && <ErrorSummary title={texts.summary} items={errors} attempt={state.attempt} />}
      {state.reason && (
        <ErrorSummary title={texts.refused} items={[]} notice={state.reason} attempt={state.attempt} />
      )}
      {grave && <Notice tone="warning">{texts.cannotUndo}</Notice>}
      {required && <p className="text-soft">{texts.allRequired}</p>}
      <Fixed values={{ step, subject, version, key: formKey, ...fixed }} />
      {controls.map((c) => {
        const error = state.fields[c.name]
        const typed = state.typed[c.name]
        // React empties uncontrolled fields after an action: a new key lets them start from what was typed.
        return <FieldControl key={`${c.name} ${state.attempt}`} control={c} texts={texts} {...(error && { error })} {...(typed && { typed })} />
      })}
      <div>
        <SubmitButton pendingLabel={texts.pending} variant={grave ? 'danger' : 'primary'}>
          {texts.submit}
        </SubmitButton>
      </div>
    </form>
  )
}
