import { TextField, type TextFieldProps } from './text-field'

type Props = Omit<TextFieldProps, 'multiline' | 'rows' | 'type'>

export function MoneyField(props: Props) {
  return (
    <TextField
      width="short"
      inputMode="decimal"
      dir="ltr"
      prefix="€"
      autoComplete="off"
      spellCheck={false}
      {...props}
    />
  )
}
