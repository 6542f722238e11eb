// Uitstroomgereed: since when a client is ready to leave, or by which day that is expected. What waits for it moves with it.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { readinessReasons } from '../case/described'
import { type Days, later, movesFrom, termToFind } from '../case/readiness'
import type { RuleSet } from '../covenant/rule-set'
import { code, day, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { turnOf } from '../kernel/subject'

const { readySince, wantedFrom } = c.readiness.fields

/** What a form asks about readiness: a day that is expected is still to come when it is written down. */
export const readinessInput = { readySince, expectedOn: optional(day('future')), wantedFrom }

/** Somebody is ready or is expected to be, and not before they were born; a birth that is not known is not compared. */
export function readinessRefusal(
  { readySince: since, expectedOn }: Pick<Days, 'readySince' | 'expectedOn'>,
  birthDate: string | undefined,
): Refusal | null {
  if (!since && !expectedOn) return { reason: 'readyOrExpected', field: 'readySince' }
  if (since && expectedOn) return { reason: 'readyAndExpected', field: 'expectedOn' }
  return birthDate && since && since < birthDate ? { reason: 'readyBeforeBirth', field: 'readySince' } : null
}

/** What is kept of a first answer: nothing was changed yet. */
export const firstReadiness = ({ readySince: since, expectedOn, wantedFrom: wanted }: Days) => ({
  readySince: since,
  expectedOn,
  wantedFrom: wanted,
  changedWhy: null,
})

/** The task that ends when the client is ready, with the day by which that is expected; none for who is ready. */
export const readinessTask = ({ expectedOn }: Pick<Days, 'expectedOn'>) =>
  expectedOn ? { opens: ['becomeReady'], due: { becomeReady: expectedOn } } : { opens: [], due: {} }

/** The search as it runs, with its last day moved: what waited for the client goes back to the term of the region. */
function searchAfter(kase: Case, after: Days, { rules, today }: { rules: RuleSet; today: string }) {
  const turn = turnOf(kase, 'findDwelling')
  if (!turn) return { opens: [], due: {} }
  const waited = turn.dueOn === movesFrom(kase.of.readiness)
  const term = termToFind(kase, kase.of.decision?.adoptedOn ?? turn.since, rules, today)
  const due = later(waited ? term : turn.dueOn, movesFrom(after, today), waited ? today : null)
  return { opens: ['findDwelling'], due: { findDwelling: due } }
}

const same = (kase: Case, after: Days) =>
  (['readySince', 'expectedOn', 'wantedFrom'] as const).every(
    (name) => (kase.of.readiness?.[name] ?? null) === (after[name] ?? null),
  )

/**
 * Another day, and why: the search for a home and the task to become ready move with it, and who counts on the day hears of
 * it. Of health the reason says nothing: it is a code.
 */
export const changeReadiness = caseStep('changeReadiness', {
  // Named otherwise than what is kept: the reason of the last change is not proposed for this one.
  input: { ...readinessInput, why: code('readinessWhy', readinessReasons) },
  check: (kase, input) =>
    readinessRefusal(input, kase.of.identity?.birthDate) ??
    (same(kase, input) ? { reason: 'readinessUnchanged', field: 'readySince' } : null),
  apply: (kase, { why: changedWhy, ...input }, context) => {
    const [task, search] = [readinessTask(input), searchAfter(kase, input, context)]
    const on = (input.readySince ?? input.expectedOn) as string
    return {
      write: { readiness: { ...input, changedWhy } },
      opens: [...task.opens, ...search.opens],
      due: { ...task.due, ...search.due },
      tells: { on, changedWhy },
    }
  },
})
