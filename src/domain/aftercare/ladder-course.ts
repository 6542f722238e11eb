// Where a home stands on the ladder, and which cards count: what was given, until when, and what was withdrawn.
import type { Case } from '../case/case'
import type { CaseCompartments } from '../case/compartments'
import type { Rung } from '../covenant/escalation'
import type { RuleSet } from '../covenant/rule-set'
import type { Refusal } from '../kernel/step'
import { type Entry, waitsOn } from '../kernel/subject'

type Of = Pick<Case, 'of'>
export type CardRow = Entry<CaseCompartments['cards']>

/** The row by which the home came to its rung; null where it stands on none. */
export function rungOf({ of }: Of) {
  const last = of.escalations?.at(-1)
  return last && last.rung !== 'voorbij' ? { ...last, rung: last.rung as Rung } : null
}

/** The place of a rung in the ladder of this covenant; -1 where it stands on none. */
export const placeOf = ({ escalation }: RuleSet, rung: string | undefined) =>
  escalation.findIndex((one) => one.rung === rung)

/** The rung that comes after this one, with who holds it and who stands in; after the last comes the last once more. */
export const rungAfter = (rules: RuleSet, rung: string) =>
  rules.escalation[placeOf(rules, rung) + 1] ?? rules.escalation.at(-1)

const given = ['agreement', 'warning', 'yellow', 'red'] as const
export type Card = (typeof given)[number]
const isGiven = ({ cardEvent }: CardRow) => (given as readonly string[]).includes(cardEvent)

/** The agreements, warnings and cards that count on a day: not past their last day, and not withdrawn after an objection. */
export function liveCards({ of }: Of, today: string): CardRow[] {
  const rows = of.cards ?? []
  const withdrawn = (at: number) => {
    const next = rows.findIndex((row, i) => i > at && isGiven(row))
    return rows.slice(at + 1, next < 0 ? undefined : next).some(({ cardEvent }) => cardEvent === 'withdrawn')
  }
  return rows.filter((row, at) => isGiven(row) && (row.cardUntil ?? today) >= today && !withdrawn(at))
}

/** Whether such a card counts on this day. */
export const holds = (kase: Of, today: string, ...cards: readonly Card[]) =>
  liveCards(kase, today).some(({ cardEvent }) => (cards as readonly string[]).includes(cardEvent))

/** While the client objects, nothing harsher comes. */
export const objecting = (kase: Case): Refusal | null =>
  waitsOn(kase, 'answerObjection') ? { reason: 'objectionOpen' } : null
