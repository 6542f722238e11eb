'use client'
import type { ReactNode } from 'react'
import { Button } from './button'

/** Opens the printing of the browser; its own menu does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      {children}
    </Button>
  )
}
