'use client'
import { Disclosure } from '@/ui/disclosure'
import { TextField } from '@/ui/text-field'
import { type Begin, type TypedAction, TypedForm, type TypedTexts } from '@/ui/typed-form'
import type { WordsField } from '../asked'

type Asked = WordsField & { label: string; help: string }

type Props = {
  action: TypedAction
  /** The number of the version that is changed; 0: none. */
  base: number
  letterhead: readonly Asked[]
  papers: readonly { title: string; fields: readonly Asked[] }[]
  texts: TypedTexts & { more: string }
}

type Of = { fields: readonly Asked[]; begin: (field: Asked) => ReturnType<Begin> }

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
  return (
    <TypedForm action={action} texts={texts} hidden={{ base: String(base) }}>
      {(start) => {
        const begin: Of['begin'] = ({ name, value }) => start(name, value)
        return (
          <>
            <Fields fields={letterhead} begin={begin} />
            {papers.map(({ title, fields }) => (
              <Clauses key={title} title={title} fields={fields} begin={begin} more={texts.more} />
            ))}
          </>
        )
      }}
    </TypedForm>
  )
}
