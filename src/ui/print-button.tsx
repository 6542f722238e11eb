'use client'

import { Printer } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './button'
import type { ButtonVariant } from './button-class'

/** Opens the printing of the browser. Not there without JavaScript: the browser's own menu does the same. */
export function PrintButton({ variant, children }: { variant?: ButtonVariant; children: ReactNode }) {
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  if (!scripted) return null
  return (
    <Button variant={variant} onClick={() => window.print()}>
      <Printer size={18} aria-hidden />
      {children}
    </Button>
  )
}
