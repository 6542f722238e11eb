// What a covenant agrees about offers: who has a say, how often a client may refuse, and who is next.
import { z } from 'zod'

/** None of it is law. docs/decisions/0044 says what each of them does. */
export const offerRules = z.strictObject({
  /** How many suitable offers a client may refuse before somebody weighs how it goes on. */
  suitable: z.int().min(1).max(10).default(1),
  /** A colleague at the corporation agrees before anybody else hears of an offer. */
  twoOfficers: z.boolean().default(false),
  /** The coordinator judges a refusal before it counts. */
  judgeRefusals: z.boolean().default(false),
  /** How many candidates stand in reserve for a dwelling that is offered. */
  reserves: z.int().min(0).max(5).default(2),
  /** Who offers it to the next in reserve: the officer, who is asked to, or it happens by itself. */
  nextInLine: z.enum(['officer', 'byItself']).default('officer'),
})
