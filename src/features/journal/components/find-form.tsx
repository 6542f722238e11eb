'use client'
import { useActionState } from 'react'
import { SubmitButton } from '@/ui/pending-button'
import { TextField } from '@/ui/text-field'
import { findByNumberAction } from '../actions'

type Props = { texts: { label: string; help: string; submit: string; pending: string } }

/** Finds the records of one case by its number. */
export function FindForm({ texts }: Props) {
  const [state, act] = useActionState(findByNumberAction, { attempt: 0 })
  return (
    <form action={act} noValidate className="ui-print-hide">
      <TextField
        key={state.attempt}
        name="number"
        label={texts.label}
        help={texts.help}
        width="short"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        defaultValue={state.number ?? ''}
        {...(state.message && { error: state.message })}
      />
      <SubmitButton variant="secondary" pendingLabel={texts.pending}>
        {texts.submit}
      </SubmitButton>
    </form>
  )
}
