'use client'
import { Button } from '@/ui/button'
import { Toasts } from '@/ui/toast'
import { say } from '@/ui/toast-messages'

type Texts = { show: string; archived: string; undo: string; undone: string; close: string }

/** A passing message, with a way back as long as it stands there. */
export function ToastSample({ texts }: { texts: Texts }) {
  const undo = { label: texts.undo, onUndo: () => say({ title: texts.undone }) }
  return (
    <>
      <Button onClick={() => say({ title: texts.archived, undo })}>{texts.show}</Button>
      <Toasts closeLabel={texts.close} />
    </>
  )
}
