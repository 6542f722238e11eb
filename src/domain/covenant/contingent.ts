// What a covenant version agrees about homes: which corporation brings in how many, where, for whom and in which period.
import { z } from 'zod'

const homes = z.int().min(0).max(10_000)

/** A number is a promise; a maximum is not, and a percentage is one of so many lettings, once it is known how many. */
const agreed = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('number'), homes }),
  z.strictObject({ as: z.literal('maximum'), homes }),
  z.strictObject({
    as: z.literal('percentage'),
    percent: z.number().gt(0).max(100),
    lettings: z.int().min(0).max(100_000).nullable().default(null),
  }),
])

/** One line: organisations by their keys, days as 'yyyy-mm-dd'. Null: every gemeente of the covenant, or every origin. */
const line = z
  .strictObject({
    corporation: z.string(),
    municipality: z.string().nullable().default(null),
    origin: z.string().nullable().default(null),
    from: z.iso.date(),
    until: z.iso.date(),
    agreed,
    /** Whether what was too few or too many in the period before counts in this one. */
    carryOver: z.boolean().default(false),
  })
  .refine(({ from, until }) => from <= until, 'its last day is before its first')
  .refine((l) => l.agreed.as !== 'maximum' || !l.carryOver, 'a maximum carries nothing over')

export type ContingentLine = z.infer<typeof line>

const meets = (a: string | null, b: string | null) => a === null || b === null || a === b

/** Whether a home could count in both. */
const overlap = (a: ContingentLine, b: ContingentLine) =>
  a.corporation === b.corporation &&
  meets(a.municipality, b.municipality) &&
  meets(a.origin, b.origin) &&
  a.from <= b.until &&
  b.from <= a.until

/** Whether this line is about the same homes as that one, in the period right before it. */
export const sameHomes = (a: ContingentLine, b: ContingentLine) =>
  a.corporation === b.corporation && a.municipality === b.municipality && a.origin === b.origin

/** Every home counts in one line at most: lines that could both count it are refused. */
export const contingent = z.strictObject({
  /** Where it was agreed, and by which key the homes were divided: for whoever asks why. */
  source: z.string().trim().min(1).max(300).optional(),
  key: z.string().trim().min(1).max(300).optional(),
  lines: z
    .array(line)
    .max(500)
    .superRefine((lines, context) =>
      lines.forEach((one, at) => {
        const earlier = lines.findIndex((other, i) => i < at && overlap(one, other))
        if (earlier >= 0)
          context.addIssue({
            code: 'custom',
            path: [at],
            message: `counts the same homes as line ${earlier}`,
          })
      }),
    )
    .default([]),
})
