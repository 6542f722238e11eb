// What a covenant version decides about matching: the knobs of a run, and rules of its own. They belong to the version, so a
// run says which.
import { z } from 'zod'

/** What a rule of a region may speak of: a fact of the home, or of the household that comes. Rents in euro cents. */
const agreedFields = [
  'rooms',
  'floor',
  'lift',
  'rent',
  'accessibility',
  'persons',
  'children',
  'age',
  'incomeClass',
] as const
const operators = ['is', 'isNot', 'atLeast', 'atMost'] as const

const condition = z
  .strictObject({
    field: z.enum(agreedFields),
    operator: z.enum(operators),
    value: z.union([z.number(), z.string().trim().min(1).max(40), z.boolean()]),
  })
  .refine(
    ({ operator, value }) => operator === 'is' || operator === 'isNot' || typeof value === 'number',
    'atLeast and atMost are of numbers',
  )

/** Where `when` holds (always without one), `must` holds too: or the pair is no candidate, or with `warns` it says so. */
const agreedRow = z.strictObject({
  name: z.string().trim().min(3).max(80),
  when: condition.nullable().default(null),
  must: condition,
  warns: z.boolean().default(false),
})

export const matchingRules = z.strictObject({
  /** How many points of fit one point of priority is worth. */
  priorityWeight: z.int().min(1).max(10).default(1),
  /** Points that a pair of the run before has ahead, so that proposals do not change with every run. */
  draftBonus: z.int().min(0).max(1000).default(50),
  /** Whom a home for the young (VERA JON) or for seniors (SEN) is kept for, in years of age on the day of letting. No law: each region agrees. */
  ages: z
    .strictObject({
      youngBelow: z.int().min(19).max(40).default(28),
      seniorFrom: z.int().min(40).max(80).default(55),
    })
    .prefault({}),
  /** Whether it counts that the provider guides in the gemeente of the home: not at all, as a warning, or no home without it. */
  support: z.enum(['off', 'warns', 'blocks']).default('off'),
  /** Rules that this region adds to those of the law: rows, and no language of our own. */
  agreed: z.array(agreedRow).max(20).default([]),
})

export type MatchingRules = z.infer<typeof matchingRules>
export type AgreedRow = z.infer<typeof agreedRow>
export type Condition = z.infer<typeof condition>
