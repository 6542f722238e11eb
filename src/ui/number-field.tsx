import { TextField, type TextFieldProps } from './text-field'

type Props = Omit<TextFieldProps, 'multiline' | 'rows' | 'type'>

export function NumberField(props: Props) {
  return (
    <TextField width="short" inputMode="numeric" dir="ltr" autoComplete="off" spellCheck={false} {...props} />
  )
}
