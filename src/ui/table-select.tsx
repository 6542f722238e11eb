'use client'

import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react'

const ROWS = 'tbody input[type="checkbox"]'

const boxesIn = (table: Element | null | undefined) => [
  ...(table?.querySelectorAll<HTMLInputElement>(ROWS) ?? []),
]

/** How many rows are ticked, kept up to date. */
function useTicked(find: () => Element | null | undefined) {
  const [count, setCount] = useState({ ticked: 0, all: 0 })
  const look = useRef(find)
  useEffect(() => {
    const scope = look.current()
    const tally = () => {
      const boxes = boxesIn(scope)
      setCount({ ticked: boxes.filter((box) => box.checked).length, all: boxes.length })
    }
    tally()
    scope?.addEventListener('change', tally)
    return () => scope?.removeEventListener('change', tally)
  }, [])
  return count
}

/** Ticks every row of its table, or none. Not there without JavaScript: then each row has its own box. */
export function SelectAll({ label }: { label: string }) {
  const box = useRef<HTMLInputElement>(null)
  const [scripted, setScripted] = useState(false)
  const { ticked, all } = useTicked(() => box.current?.closest('table'))
  useEffect(() => setScripted(true), [])
  useEffect(() => {
    if (box.current) box.current.indeterminate = ticked > 0 && ticked < all
  }, [ticked, all])
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const boxes = boxesIn(event.currentTarget.closest('table'))
    for (const row of boxes) row.checked = event.currentTarget.checked
    boxes[0]?.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return (
    <input
      ref={box}
      className="ui-tick"
      type="checkbox"
      hidden={!scripted}
      aria-label={label}
      checked={all > 0 && ticked === all}
      onChange={onChange}
    />
  )
}

/** What can be done with the ticked rows of the table in the same form. Appears with the first tick. */
export function SelectionBar({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLDivElement>(null)
  const { ticked } = useTicked(() => bar.current?.closest('form'))
  return (
    <div className="ui-selection" ref={bar}>
      <p role="status" className="ui-num">
        {label}: <strong>{ticked}</strong>
      </p>
      <div className="ui-button-row">{children}</div>
    </div>
  )
}
