// The minutes of one tafel: what it decided on a case, as far as the reader of that case may know, and what follows from it.
import type { Case } from '../case/case'
import type { RuleSet } from '../covenant/rule-set'
import {
  adoptedIn,
  type Condition,
  conditionsOf,
  type Decision,
  type DecisionNotes,
  notesOf,
} from './adopted'
import { objectUntilOf } from './letter'

/** Something that somebody must do by a day: a condition of the decision, or an open task of the case. */
export type Action =
  | {
      readonly kind: 'condition'
      readonly what: string
      readonly by: string | null
      readonly on: string | null
    }
  | { readonly kind: 'turn'; readonly what: string; readonly by: string; readonly on: string }

export type Minute = {
  /** The decision that counts now. */
  readonly decision: Decision
  /** What it replaced, the oldest first. */
  readonly replaced: readonly Decision[]
  /** Null for whoever does not read why. */
  readonly notes: DecisionNotes | null
  readonly conditions: readonly Condition[]
  /** An Awb besluit of the gemeente, or advice of the partners under the covenant. */
  readonly form: RuleSet['decisionForm']
  readonly objectUntil: string | null
  /** As it is known now; what was known when it was decided stands in `notes`. */
  readonly readySince: string | null
  readonly actions: readonly Action[]
}

const byDay = (a: Action, b: Action) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1)

/** What this tafel decided on a case; null where it decided nothing that this reader may know. */
export function minuteOf(kase: Case, tafel: string, rules: RuleSet): Minute | null {
  const here = adoptedIn(kase).filter((row) => row.tafel === tafel)
  const decision = here.at(-1)
  if (!decision) return null
  const conditions = conditionsOf(kase, decision)
  const actions: Action[] = [
    ...conditions.map(({ condition, conditionBy, conditionOn }) => ({
      kind: 'condition' as const,
      what: condition,
      by: conditionBy,
      on: conditionOn,
    })),
    ...kase.turns
      .filter(({ pausedOn }) => pausedOn === null)
      .map(({ task, holderId, dueOn }) => ({ kind: 'turn' as const, what: task, by: holderId, on: dueOn })),
  ]
  return {
    decision,
    replaced: here.slice(0, -1),
    notes: notesOf(kase, decision.version),
    conditions,
    form: rules.decisionForm,
    objectUntil: objectUntilOf(decision.outcome, decision.adoptedOn as string, rules),
    readySince: kase.of.readiness?.readySince ?? null,
    actions: actions.sort(byDay),
  }
}
