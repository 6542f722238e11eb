// From when a client can and wants to move, and what that does to the last day on which a home must be found.
import type { RuleSet } from '../covenant/rule-set'
import { addWorkingDays } from '../kernel/days'
import type { Values } from '../kernel/field'
import type { Case } from './case'
import type { described } from './described'
import { tasks, workingDaysOf } from './tasks'

export type Days = Omit<Values<typeof described.readiness.fields>, 'changedWhy'>

/**
 * The first day on which the client can and wants to move: the later of both days, those before `from` left out. Null: at once,
 * or nothing is known of it. Days are 'yyyy-mm-dd'.
 */
export function movesFrom(readiness: Days | null, from = ''): string | null {
  if (!readiness) return null
  const { readySince: since, expectedOn, wantedFrom: wanted } = readiness
  const coming = [since ? null : expectedOn, wanted].filter((on): on is string => !!on && on >= from)
  return coming.sort().at(-1) ?? null
}

/** The last of these days, those that are not known left out. */
export const later = (...days: (string | null)[]) =>
  days
    .filter((on) => on !== null)
    .sort()
    .at(-1) as string

/** Last day to find a home by the term of the region, from a day on; shorter while an emergency counts. */
export const termToFind = (kase: Case, start: string, rules: RuleSet, today: string) =>
  addWorkingDays(start, workingDaysOf(tasks.findDwelling.term, rules, kase.of.spoed, today))

/** Last day to find a home, where its task opens today: the term of the region, and not before the client can move. */
export const dueToFind = (kase: Case, { rules, today }: { rules: RuleSet; today: string }) => ({
  findDwelling: later(termToFind(kase, today, rules, today), movesFrom(kase.of.readiness, today)),
})
