// What was known with a decision, beside what is known now.
import type { Case } from '../case/case'
import { fieldsKept, type WeighedFacts, weighed } from '../case/weighed'

/** Of a list: the field by which its rows are about one and the same thing. The last row about it counts. */
export const listedBy: Readonly<Partial<Record<WeighedFacts, string>>> = {
  criteria: 'criterion',
  tracks: 'track',
}

type Row = Readonly<Record<string, unknown>>

/** One fact as it was known with a decision, and as it is known now. */
export type ThenAndNow = {
  readonly facts: WeighedFacts
  readonly field: string
  /** Which of a list it is about; null where there is one. */
  readonly about: string | null
  readonly was: unknown
  readonly now: unknown
  readonly changed: boolean
}

const empty = (value: unknown) => value === null || value === undefined || value === ''
const same = (was: unknown, now: unknown) =>
  empty(was) || empty(now) ? empty(was) && empty(now) : JSON.stringify(was) === JSON.stringify(now)

/** The rows that count, by what they are about; a single row is about nothing in particular. */
const counting = (rows: readonly Row[], key: string | undefined) =>
  new Map(rows.map((row) => [key ? String(row[key]) : null, row]))

function beside(facts: WeighedFacts, before: readonly Row[], after: readonly Row[]): ThenAndNow[] {
  const key = listedBy[facts]
  const [then, today] = [counting(before, key), counting(after, key)]
  const fields = fieldsKept(facts).filter((field) => field !== key)
  return [...new Set([...then.keys(), ...today.keys()])].flatMap((one) =>
    fields.map((field) => {
      const [was, now] = [then.get(one)?.[field] ?? null, today.get(one)?.[field] ?? null]
      return { facts, field, about: one, was, now, changed: !same(was, now) }
    }),
  )
}

/**
 * Everything that was kept with a decision, beside what this reader knows now; what nobody ever filled in is left out. `kept`
 * holds what the reader may read of it, group by group.
 */
export function thenAndNow(
  kase: Pick<Case, 'of'>,
  kept: Readonly<Partial<Record<WeighedFacts, readonly Row[]>>>,
): ThenAndNow[] {
  return weighed
    .filter((facts) => kept[facts])
    .flatMap((facts) => beside(facts, kept[facts] ?? [], [kase.of[facts] ?? []].flat() as Row[]))
    .filter(({ was, now }) => !empty(was) || !empty(now))
}
