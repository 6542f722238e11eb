import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { type ConditionLine, conditionLines, conditionsFor, tasksOf } from '../case/conditions'
import { nextVersion } from '../case/decisions'
import { wellSaid } from '../case/functional-words'
import type { Context } from '../kernel/context'
import { day, flag, longText, optional, ref, type Values } from '../kernel/field'
import type { Refusal } from '../kernel/step'
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

/** The condition that is meant: the one that was chosen, or the only one that this actor can speak of. */
function meant(kase: Case, row: string | null, { actor }: Context): ConditionLine | undefined {
  const lines = conditionsFor(kase, actor)
  return row ? lines.find(({ id }) => id === row) : lines.length === 1 ? lines[0] : undefined
}

function which(kase: Case, row: string | null, context: Context): Refusal | null {
  if (meant(kase, row, context)) return null
  return row
    ? { reason: 'conditionNotThere', field: 'conditionRow' }
    : { reason: 'whichCondition', field: 'conditionRow' }
}

type Said = { readonly otherDay: string | null; readonly conditionWhy: string | null }

/** Why it was not met, and by which other day it will be, is said each time; nothing more is asked of what was met. */
function lacking(state: string, { otherDay, conditionWhy }: Said): Refusal | null {
  if (state === 'otherDay' && !otherDay) return { reason: 'conditionNeedsDay', field: 'otherDay' }
  return state !== 'met' && !conditionWhy ? { reason: 'conditionNeedsWhy', field: 'conditionWhy' } : null
}

/**
 * What became of a condition: met, not met with the reason, or another day with the reason. The last word about it counts, and
 * every word is kept. It is said by whoever sees to it, or by the gemeente; nobody is put out of the search by it: that is a
 * decision of a tafel.
 */
export const reportCondition = caseStep('reportCondition', {
  input: {
    conditionRow: optional(ref('condition')),
    conditionState: c.conditionWords.fields.conditionState,
    otherDay: optional(day('future')),
    conditionWhy: optional(longText(1000)),
    functional: optional(flag()),
  },
  askedWith: {
    field: 'conditionState',
    of: { otherDay: ['otherDay'], conditionWhy: ['notMet', 'otherDay'], functional: ['notMet', 'otherDay'] },
    open: ['functional'],
  },
  blockedBy: [
    (kase, { actor }) => (conditionsFor(kase, actor).length ? null : { reason: 'noConditionOfYours' }),
  ],
  check: (kase, { conditionRow, conditionState, functional, ...said }, context) =>
    which(kase, conditionRow, context) ??
    lacking(conditionState, said) ??
    wellSaid('conditionWhy', said.conditionWhy, functional),
  apply: (kase, { conditionRow, functional: _functional, ...said }, context) => {
    const one = meant(kase, conditionRow, context) as ConditionLine
    const now = {
      ...one,
      dueOn: said.otherDay ?? one.dueOn,
      open: said.conditionState === 'otherDay',
    }
    const lines = conditionLines(kase).map((line) => (line.id === one.id ? now : line))
    return {
      append: { conditionWords: [{ ...said, conditionRow: one.id }] },
      ...tasksOf(lines, kase.spine.stage),
      tells: { conditionState: said.conditionState },
    }
  },
})
