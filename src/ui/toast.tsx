'use client'

import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { WithoutStyles } from './csp'

export type ToastMessage = {
  title: string
  description?: string
  /** A way back, for as long as the message is there. */
  undo?: { label: string; onUndo: () => void }
  urgent?: boolean
}

const SECONDS_TO_UNDO = 10

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Toast.useToastManager()
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

/** Short messages at the edge of the page; F6 goes there. */
export function ToastProvider({ children, closeLabel }: { children: ReactNode; closeLabel: string }) {
  return (
    <Toast.Provider timeout={6000} limit={3}>
      {children}
      <WithoutStyles>
        <Toast.Portal>
          <Toast.Viewport className="ui-toasts">
            <ToastList closeLabel={closeLabel} />
          </Toast.Viewport>
        </Toast.Portal>
      </WithoutStyles>
    </Toast.Provider>
  )
}

export function useToast() {
  const { add, close } = Toast.useToastManager()
  return ({ title, description, undo, urgent }: ToastMessage) => {
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
    return id
  }
}
