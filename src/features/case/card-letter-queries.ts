import 'server-only'
// The letter about a warning or card, for who reads the cards of the case.
import { cardToPrint, type LetterCard, letterCards } from '@/server/agreements/card-letter'
import { onCase } from './on-case'

/** All that is written in the letter, and no more: nothing of the support, of money or of what was weighed. */
export type CardLetter = {
  readonly number: string
  readonly name: string | null
  readonly card: LetterCard
  readonly text: string
  /** The day on which it was given, and its last one. */
  readonly on: string
  readonly until: string | null
  /** The organisations of the case by their part. */
  readonly parties: Readonly<Record<string, string>>
}

/** The letter; null where no such card counts now, or it is not for this person to read. */
export async function getCardLetter(id: string, name: string): Promise<CardLetter | null> {
  const card = letterCards.find((one) => one === name)
  if (!card) return null
  return onCase(
    id,
    (kase) => ['cards', 'identity'].filter((compartment) => kase.shared.has(compartment)),
    async (_tx, { kase, head, day }) => {
      const row = cardToPrint(kase, card, day)
      return (
        row && {
          number: head.number,
          name: head.name,
          card,
          text: row.cardText,
          on: row.recordedOn,
          until: row.cardUntil,
          parties: Object.fromEntries(head.parts.map(({ part, name: party }) => [part, party])),
        }
      )
    },
  )
}
