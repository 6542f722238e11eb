'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import { listen, nothing, said } from './toast-messages'

// The panel brings Base UI's toast: fetched with the first message, not with every page.
const Panel = lazy(() => import('./toast-panel'))

/** The place of short messages, once on a page; F6 goes there. */
export function Toasts({ closeLabel }: { closeLabel: string }) {
  const messages = useSyncExternalStore(listen, said, () => nothing)
  if (messages.length === 0) return null
  return (
    <Suspense>
      <Panel messages={messages} closeLabel={closeLabel} />
    </Suspense>
  )
}
