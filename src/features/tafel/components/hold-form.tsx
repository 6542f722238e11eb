import type { ReactNode } from 'react'
import { Button } from '@/ui/button'
import type { ButtonVariant } from '@/ui/button-class'
import { holdAction } from '../actions'

type Props = {
  tafel: string
  page: 'session' | 'room'
  step: 'takeUpItem' | 'arrive' | 'leave'
  /** What the step is told. */
  fields: Readonly<Record<string, string>>
  variant?: ButtonVariant
  /** The key that presses it. */
  hotkey?: string
  label?: string
  children: ReactNode
}

/** One button that takes one step while the tafel is in session: it works with a key, a finger, and without a script. */
export function HoldForm({ tafel, page, step, fields, variant, hotkey, label, children }: Props) {
  return (
    <form action={holdAction}>
      {Object.entries({ tafel, page, step, ...fields }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        type="submit"
        {...(variant && { variant })}
        {...(hotkey && { 'data-hotkey': hotkey, 'aria-keyshortcuts': hotkey })}
        {...(label && { 'aria-label': label })}
      >
        {children}
      </Button>
    </form>
  )
}
