import 'server-only'
import { liveCards, placeOf, rungAfter, rungOf } from '@/domain/aftercare/ladder-course'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
// Where a home stands on the ladder of its covenant, who holds that rung, and which cards count.
import { cardToPrint, letterCards } from '@/server/agreements/card-letter'
import type { Tx } from '@/server/db/client'
import { contextFor } from '@/server/run-step'
import type { Scene } from './on-case'

type Holder = 'mentor' | 'officer' | 'regisseur'
export type EscalationScreen = {
  rung: {
    rung: string
    until: string | null
    /** Whether that day has passed. */
    late: boolean
    agreements: string
    holder: Holder | null
    standIn: Holder | null
    /** What comes next, if this does not help. */
    next: { rung: string; holder: Holder; standIn: Holder } | null
  } | null
  /** `letter`: whether there is a letter about it to print. */
  cards: { id: string; card: string; text: string; until: string | null; letter: boolean }[]
}

/** Null where the home stands on no rung and no card counts, as far as this reader knows. */
export async function escalationOf(tx: Tx, { actor, kase, day }: Scene): Promise<EscalationScreen | null> {
  const now = rungOf(kase)
  const cards = liveCards(kase, day).map(({ id, cardEvent, cardText, cardUntil }) => ({
    id,
    card: cardEvent,
    text: cardText,
    until: cardUntil,
    letter: letterCards.some((one) => one === cardEvent && cardToPrint(kase, one, day)?.id === id),
  }))
  if (kase.spine.stage !== 'aftercare' || (!now && !cards.length)) return null
  const { rules } = await contextFor(tx, actor, null, kase as unknown as Loaded<Compartments>, day)
  const agreed = now && rules.escalation[placeOf(rules, now.rung)]
  const after = now && rungAfter(rules, now.rung)
  const rung = now && {
    rung: now.rung,
    until: now.until,
    late: !!now.until && now.until < day,
    agreements: now.agreements,
    holder: agreed?.holder ?? null,
    standIn: agreed?.standIn ?? null,
    next: after && after.rung !== now.rung ? after : null,
  }
  return { rung, cards }
}
