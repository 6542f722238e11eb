'use client'
import { useActionState } from 'react'
import { ErrorSummary } from '@/ui/error-summary'
import { SubmitButton } from '@/ui/pending-button'
import { TextField } from '@/ui/text-field'
import { Title } from '@/ui/title'
import { invitationAction, passwordAction } from '../actions'

type Texts = {
  title: string
  error: string
  failed: string
  email: string
  password: string
  submit: string
  pending: string
}

/** `next` is where somebody goes after signing in. */
export function PasswordForm({ texts, next }: { texts: Texts; next: string }) {
  const [state, act] = useActionState(passwordAction, { attempt: 0 })
  return (
    <form action={act} noValidate className="ui-form">
      <Title text={texts.title} {...(state.message && { error: texts.error })} />
      {state.message && (
        <ErrorSummary title={texts.failed} items={[]} notice={state.message} attempt={state.attempt} />
      )}
      <input type="hidden" name="next" value={next} />
      <TextField
        key={`email ${state.attempt}`}
        name="email"
        label={texts.email}
        type="email"
        autoComplete="username"
        spellCheck={false}
        defaultValue={state.email ?? ''}
      />
      <TextField
        key={`password ${state.attempt}`}
        name="password"
        label={texts.password}
        type="password"
        autoComplete="current-password"
      />
      <div>
        <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}

export function InvitationForm({ token, texts }: { token: string; texts: Omit<Texts, 'email'> }) {
  const [state, act] = useActionState(invitationAction, { attempt: 0 })
  return (
    <form action={act} noValidate className="ui-form">
      <Title text={texts.title} {...(state.message && { error: texts.error })} />
      {state.message && (
        <ErrorSummary
          title={texts.failed}
          items={[{ href: '#field-password', text: state.message }]}
          attempt={state.attempt}
        />
      )}
      <input type="hidden" name="token" value={token} />
      <TextField
        name="password"
        label={texts.password}
        type="password"
        autoComplete="new-password"
        {...(state.message && { error: state.message })}
      />
      <div>
        <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
