import 'server-only'
// What stands on the cards above a work list: asked with it, and taken out of it.
import { type CardGroup, cardOf, completing, visiting } from '@/domain/worklist/cards'
import { endOfWeek } from '@/domain/worklist/due'
import type { WorkLine, WorkRange } from './work-lines'

export type Cards = Readonly<Record<CardGroup, WorkLine[]>>

/** So many of each group at most. */
const FEW = 6

/** What can stand on cards: read with the list, for these tasks are not necessarily the first of it. A range for each kind. What finds no place there stands in the list. */
export const forCards = (day: string): WorkRange[] => [
  ...visiting.map((task) => ({ scope: 'mine' as const, tasks: [task], until: endOfWeek(day), limit: FEW })),
  { scope: 'mine' as const, tasks: [completing], limit: 2 * FEW },
]

/** What of these lines stands on cards. */
export function cardsIn(lines: readonly WorkLine[], day: string): Cards {
  const on = (group: CardGroup) => lines.filter((line) => cardOf(line) === group)
  const visits = on('visits').filter(({ dueOn }) => dueOn <= endOfWeek(day))
  return {
    visits: visits.slice(0, FEW),
    questions: on('questions').slice(0, FEW),
    returned: on('returned').slice(0, FEW),
  }
}
