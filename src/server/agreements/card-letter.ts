import 'server-only'
// The letter that goes with a warning, a yellow or a red card: which one can be printed, and by which model.

import { type CardRow, liveCards } from '@/domain/aftercare/ladder-course'
import type { Case } from '@/domain/case/case'
import { isShielded } from '@/domain/intake/shield'

/** What is given with a letter; an agreement about living there is made in a talk, and is no letter. */
export const letterCards = ['warning', 'yellow', 'red'] as const
export type LetterCard = (typeof letterCards)[number]

/** The model that is printed: one higher each time that one of its sentences changes. */
export const cardLetterModel = 1

/**
 * The last card of this kind that counts today, as far as the reader of the case reads cards; null where there is none. Of a
 * shielded case nothing is printed: paper is lost.
 */
export const cardToPrint = (kase: Case, card: LetterCard, today: string): CardRow | null =>
  (!isShielded(kase) && liveCards(kase, today).findLast(({ cardEvent }) => cardEvent === card)) || null
