import { ChoiceField, ChoicesField, YesNoField } from '@/ui/choice-field'
import { DateField } from '@/ui/date-field'
import { FileField } from '@/ui/file-field'
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
    | 'file'
    | 'photo'
    | 'picture'
  label: string
  help?: string
  optional?: string
  value: readonly string[]
  options: readonly { value: string; label: string }[]
  max?: number
  /** Its answer brings other questions with it. */
  leads?: true
  /** It is asked only with some answers to the one that leads: their places in that list, the first of which chooses nothing. */
  only?: string
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

/** What every control has. */
function basicsOf(props: Props) {
  const { control, error } = props
  const { help } = control
  return {
    name: control.name,
    label: control.label,
    ...(help && { help }),
    ...(control.optional && { optional: control.optional }),
    ...(error && { error }),
  }
}

/** What the chooser of a browser offers; a phone makes a JPEG of its photo when it is asked for one. */
const ACCEPT = {
  file: '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png',
  photo: 'image/jpeg',
  picture: '.jpg,.jpeg,.png,.webp,image/jpeg,image/png,image/webp',
}

/** The control that fits the kind of field. What was typed before goes first. */
export function FieldControl(props: Props) {
  const { control: c, texts, typed } = props
  const value = typed ?? c.value
  const basics = basicsOf(props)
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
    case 'file':
    case 'photo':
    case 'picture':
      return <FileField {...basics} accept={ACCEPT[c.kind]} camera={c.kind === 'photo'} />
    default:
      return <TextField {...one} width={c.kind === 'time' ? 'short' : 'medium'} />
  }
}
