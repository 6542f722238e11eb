'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'

/** Base UI may not write style elements: the content security policy would refuse them. */
export function UiProvider({ children, nonce }: { children: ReactNode; nonce?: string }) {
  return (
    <CSPProvider disableStyleElements nonce={nonce}>
      {children}
    </CSPProvider>
  )
}
