// What a covenant version decides about matching: the knobs of a run. They belong to the version, so a run says which.
import { z } from 'zod'

export const matchingRules = z.strictObject({
  /** How many points of fit one point of priority is worth. */
  priorityWeight: z.int().min(1).max(10).default(1),
  /** Points that a pair of the run before has ahead, so that proposals do not change with every run. */
  draftBonus: z.int().min(0).max(1000).default(50),
})

export type MatchingRules = z.infer<typeof matchingRules>
