// What a covenant agrees about offers: who has a say, how often a client may refuse, and who is next.
import { z } from 'zod'

/** The moments of an offer at which a corporation can come to know for whom it is, the earliest first. */
export const namingMoments = ['proposed', 'informed', 'viewing', 'accepted'] as const

/** None of it is law. docs/decisions/0044 says what each of them does. */
export const offerRules = z.strictObject({
  /** How many suitable offers a client may refuse before somebody weighs how it goes on. */
  suitable: z.int().min(1).max(10).default(1),
  /** A colleague at the corporation agrees before anybody else hears of an offer. */
  twoOfficers: z.boolean().default(false),
  /**
   * From when the corporation reads the case, with name and contact: when it is proposed, when the client was told, when a
   * viewing is planned, or when the client accepted. Whatever comes later names them too.
   */
  namedAt: z.enum(namingMoments).default('proposed'),
  /** The coordinator judges a refusal before it counts. */
  judgeRefusals: z.boolean().default(false),
  /** How many candidates stand in reserve for a dwelling that is offered. */
  reserves: z.int().min(0).max(5).default(2),
  /** To how many clients a home is offered at once: the first who accepts has it. One: nobody else hears of it meanwhile. */
  perHome: z.int().min(1).max(5).default(1),
  /** Who offers it to the next in reserve: the officer, who is asked to, or it happens by itself. */
  nextInLine: z.enum(['officer', 'byItself']).default('officer'),
})
