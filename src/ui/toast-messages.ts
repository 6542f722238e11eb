// What was said in passing, in order; kept outside React, so that anything on the page can say something.
export type ToastMessage = {
  title: string
  description?: string
  /** A way back, for as long as the message is there. */
  undo?: { label: string; onUndo: () => void }
  urgent?: boolean
}

export const nothing: readonly ToastMessage[] = []
let messages = nothing
const listeners = new Set<() => void>()

export const said = () => messages

export const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Says something in passing, at the edge of the page; there must be a place for it, `Toasts`. */
export function say(message: ToastMessage) {
  messages = [...messages, message]
  for (const listener of listeners) listener()
}
