'use client'

import { type KeyboardEvent, type ReactNode, useState } from 'react'

type Props = { label: string; noColumn: string; snaps: boolean; children: ReactNode }

const cardsIn = (column: Element | undefined) => [
  ...(column?.querySelectorAll<HTMLElement>('[data-card]') ?? []),
]

const goTo = (card: HTMLElement | undefined) => card?.querySelector<HTMLElement>('a')?.focus()

/** Arrows go from card to card; Shift and an arrow move a card to the next column. */
export function BoardKeys({ label, noColumn, snaps, children }: Props) {
  const [said, setSaid] = useState('')
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const card = event.target instanceof Element ? event.target.closest('[data-card]') : null
    const columns = [...event.currentTarget.querySelectorAll('[data-column]')]
    const at = columns.findIndex((column) => card && column.contains(card))
    if (!card || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return
    const own = cardsIn(columns[at])
    const row = own.indexOf(card as HTMLElement)
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const upDown = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (upDown) goTo(own[row + upDown])
    else if (sideways && event.shiftKey) setSaid(move(card, columns[at + sideways], noColumn))
    else if (sideways) goTo(nearest(columns, at, sideways, row))
    else return
    event.preventDefault()
  }
  const look = snaps ? 'ui-board ui-board-snaps' : 'ui-board'
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has only a keyboard scrolls the board by it
    <section className={look} aria-label={label} tabIndex={0} onKeyDown={onKey}>
      {children}
      <p className="sr-only" role="status">
        {said}
      </p>
    </section>
  )
}

/** The card at the same height in the next column that has one. */
function nearest(columns: Element[], at: number, step: number, row: number): HTMLElement | undefined {
  for (let i = at + step; i >= 0 && i < columns.length; i += step) {
    const cards = cardsIn(columns[i])
    if (cards.length > 0) return cards[Math.min(row, cards.length - 1)]
  }
  return undefined
}

/** Presses the card's own menu item for that column; says why when it is blocked. */
function move(card: Element, column: Element | undefined, noColumn: string): string {
  const to = column?.getAttribute('data-column')
  const item = card.querySelector<HTMLElement>(`[data-item="${CSS.escape(to ?? '')}"]`)
  if (!item) return noColumn
  if (item.getAttribute('aria-disabled') === 'true') return item.textContent ?? noColumn
  item.click()
  return ''
}
