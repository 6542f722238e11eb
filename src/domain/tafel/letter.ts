// The letter in which a client reads what the tafel decided, and what they can do about it.
import type { Case } from '../case/case'
import type { RuleSet } from '../covenant/rule-set'
import { addDays, addWorkingDays } from '../kernel/days'

export type Letter = {
  /** The day on which chair and secretary had both adopted it. */
  readonly on: string
  readonly outcome: string
  readonly clientText: string
  readonly conditions: string | null
  readonly ground: string | null
  readonly until: string | null
  /** An Awb besluit of the gemeente, or advice of the partners under the covenant. */
  readonly form: RuleSet['decisionForm']
  /** The last day for bezwaar; null where there is no besluit, or nothing was decided yet. */
  readonly objectUntil: string | null
}

/** Outcomes by which somebody's position changes: against these bezwaar can be made. */
const decides = ['admitted', 'admittedOnConditions', 'refused'] as const

/**
 * The last day for bezwaar: so many weeks after the decision was made known (Awb art. 6:7 and 6:8), moved to a working day
 * (Algemene termijnenwet art. 1). The letter goes out on the day of the adoption.
 */
const lastDayToObject = (on: string, weeks: number) => addWorkingDays(addDays(on, 7 * weeks), 0)

/** The letter; null while the decision was not adopted by both, or is not shared with this reader. */
export function letterOf(kase: Case, { decisionForm: form, objectionWeeks }: RuleSet): Letter | null {
  const decision = kase.of.decision
  if (!decision?.adoptedOn) return null
  const { outcome, clientText, conditions, ground, until, adoptedOn: on } = decision
  const open = form === 'besluit' && (decides as readonly string[]).includes(outcome)
  return {
    on,
    outcome,
    clientText,
    conditions,
    ground,
    until,
    form,
    objectUntil: open ? lastDayToObject(on, objectionWeeks) : null,
  }
}
