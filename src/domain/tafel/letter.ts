// The letter in which a client reads what the tafel decided, and what they can do about it.
import type { Case } from '../case/case'
import { adoptedIn, type Condition, conditionsOf, lastAdopted } from '../case/decisions'
import type { RuleSet } from '../covenant/rule-set'
import { addDays, addWorkingDays } from '../kernel/days'
import { admits } from './demands'

export type Letter = {
  /** The day on which chair and secretary had both adopted it. */
  readonly on: string
  readonly outcome: string
  readonly clientText: string
  readonly conditions: readonly Pick<Condition, 'condition' | 'conditionBy' | 'conditionOn'>[]
  readonly ground: string | null
  readonly until: string | null
  readonly validUntil: string | null
  readonly reviewOn: string | null
  readonly housingForm: string | null
  readonly toRegion: string | null
  /** A decision that was wrong in something is replaced by this one; the day on which that was adopted. */
  readonly replacesOf: string | null
  /** An Awb besluit of the gemeente, or advice of the partners under the covenant. */
  readonly form: RuleSet['decisionForm']
  /** The last day for bezwaar; null where there is no besluit, or nothing was decided yet. */
  readonly objectUntil: string | null
}

/** Outcomes by which somebody's position changes: against these bezwaar can be made. */
const decides = [...admits, 'refused', 'otherForm', 'otherRegion'] as const

/**
 * The last day for bezwaar: so many weeks after the decision was made known (Awb art. 6:7 and 6:8), moved to a working day
 * (Algemene termijnenwet art. 1). The letter goes out on the day of the adoption.
 */
const lastDayToObject = (on: string, weeks: number) => addWorkingDays(addDays(on, 7 * weeks), 0)

/** The last day for bezwaar against a decision that was adopted on a day; null where there is no besluit to object to. */
export const objectUntilOf = (
  outcome: string,
  on: string,
  { decisionForm, objectionWeeks }: RuleSet,
): string | null =>
  decisionForm === 'besluit' && (decides as readonly string[]).includes(outcome)
    ? lastDayToObject(on, objectionWeeks)
    : null

/** The letter; null while the decision was not adopted by both, or is not shared with this reader. */
export function letterOf(kase: Case, rules: RuleSet): Letter | null {
  const decision = kase.of.decision
  if (!decision?.adoptedOn) return null
  const { fixedOn: _, adoptedOn: on, ...said } = decision
  const last = lastAdopted(kase)
  return {
    ...said,
    on,
    conditions: last ? conditionsOf(kase, last) : [],
    replacesOf: last?.replaces ? (adoptedIn(kase).at(-2)?.adoptedOn ?? null) : null,
    form: rules.decisionForm,
    objectUntil: objectUntilOf(said.outcome, on, rules),
  }
}
