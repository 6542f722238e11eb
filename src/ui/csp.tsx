'use client'

import { CSPProvider } from '@base-ui/react/csp-provider'
import type { ReactNode } from 'react'

/**
 * Base UI may not write style elements: the content security policy would refuse them. Around each part that is made
 * of it, not in the layout: what stands there is fetched with every page.
 */
export function WithoutStyles({ children }: { children: ReactNode }) {
  return <CSPProvider disableStyleElements>{children}</CSPProvider>
}
