// A signal that nobody gives: a visit, a contact, an evaluation or an answer that did not come. docs/decisions/0048.
import { caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { silentTasks } from '../case/schedule'
import { addWorkingDays } from '../kernel/days'
import { code } from '../kernel/field'
import { turnOf, waitsOn } from '../kernel/subject'
import { pickUpBy } from './signal-course'

/** The term of the task that stayed silent has passed. The task goes on; that it is late has to be answered for now. */
export const signalByItself = caseStep('signalByItself', {
  input: { silent: code(c.careCourse.fields.silent.list, silentTasks) },
  check: (kase, { silent }) => (waitsOn(kase, silent) ? null : { reason: 'nothingToWithdraw' }),
  apply: (kase, { silent }, { today, rules }) => {
    const until = addWorkingDays(today, rules.terms.answerSignal)
    return {
      append: {
        careCourse: [{ kind: 'silence', event: 'raised', signal: null, until, silent, raisedBy: null }],
      },
      ...pickUpBy(kase, until),
      tells: { silent, dueOn: turnOf(kase, silent)?.dueOn ?? '' },
    }
  },
})
