'use client'
import { useActionState } from 'react'
import { DateField } from '@/ui/date-field'
import { ErrorSummary } from '@/ui/error-summary'
import { NumberField } from '@/ui/number-field'
import { SubmitButton } from '@/ui/pending-button'
import { TextField } from '@/ui/text-field'
import { Title } from '@/ui/title'
import type { ProposeState } from '../propose'

type Asked = { name: string; label: string; unit: string; value: string }

export type ProposeTexts = {
  title: string
  error: string
  wrong: string
  from: string
  fromHelp: string
  dateExample: string
  why: string
  whyHelp: string
  submit: string
  pending: string
}

type Props = {
  action: (previous: ProposeState, form: FormData) => Promise<ProposeState>
  /** The number of the version that is changed. */
  base: number
  groups: readonly { title: string; asked: readonly Asked[] }[]
  /** Everything that was agreed, as text. */
  rules?: { label: string; help: string; value: string }
  texts: ProposeTexts
}

/** Proposes another version: other numbers, or another text; from a day, with where it was agreed. */
export function ProposeForm({ action, base, groups, rules, texts }: Props) {
  const [{ attempt, values, wrong }, act] = useActionState(action, { attempt: 0, values: {}, wrong: [] })
  const of = (name: string, value = '') => {
    const error = wrong.find((one) => one.name === name)?.text
    return { key: `${name} ${attempt}`, name, defaultValue: values[name] ?? value, ...(error && { error }) }
  }
  return (
    <form action={act} noValidate className="ui-form">
      {wrong.length > 0 && (
        <>
          <Title text={texts.title} error={texts.error} />
          <ErrorSummary
            title={texts.wrong}
            items={wrong.map(({ name, text }) => ({ href: `#field-${name}`, text }))}
            attempt={attempt}
          />
        </>
      )}
      <input type="hidden" name="base" value={values.base ?? base} />
      {groups.map(({ title, asked }) => (
        <fieldset key={title} className="grid gap-4">
          <legend className="mb-2 font-semibold">{title}</legend>
          {asked.map(({ name, label, unit, value }) => {
            const { key, ...field } = of(name, value)
            return <NumberField key={key} {...field} label={label} suffix={unit} />
          })}
        </fieldset>
      ))}
      {rules && (
        <TextField
          {...of('rules', rules.value)}
          key={`rules ${attempt}`}
          label={rules.label}
          help={rules.help}
          multiline
          rows={16}
          dir="ltr"
          spellCheck={false}
        />
      )}
      <DateField
        {...of('from')}
        key={`from ${attempt}`}
        label={texts.from}
        help={texts.fromHelp}
        example={texts.dateExample}
      />
      <TextField
        {...of('why')}
        key={`why ${attempt}`}
        label={texts.why}
        help={texts.whyHelp}
        multiline
        rows={3}
        maxLength={1000}
      />
      <div>
        <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
