'use client'
import { type ReactNode, useActionState } from 'react'
import { ErrorSummary } from './error-summary'
import type { Look } from './look-tables'
import { SubmitButton } from './pending-button'
import { Title } from './title'

/** What was typed stays, by the name of its field, with what is wrong there. */
export type TypedState = {
  readonly attempt: number
  readonly values: Readonly<Record<string, string>>
  readonly wrong: readonly { readonly name: string; readonly text: string }[]
  /** What must be looked at before it is sent again. */
  readonly look?: Look
}
export type TypedAction = (previous: TypedState, form: FormData) => Promise<TypedState>

/** What a field begins with: what was typed before or else this value, and what is wrong with it. */
export type Begin = (name: string, value?: string) => { name: string; defaultValue: string; error?: string }

export type TypedTexts = { title: string; error: string; wrong: string; submit: string; pending: string }

type Props = {
  action: TypedAction
  texts: TypedTexts
  /** Sent along unseen. */
  hidden?: Readonly<Record<string, string>>
  /** How that is shown which must be looked at first. Given, because other forms must not bring its script along. */
  lookedAt?: (look: Look) => ReactNode
  children: (begin: Begin) => ReactNode
}

/** A form that keeps what was typed and says on top what is wrong with it; its fields are made by whoever uses it. */
export function TypedForm({ action, texts, hidden = {}, lookedAt, children }: Props) {
  const [{ attempt, values, wrong, look }, act] = useActionState(action, {
    attempt: 0,
    values: {},
    wrong: [],
  })
  const begin: Begin = (name, value = '') => {
    const error = wrong.find((one) => one.name === name)?.text
    return { name, defaultValue: values[name] ?? value, ...(error && { error }) }
  }
  const items = wrong.map(({ name, text }) => ({ href: `#field-${name}`, text }))
  return (
    <form action={act} noValidate className="ui-form">
      {items.length > 0 && (
        <>
          <Title text={texts.title} error={texts.error} />
          <ErrorSummary title={texts.wrong} items={items} attempt={attempt} />
        </>
      )}
      {look && lookedAt?.(look)}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={values[name] ?? value} />
      ))}
      <div key={attempt} className="contents">
        {children(begin)}
      </div>
      <div>
        <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
