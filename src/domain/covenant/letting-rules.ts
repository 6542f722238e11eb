// What a covenant agrees about counting lettings, beside the norms of the law.
import { z } from 'zod'

export const lettingRules = z.strictObject({
  /**
   * The share of DAEB homes for incomes below the limit, in percent, where the parties agreed on more free space than the
   * norm of the year leaves; null: that norm. Between what the law leaves to agreements (85) and the norm itself.
   */
  daebPercent: z.number().min(85).max(100).nullable().default(null),
  /**
   * Where the care provider rented, the client comes to rent with the omklap: whether that counts as a letting then. No law says
   * so in as many words; each region asks the accountant of its corporations.
   */
  omklapCounts: z.boolean().default(true),
})
