// Another version of a covenant: who proposes it, who agrees to it, and what it changes.
import type { Role } from '../case/actor'
import type { ContingentLine } from './contingent'
import type { RuleSet } from './rule-set'

/** Who proposes another version for the parties. */
export const proposers: readonly Role[] = ['coordinator', 'gemeenteLead']

/** Who reads what is proposed, and agrees to what another party proposed. */
export const agreers: readonly Role[] = [
  'coordinator',
  'gemeenteLead',
  'corporatieLead',
  'zorgLead',
  'boardMember',
]

/** One place in the rules where two versions differ. Of a list each item that came or went; null: nothing stands there. */
export type Difference = { readonly at: string; readonly before: unknown; readonly after: unknown }

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function ofLists(before: readonly unknown[], after: readonly unknown[], at: string): Difference[] {
  const left = before.filter((one) => !after.some((other) => same(one, other)))
  const came = after.filter((one) => !before.some((other) => same(one, other)))
  const changed = [
    ...left.map((one) => ({ at, before: one, after: null })),
    ...came.map((one) => ({ at, before: null, after: one })),
  ]
  // The same items in another order, or another number of them: an order may mean something.
  return changed.length || same(before, after) ? changed : [{ at, before, after }]
}

/** Every place where two rule sets differ, in the order of the first. */
export function differencesBetween(before: unknown, after: unknown, at = ''): Difference[] {
  if (isGroup(before) && isGroup(after))
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differencesBetween(before[key], after[key], at ? `${at}.${key}` : key),
    )
  if (Array.isArray(before) && Array.isArray(after)) return ofLists(before, after, at)
  return same(before, after) ? [] : [{ at, before: before ?? null, after: after ?? null }]
}

/** The number of a line that people agree about: homes, or a percentage. */
export const numberOf = ({ agreed }: ContingentLine): number =>
  agreed.as === 'percentage' ? agreed.percent : agreed.homes

const withNumber = (line: ContingentLine, n: number): ContingentLine => ({
  ...line,
  agreed: line.agreed.as === 'percentage' ? { ...line.agreed, percent: n } : { ...line.agreed, homes: n },
})

/** The numbers that a form changes: of lines by their place in the list, of terms in working days by their name. */
export type Numbers = {
  readonly lines: ReadonlyMap<number, number>
  readonly terms: ReadonlyMap<keyof RuleSet['terms'], number>
}

/** The same rules with other numbers; they are checked as any others afterwards. */
export const withNumbers = (rules: RuleSet, { lines, terms }: Numbers): RuleSet => ({
  ...rules,
  terms: { ...rules.terms, ...Object.fromEntries(terms) },
  contingent: {
    ...rules.contingent,
    lines: rules.contingent.lines.map((line, i) => withNumber(line, lines.get(i) ?? numberOf(line))),
  },
})
