'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button'
import type { ButtonVariant } from './button-class'

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
    <Button
      type="submit"
      variant={variant}
      name={name}
      value={value}
      pending={mine}
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault()
      }}
    >
      {mine ? pendingLabel : children}
    </Button>
  )
}
