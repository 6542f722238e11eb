'use client'

import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react'

type Props = {
  title: ReactNode
  items: { href: string; text: string }[]
  /** A sentence above the list, for instance that nothing has been saved. */
  notice?: ReactNode
  /** Changes with every attempt, so that the same mistakes take the focus again. */
  attempt?: string | number
}

/** Goes to the control itself and brings its question into view. */
function goTo(event: MouseEvent<HTMLAnchorElement>) {
  const id = event.currentTarget.hash.slice(1)
  const control = id ? document.getElementById(decodeURIComponent(id)) : null
  if (!control) return
  event.preventDefault()
  const frame = control.closest('.ui-field') ?? control
  frame.scrollIntoView({ block: 'start' })
  control.focus({ preventScroll: true })
}

/** What went wrong, on top of the form. Takes the focus, so that it is read first. */
export function ErrorSummary({ title, items, notice, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const seen = `${attempt ?? ''} ${items.map((item) => item.href + item.text).join(' ')}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new list of mistakes takes the focus again
  useEffect(() => box.current?.focus(), [seen])
  return (
    <div className="ui-summary" ref={box} tabIndex={-1} role="alert" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {notice ? <p className="mt-1">{notice}</p> : null}
      {items.length > 0 ? (
        <ul className="mt-2">
          {items.map((item) => (
            <li key={item.href + item.text}>
              <a href={item.href} onClick={goTo}>
                {item.text}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
