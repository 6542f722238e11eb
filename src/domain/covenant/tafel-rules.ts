// What a covenant version decides about its uitstroomtafel.
import { z } from 'zod'

export const tafelSeats = [
  'gemeente',
  'corporatie',
  'zorgaanbieder',
  'wijkteam',
  'ervaringsdeskundige',
] as const

const seats = z.array(z.enum(tafelSeats))
const workingDays = z.int().min(1).max(520)

/** None of it is law: a covenant file may change each of these. */
export const tafelRules = z.strictObject({
  /** Seats without which no list can be adopted. */
  quorum: seats.min(1).default(['gemeente', 'corporatie', 'zorgaanbieder']),
  /** Seats that have a delegate before anybody is invited. */
  composition: seats.default(['gemeente', 'corporatie', 'zorgaanbieder']),
  /** What whoever has no part in a case comes to know of it at the table; of a shielded case never the initials. */
  withoutStake: z.enum(['number', 'numberAndInitials', 'nothing']).default('nothing'),
  minutesPerCase: z.int().min(5).max(120).default(15),
  /** From so many cases on an agenda counts as full: it is said, not forbidden. */
  mostCases: z.int().min(1).max(100).default(12),
  /** Within how many working days after both adopted its list a tafel is closed. */
  closeWithin: workingDays.default(10),
  /** After how many working days a case that waits for a tafel, or was adjourned by one, counts as aged. */
  agedAfter: workingDays.default(30),
})
