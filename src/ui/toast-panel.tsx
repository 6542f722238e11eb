'use client'

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { WithoutStyles } from './csp'
import type { ToastMessage } from './toast-messages'

const SECONDS_TO_UNDO = 10

type ListProps = { messages: readonly ToastMessage[]; closeLabel: string }

/** How many were shown already: also those before the panel came back on another page. */
let shown = 0

/** Shows each message once, when it comes. */
function useMessages(messages: readonly ToastMessage[]) {
  const { add, close, toasts } = Toast.useToastManager()
  useEffect(() => {
    for (const { title, description, undo, urgent } of messages.slice(shown)) {
      const id = add({
        title,
        description,
        priority: urgent ? 'high' : 'low',
        timeout: undo ? SECONDS_TO_UNDO * 1000 : undefined,
        actionProps: undo && {
          children: undo.label,
          onClick: () => {
            undo.onUndo()
            close(id)
          },
        },
      })
    }
    shown = messages.length
  }, [messages, add, close])
  return toasts
}

/** A message that comes to lie on what has the focus moves the page, and not what somebody is about to press. */
function useNothingHidden(count: number) {
  useEffect(() => {
    const focused = document.activeElement
    const viewport = document.querySelector('.ui-toasts')
    if (!count || !focused || !viewport || viewport.contains(focused)) return
    const [on, under] = [viewport.getBoundingClientRect(), focused.getBoundingClientRect()]
    if (under.bottom > on.top && under.top < on.bottom && under.right > on.left && under.left < on.right)
      focused.scrollIntoView({ block: 'nearest' })
  }, [count])
}

function ToastList({ messages, closeLabel }: ListProps) {
  const toasts = useMessages(messages)
  useNothingHidden(toasts.length)
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="ui-toast">
      <Toast.Content className="min-w-0 flex-1">
        <Toast.Title className="font-semibold" render={<p />} />
        <Toast.Description />
      </Toast.Content>
      {toast.actionProps ? <Toast.Action /> : null}
      <Toast.Close aria-label={closeLabel}>
        <X size={20} aria-hidden />
      </Toast.Close>
    </Toast.Root>
  ))
}

/** The messages themselves. Apart from what says them, so that it can be fetched later. */
export default function ToastPanel(props: ListProps) {
  return (
    <Toast.Provider timeout={6000} limit={3}>
      <WithoutStyles>
        <Toast.Portal>
          <Toast.Viewport className="ui-toasts">
            <ToastList {...props} />
          </Toast.Viewport>
        </Toast.Portal>
      </WithoutStyles>
    </Toast.Provider>
  )
}
