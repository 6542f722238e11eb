// The emergency lane: a recorded exception. The provider asks and says why, the gemeente decides, and for a while every
// term is shorter. It opens no door that was closed: who waits longest still waits, but nobody lets it lie.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { tasks, workingDaysOf } from '../case/tasks'
import type { RuleSet } from '../covenant/rule-set'
import { addWorkingDays } from '../kernel/days'
import { day, flag, optional, type Values } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { turnOf } from '../kernel/subject'

const { reason, why } = c.spoedRequests.fields

/** Whether the short terms count on this day. */
export const inSpoed = ({ of }: Pick<Case, 'of'>, today: string): boolean =>
  !!of.spoed && of.spoed.until >= today

export const requestSpoed = caseStep('requestSpoed', {
  input: { reason, why },
  blockedBy: [
    (kase) => (turnOf(kase, 'decideSpoed') ? { reason: 'spoedAsked' } : null),
    (kase, { today }) => (inSpoed(kase, today) ? { reason: 'spoedAlready' } : null),
  ],
  check: (_kase, input): Refusal | null =>
    input.reason ? null : { reason: 'spoedNeedsReason', field: 'reason' },
  apply: (_kase, input) => ({ append: { spoedRequests: [{ event: 'requested', ...input, until: null }] } }),
})

/** The tasks of the way to a home whose clock runs now. */
const hurried = ['finishIntake', 'checkIntake', 'supplyMore', 'putOnTafel', 'findDwelling'] as const

/** What runs already is due sooner as well, counted from when it began; never later than it was, nor before today. */
function sooner(kase: Case, rules: RuleSet, spoed: Values<typeof c.spoed.fields>, today: string) {
  const running = hurried.flatMap((task) => {
    const turn = turnOf(kase, task)
    return turn && !turn.pausedOn ? [turn] : []
  })
  const dueOf = (turn: (typeof running)[number]) => {
    const { term } = tasks[turn.task as (typeof hurried)[number]]
    const short = addWorkingDays(turn.since, workingDaysOf(term, rules, spoed, today))
    return [[short, turn.dueOn].sort()[0] as string, today].sort().at(-1) as string
  }
  const names = running.map(({ task }) => task)
  return {
    closes: names,
    opens: names,
    due: Object.fromEntries(running.map((turn) => [turn.task, dueOf(turn)])),
  }
}

/** Who asked does not decide: the exception is known by both, with its ground and its last day. */
export const decideSpoed = caseStep('decideSpoed', {
  input: { granted: flag(), why, until: optional(day('future')) },
  blockedBy: [(kase) => (turnOf(kase, 'decideSpoed') ? null : { reason: 'nothingToWithdraw' })],
  check: (_kase, { granted, until }) =>
    granted && !until ? { reason: 'spoedNeedsEnd', field: 'until' } : null,
  apply: (kase, { granted, why, until }, { rules, today }) => {
    const event = granted ? ('granted' as const) : ('refused' as const)
    const append = { spoedRequests: [{ event, reason: null, why, until: granted ? until : null }] }
    if (!granted || !until) return { append, opens: [] }
    const spoed = { since: today, until }
    return { append, write: { spoed }, ...sooner(kase, rules, spoed, today) }
  },
})
