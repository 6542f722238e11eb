import { caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { day, type Values } from '../kernel/field'
import { nextVersion } from './adopted'
import { notFixed, onTafel } from './decide'

const { condition, conditionBy } = c.conditions.fields
const { optional: _, ...owner } = conditionBy
const conditionInput = { condition, conditionBy: owner, conditionOn: day('future') }

/** One more condition of the decision that was recorded, with who sees to it and by when. */
export const addCondition = caseStep('addCondition', {
  input: conditionInput,
  blockedBy: [
    onTafel,
    notFixed,
    ({ of }) =>
      of.decision?.outcome === 'admittedOnConditions' && !of.decision.adoptedOn
        ? null
        : { reason: 'notOnConditions' },
  ],
  apply: (kase, input: Values<typeof conditionInput>) => ({
    append: { conditions: [{ ...input, version: nextVersion(kase), begins: false }] },
  }),
})
