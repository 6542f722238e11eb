'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonVariant, buttonClass } from './button-class'

type Props = {
  children: ReactNode
  pendingLabel: ReactNode
  variant?: ButtonVariant
  name?: string
  value?: string
}

/** Sends the form once: while it is on its way a second press does nothing. */
export function SubmitButton({ children, pendingLabel, variant = 'primary', name, value }: Props) {
  const { pending, data } = useFormStatus()
  const mine = pending && (name === undefined || data?.get(name) === (value ?? ''))
  return (
    <button
      type="submit"
      className={buttonClass(variant)}
      name={name}
      value={value}
      aria-busy={mine || undefined}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
    >
      {mine ? pendingLabel : children}
    </button>
  )
}
