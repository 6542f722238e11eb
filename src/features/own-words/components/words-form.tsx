'use client'
import { useActionState } from 'react'
import { Disclosure } from '@/ui/disclosure'
import { ErrorSummary } from '@/ui/error-summary'
import { SubmitButton } from '@/ui/pending-button'
import { TextField } from '@/ui/text-field'
import { Title } from '@/ui/title'
import type { WordsField } from '../asked'
import type { WordsState } from '../propose'

type Asked = WordsField & { label: string; help: string }

type Props = {
  action: (previous: WordsState, form: FormData) => Promise<WordsState>
  /** The number of the version that is changed; 0: none. */
  base: number
  letterhead: readonly Asked[]
  papers: readonly { title: string; fields: readonly Asked[] }[]
  texts: { title: string; error: string; wrong: string; more: string; submit: string; pending: string }
}

type Begin = (field: Asked) => { name: string; defaultValue: string; error?: string }
type Of = { fields: readonly Asked[]; begin: Begin }

const Fields = ({ fields, begin }: Of) => (
  <div className="grid gap-x-8 md:grid-cols-2">
    {fields.map((field) => (
      <TextField
        key={field.name}
        {...begin(field)}
        label={field.label}
        help={field.help}
        multiline
        rows={4}
        maxLength={field.max}
      />
    ))}
  </div>
)

/** The clauses of one agreement: those that are there and one more; the rest behind a button. */
function Clauses({ title, fields, begin, more }: Of & { title: string; more: string }) {
  const last = fields.findLastIndex((field) => begin(field).defaultValue || begin(field).error)
  const shown = Math.floor(last / 2) * 2 + 4
  const rest = fields.slice(shown)
  return (
    <fieldset>
      <legend className="mb-3 text-lg font-semibold">{title}</legend>
      <Fields fields={fields.slice(0, shown)} begin={begin} />
      {rest.length > 0 && (
        <Disclosure summary={more}>
          <Fields fields={rest} begin={begin} />
        </Disclosure>
      )}
    </fieldset>
  )
}

/** Proposes own words: who we are, and clauses of our own with what each means. */
export function WordsForm({ action, base, letterhead, papers, texts }: Props) {
  const [{ attempt, values, wrong }, act] = useActionState(action, { attempt: 0, values: {}, wrong: [] })
  const begin: Begin = ({ name, value }) => {
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
        <Fields fields={letterhead} begin={begin} />
        {papers.map(({ title, fields }) => (
          <Clauses key={title} title={title} fields={fields} begin={begin} more={texts.more} />
        ))}
      </div>
      <div>
        <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
