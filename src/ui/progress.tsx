import { type ReactNode, useId } from 'react'

type Props = {
  label: ReactNode
  /** How many of `max` are done. */
  value: number
  max: number
  /** The same in words, with what is left: "64 van 120, nog ongeveer 1 minuut". */
  text: ReactNode
  /** A small form or button that stops it. */
  cancel?: ReactNode
}

/** Work that takes longer than a second: how far it is, and a way to stop it. */
export function Progress({ label, value, max, text, cancel }: Props) {
  const id = useId()
  return (
    <div className="ui-progress">
      <div>
        <label className="font-semibold" htmlFor={id}>
          {label}
        </label>
        <progress id={id} value={value} max={max} aria-describedby={`${id}-text`} />
        <p className="ui-num text-sm text-soft" id={`${id}-text`}>
          {text}
        </p>
      </div>
      {cancel}
    </div>
  )
}
