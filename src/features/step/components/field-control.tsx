import { ChoiceField, ChoicesField, YesNoField } from '@/ui/choice-field'
import { DateField } from '@/ui/date-field'
import { MoneyField } from '@/ui/money-field'
import { NumberField } from '@/ui/number-field'
import { TextField } from '@/ui/text-field'

/** One field as the form needs it: all texts are already in the reader's language. */
export type Control = {
  name: string
  kind:
    | 'text'
    | 'email'
    | 'longText'
    | 'phone'
    | 'postcode'
    | 'day'
    | 'time'
    | 'count'
    | 'money'
    | 'flag'
    | 'one'
    | 'many'
  label: string
  help?: string
  optional?: string
  value: readonly string[]
  options: readonly { value: string; label: string }[]
  max?: number
}

export type FieldTexts = {
  yes: string
  no: string
  choose: string
  none: string
  example: string
}

type Props = {
  control: Control
  texts: FieldTexts
  error?: string
  typed?: readonly string[]
}

/** The control that fits the kind of field. What was typed before goes first. */
export function FieldControl({ control: c, texts, error, typed }: Props) {
  const { help } = c
  const value = typed ?? c.value
  const basics = {
    name: c.name,
    label: c.label,
    ...(help && { help }),
    ...(c.optional && { optional: c.optional }),
    ...(error && { error }),
  }
  const one = { ...basics, defaultValue: value[0] ?? '' }
  switch (c.kind) {
    case 'longText':
      return <TextField {...one} multiline rows={4} {...(c.max && { maxLength: c.max })} />
    case 'day':
      // A help text that shows a day is example enough.
      return <DateField {...one} {...(!/\d/.test(c.help ?? '') && { example: texts.example })} />
    case 'count':
      return <NumberField {...one} width="short" />
    case 'money':
      return <MoneyField {...one} />
    case 'flag':
      return <YesNoField {...one} yes={texts.yes} no={texts.no} />
    case 'one':
      return (
        <ChoiceField {...one} options={[...c.options]} emptyLabel={c.optional ? texts.none : texts.choose} />
      )
    case 'email':
      return <TextField {...one} inputMode="email" autoComplete="off" spellCheck={false} />
    case 'phone':
      return <TextField {...one} inputMode="tel" dir="ltr" autoComplete="off" spellCheck={false} />
    case 'postcode':
      return <TextField {...one} width="short" dir="ltr" autoComplete="off" spellCheck={false} />
    case 'many':
      return <ChoicesField {...basics} defaultValue={[...value]} options={[...c.options]} />
    default:
      return <TextField {...one} width={c.kind === 'time' ? 'short' : 'medium'} />
  }
}
