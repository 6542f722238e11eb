// The minutes of one tafel: what it decided on a case, as far as the reader of that case may know, and what follows from it.
import type { Case } from '../case/case'
import { type ConditionLine, conditionTasks, linesOf } from '../case/conditions'
import { adoptedIn, type Decision, type DecisionNotes, lastAdopted, notesOf } from '../case/decisions'
import type { RuleSet } from '../covenant/rule-set'
import { objectUntilOf } from './letter'

/** Something that somebody must do by a day: a condition of the decision that is open, or another open task of the case. */
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
  /** Each condition, with what became of it since. */
  readonly conditions: readonly ConditionLine[]
  /** An Awb besluit of the gemeente, or advice of the partners under the covenant. */
  readonly form: RuleSet['decisionForm']
  readonly objectUntil: string | null
  /** As it is known now; what was known when it was decided stands in `notes`. */
  readonly readySince: string | null
  readonly actions: readonly Action[]
}

/** Each condition is in the list by itself, and not once more as a task. */
const tasksOfConditions: readonly string[] = conditionTasks

const byDay = (a: Action, b: Action) => ((a.on ?? '9') < (b.on ?? '9') ? -1 : 1)

/** What this tafel decided on a case; null where it decided nothing that this reader may know. */
export function minuteOf(kase: Case, tafel: string, rules: RuleSet): Minute | null {
  const here = adoptedIn(kase).filter((row) => row.tafel === tafel)
  const decision = here.at(-1)
  if (!decision) return null
  const conditions = linesOf(kase, decision)
  // What a later tafel decided anew asks for nothing any more.
  const counts = lastAdopted(kase)?.version === decision.version
  const actions: Action[] = [
    ...conditions
      .filter(({ open }) => open && counts)
      .map(({ condition, conditionBy, dueOn }) => ({
        kind: 'condition' as const,
        what: condition,
        by: conditionBy,
        on: dueOn,
      })),
    ...kase.turns
      .filter(({ pausedOn, task }) => pausedOn === null && !tasksOfConditions.includes(task))
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
