'use client'
import { useActionState } from 'react'
import { ChoiceField } from '@/ui/choice-field'
import { DateField } from '@/ui/date-field'
import { ErrorSummary } from '@/ui/error-summary'
import { NumberField } from '@/ui/number-field'
import { SubmitButton } from '@/ui/pending-button'
import { TextField } from '@/ui/text-field'
import type { KeepState } from '../keep'

export type KeepTexts = {
  wrong: string
  name: string
  nameHelp: string
  kind: string
  municipality: string
  places: string
  freeFrom: string
  dateExample: string
  note: string
  noteHelp: string
  optional: string
  submit: string
  pending: string
}

type Props = {
  action: (previous: KeepState, form: FormData) => Promise<KeepState>
  /** The place that is changed; null for a new one. */
  place: string | null
  values: Readonly<Record<string, string>>
  kinds: { value: string; label: string }[]
  texts: KeepTexts
}

/** What is said of a place: how it is called, what it is, where, how many and from when. */
export function KeepForm({ action, place, values: first, kinds, texts }: Props) {
  const [{ attempt, values, wrong }, act] = useActionState(action, { attempt: 0, values: {}, wrong: [] })
  const begin = (name: string) => {
    const error = wrong.find((one) => one.name === name)?.text
    return { name, defaultValue: values[name] ?? first[name] ?? '', ...(error && { error }) }
  }
  const items = wrong.map(({ name, text }) => ({ href: `#field-${name}`, text }))
  return (
    <form action={act} noValidate className="ui-form">
      {items.length > 0 && <ErrorSummary title={texts.wrong} items={items} attempt={attempt} />}
      {place && <input type="hidden" name="place" value={place} />}
      <div key={attempt} className="contents">
        <TextField {...begin('name')} label={texts.name} help={texts.nameHelp} maxLength={80} />
        <ChoiceField {...begin('kind')} label={texts.kind} options={kinds} />
        <TextField {...begin('municipality')} label={texts.municipality} maxLength={80} />
        <NumberField {...begin('places')} label={texts.places} />
        <DateField {...begin('freeFrom')} label={texts.freeFrom} example={texts.dateExample} />
        <TextField
          {...begin('note')}
          label={texts.note}
          help={texts.noteHelp}
          optional={texts.optional}
          multiline
          rows={2}
          maxLength={300}
        />
      </div>
      <div>
        <SubmitButton pendingLabel={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  )
}
