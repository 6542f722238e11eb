// What is gone through before a case moves to another gemeente: each item by somebody, on a day, with what shows it.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { moveChecks } from '../case/moving-rows'
import { pendingIn } from './pending'

/** The how-manieth proposal to another gemeente this is: what was gone through for an earlier one counts no more. */
const roundOf = ({ of }: Pick<Case, 'of'>) =>
  (of.handover ?? []).filter(({ part, event }) => part === 'gemeente' && event === 'proposed').length

/** The items that nobody has gone through for the proposal that is open. */
export const unprepared = (kase: Case): readonly string[] => {
  const round = roundOf(kase)
  const done = (kase.of.moveItems ?? []).filter(({ moveRound }) => moveRound === round)
  return moveChecks.filter((item) => !done.some(({ moveItem }) => moveItem === item))
}

const { moveItem, arrangedBy, arrangedOn, shownBy } = c.moveItems.fields

/** One item was gone through. What shows it is a kind of paper or talk: whoever was asked reads no more before they confirm. */
export const prepareMove = caseStep('prepareMove', {
  input: { moveItem, arrangedBy, arrangedOn, shownBy },
  blockedBy: [(kase) => (pendingIn(kase, 'gemeente') ? null : { reason: 'nothingToWithdraw' })],
  apply: (kase, said) => ({ append: { moveItems: [{ ...said, moveRound: roundOf(kase) }] } }),
})
