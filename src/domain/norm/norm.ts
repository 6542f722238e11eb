// Legal norms are dated rows. A norm that is missing makes a rule unknown, never passed.

/** One value of one norm from a day on. Money in euro cents, percentages as they are. */
export type Norm = {
  readonly kind: string
  readonly validFrom: string
  readonly value: number
  readonly status: 'published' | 'derived' | 'unverified' | 'provisional'
  readonly source: string | null
  /** For age-bound norms: valid for people younger than this. */
  readonly belowAge: number | null
}

export type Norms = readonly Norm[]

/**
 * The norm of a kind that holds on a day: the last that began. Norms are set per calendar year:
 * a row of another year does not hold.
 */
export const normOn = (norms: Norms, kind: string, day: string): Norm | null =>
  norms
    .filter((n) => n.kind === kind && n.validFrom.slice(0, 4) === day.slice(0, 4) && n.validFrom <= day)
    .reduce<Norm | null>((last, n) => (last && last.validFrom > n.validFrom ? last : n), null)
