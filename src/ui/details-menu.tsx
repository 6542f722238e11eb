'use client'

import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

type Props = { className: string; summary: ReactNode; children: ReactNode }

/** A native details that also closes on Escape, on a press elsewhere and after a choice. */
export function DetailsMenu({ className, summary, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = () => box.current?.removeAttribute('open')
    const onPress = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !box.current?.open) return
      close()
      box.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  const onChoice = (event: MouseEvent<HTMLDivElement>) => {
    if (event.target instanceof Element && event.target.closest('a')) box.current?.removeAttribute('open')
  }
  return (
    <details className={className} ref={box}>
      <summary>{summary}</summary>
      {/* The links inside are the controls; this only hears that one was chosen. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a listener, not a control */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key on a link sends a click too */}
      <div onClick={onChoice}>{children}</div>
    </details>
  )
}
