import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { BoardKeys } from './board-keys'
import { Lock } from './icons'
import { Menu, type MenuItem } from './menu'

type Move = {
  /** The key of the column that it leads to. */
  to: string
  label: string
  /** Where the fields of this move are asked, or a small action that needs none. */
  href?: string
  action?: MenuItem['action']
  name?: string
  value?: string
  /** Why it cannot go there now. */
  reason?: string
}

type Card = {
  key: string
  title: ReactNode
  href: string
  facts?: ReactNode
  status?: ReactNode
  moves: readonly Move[]
}

export type BoardColumn = {
  key: string
  title: string
  cards: readonly Card[]
  /** How many there are, where not all of them have a card. */
  count?: string
  /** Where the others are. */
  more?: { href: string; label: string }
}

type Texts = {
  /** "Verplaats naar…", and what is said when a key asks for a column where nothing can go: where cards move. */
  move?: string
  noColumn?: string
  /** Which keys do what, for who hears the board. */
  keys: string
}

type Props = {
  label: string
  columns: readonly BoardColumn[]
  empty: ReactNode
  texts: Texts
  /** On a phone one column at a time, to be swept aside; otherwise all below each other. */
  snaps?: boolean
}

function itemOf(move: Move): MenuItem {
  if (!move.reason) return { key: move.to, ...move }
  return {
    key: move.to,
    label: (
      <>
        {move.label}
        <span className="ui-menu-reason">{move.reason}</span>
      </>
    ),
    icon: <Lock size={16} aria-hidden />,
    blocked: true,
  }
}

function BoardCard({ card, texts, keysId }: { card: Card; texts: Texts; keysId: string }) {
  return (
    <li className="ui-card" data-card>
      <AppLink className="ui-link font-semibold" href={card.href} aria-describedby={keysId}>
        {card.title}
      </AppLink>
      {card.facts ? <div className="text-sm text-soft">{card.facts}</div> : null}
      {card.status ? <div className="mt-1">{card.status}</div> : null}
      {card.moves.length > 0 ? (
        <Menu
          label={
            <>
              {texts.move}
              <span className="sr-only"> {card.title}</span>
            </>
          }
          items={card.moves.map(itemOf)}
        />
      ) : null}
    </li>
  )
}

/** The same things as in a list, in columns. A card moves by its menu, or by Shift and an arrow; there is no dragging. */
export function Board({ label, columns, empty, texts, snaps }: Props) {
  const keysId = 'ui-board-keys'
  return (
    <BoardKeys label={label} noColumn={texts.noColumn ?? ''} snaps={snaps ?? false}>
      <p className="sr-only" id={keysId}>
        {texts.keys}
      </p>
      {columns.map((column) => (
        <section
          key={column.key}
          className="ui-board-column"
          data-column={column.key}
          aria-label={column.title}
        >
          <h3>
            {column.title} <span className="ui-nav-count">{column.count ?? column.cards.length}</span>
          </h3>
          {column.cards.length === 0 ? <div className="text-sm text-soft">{empty}</div> : null}
          <ul>
            {column.cards.map((card) => (
              <BoardCard key={card.key} card={card} texts={texts} keysId={keysId} />
            ))}
          </ul>
          {column.more ? (
            <p className="mt-2">
              <AppLink href={column.more.href}>
                {column.more.label}
                <span className="sr-only"> {column.title}</span>
              </AppLink>
            </p>
          ) : null}
        </section>
      ))}
    </BoardKeys>
  )
}
