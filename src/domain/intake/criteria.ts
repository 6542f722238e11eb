// The conditions of the covenant: each met, not met or not known, with what shows it. The table decides; nothing here does.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import type { criteria, RuleSet } from '../covenant/rule-set'
import type { Entry } from '../kernel/subject'

type Criterion = (typeof criteria)[number]

/** What is said of a condition, by provider or gemeente; the last word counts, and every word is kept. */
export const judgeCriterion = caseStep('judgeCriterion', {
  input: c.criteria.fields,
  blockedBy: [(_kase, { rules }) => (rules.criteria.length ? null : { reason: 'noCriteria' })],
  choices: ({ rules }) => ({ criterion: rules.criteria }),
  check: (_kase, { met, evidence }) =>
    met === 'onbekend' || evidence ? null : { reason: 'criterionNeedsEvidence', field: 'evidence' },
  apply: (_kase, word) => ({ append: { criteria: [word] } }),
})

export type CriterionLine = {
  readonly criterion: Criterion
  /** Null: nobody has said anything about it yet. */
  readonly word: Entry<typeof c.criteria> | null
}

/** Every condition of the region, and the last word about it. */
export const criteriaOf = (kase: Case, { criteria: asked }: RuleSet): CriterionLine[] =>
  asked.map((criterion) => ({
    criterion,
    word: kase.of.criteria?.findLast((one) => one.criterion === criterion) ?? null,
  }))
