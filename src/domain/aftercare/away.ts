// Whether somebody is elsewhere for a while, and what stands still meanwhile.
import type { Case } from '../case/case'
import type { Refusal } from '../kernel/step'

/** Whether the client is at a time-out place now. */
export const isAway = (kase: Case): boolean => !!kase.of.away && !kase.of.away.backOn

/** The next task of the schedule stands still as well, when it opens while somebody is away. */
export const stillAway = (kase: Case, opens: readonly string[]) => (isAway(kase) ? { paused: opens } : {})

/** The light contact is no working support: some steps wait until there is more of it. */
export const onWaakvlam = (kase: Case): Refusal | null =>
  kase.of.guidance?.level === 'waakvlam' ? { reason: 'onWaakvlam' } : null
