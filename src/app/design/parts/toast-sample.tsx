'use client'
import { Button } from '@/ui/button'
import { ToastProvider, useToast } from '@/ui/toast'

type Texts = { show: string; archived: string; undo: string; undone: string; close: string }

function Show({ texts }: { texts: Texts }) {
  const say = useToast()
  const undo = { label: texts.undo, onUndo: () => say({ title: texts.undone }) }
  return <Button onClick={() => say({ title: texts.archived, undo })}>{texts.show}</Button>
}

/** A passing message, with a way back as long as it stands there. */
export function ToastSample({ texts }: { texts: Texts }) {
  return (
    <ToastProvider closeLabel={texts.close}>
      <Show texts={texts} />
    </ToastProvider>
  )
}
