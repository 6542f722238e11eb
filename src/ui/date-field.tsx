import { TextField, type TextFieldProps } from './text-field'

type Props = Omit<TextFieldProps, 'multiline' | 'rows' | 'type'> & {
  /** How to write it, for instance "bijvoorbeeld 22-11-2026". */
  example?: string
}

/** A date as people write it; the server reads it. */
export function DateField({ example, help, ...rest }: Props) {
  const hint =
    help && example ? (
      <>
        {help} <span className="block">{example}</span>
      </>
    ) : (
      (help ?? example)
    )
  return <TextField width="short" dir="ltr" spellCheck={false} autoComplete="off" {...rest} help={hint} />
}
