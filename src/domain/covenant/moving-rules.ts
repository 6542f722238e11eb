// What a covenant agrees about moving in: what comes before the signatures and the key.
import { z } from 'zod'

/** With whom a client is introduced where they come to live. */
export const landings = ['buren', 'wijk', 'netwerk', 'huismeester'] as const

/** Who advises about an omklap. */
export const omklapParties = ['provider', 'gemeente', 'corporation'] as const
export type OmklapParty = (typeof omklapParties)[number]

/** None of it is law: a covenant asks what it needs, and by itself nothing. */
export const movingRules = z.strictObject({
  /** The landlord talks with the client before the lease is signed. */
  talkFirst: z.boolean().default(false),
  /** With whom an introduction is planned, or not wanted by the client, before the key is handed over. */
  landing: z.array(z.enum(landings)).default([]),
})
