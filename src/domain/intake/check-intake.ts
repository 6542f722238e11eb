import { type Case, caseStep } from '../case/case'
import { longText } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { turnOf, waitsOn } from '../kernel/subject'

const sent = (kase: Case): Refusal | null => (waitsOn(kase, 'checkIntake') ? null : { reason: 'notSentYet' })

/** The gemeente asks for more: the turn goes back, and the clock of the check stands still until the answer. */
export const askMore = caseStep('askMore', {
  input: { missing: longText(2000) },
  blockedBy: [sent],
  apply: (kase, { missing }, { today }) => ({
    append: { intakeCheck: [{ outcome: 'incomplete', missing }] },
    paused: ['checkIntake'],
    due: { checkIntake: turnOf(kase, 'checkIntake')?.dueOn ?? today },
  }),
})

/** The gemeente finds the aanmelding complete: it can go to the uitstroomtafel. */
export const acceptIntake = caseStep('acceptIntake', {
  input: {},
  blockedBy: [sent],
  apply: () => ({ append: { intakeCheck: [{ outcome: 'complete', missing: null }] } }),
})

/**
 * The question stayed without an answer: the aanmelding is with the care provider again, with all that stands in it, and the
 * check begins anew once it is sent. The term is theirs now.
 */
export const returnIntake = caseStep('returnIntake', {
  input: {},
  blockedBy: [(kase) => (waitsOn(kase, 'supplyMore') ? null : { reason: 'nothingToWithdraw' })],
  apply: (kase) => ({ tells: { dueOn: turnOf(kase, 'supplyMore')?.dueOn ?? '' } }),
})
