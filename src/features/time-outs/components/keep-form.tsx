'use client'
import { ChoiceField } from '@/ui/choice-field'
import { DateField } from '@/ui/date-field'
import { NumberField } from '@/ui/number-field'
import { TextField } from '@/ui/text-field'
import { type TypedAction, TypedForm, type TypedTexts } from '@/ui/typed-form'

export type KeepTexts = TypedTexts & {
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
}

type Props = {
  action: TypedAction
  /** The place that is changed; null for a new one. */
  place: string | null
  values: Readonly<Record<string, string>>
  kinds: { value: string; label: string }[]
  texts: KeepTexts
}

/** What is said of a place: how it is called, what it is, where, how many and from when. */
export function KeepForm({ action, place, values, kinds, texts }: Props) {
  return (
    <TypedForm action={action} texts={texts} {...(place && { hidden: { place } })}>
      {(start) => {
        const begin = (name: string) => start(name, values[name])
        return (
          <>
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
          </>
        )
      }}
    </TypedForm>
  )
}
