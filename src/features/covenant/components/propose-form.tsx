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

/** What a field begins with: what was typed before, and what is wrong with it. */
type Begin = (name: string, value?: string) => { name: string; defaultValue: string; error?: string }

const Numbers = ({ groups, begin }: Pick<Props, 'groups'> & { begin: Begin }) =>
  groups.map(({ title, asked }) => (
    <fieldset key={title} className="grid items-end gap-x-8 md:grid-cols-2 xl:grid-cols-3">
      <legend className="mb-3 text-lg font-semibold">{title}</legend>
      {asked.map(({ name, label, unit, value }) => (
        <NumberField key={name} {...begin(name, value)} label={label} suffix={unit} />
      ))}
    </fieldset>
  ))

/** From which day, and where it was agreed. */
const DayAndWhy = ({ texts, begin }: Pick<Props, 'texts'> & { begin: Begin }) => (
  <>
    <DateField {...begin('from')} label={texts.from} help={texts.fromHelp} example={texts.dateExample} />
    <TextField {...begin('why')} label={texts.why} help={texts.whyHelp} multiline rows={3} maxLength={1000} />
  </>
)

/** Proposes another version: other numbers, or another text; from a day, with where it was agreed. */
export function ProposeForm({ action, base, groups, rules, texts }: Props) {
  const [{ attempt, values, wrong }, act] = useActionState(action, { attempt: 0, values: {}, wrong: [] })
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
      <input type="hidden" name="base" value={values.base ?? base} />
      <div key={attempt} className="contents">
        <Numbers groups={groups} begin={begin} />
        {rules && (
          <TextField
            {...begin('rules', rules.value)}
            label={rules.label}
            help={rules.help}
            multiline
            rows={16}
            dir="ltr"
            spellCheck={false}
          />
        )}
        <DayAndWhy texts={texts} begin={begin} />
      </div>
      <div>
        <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
