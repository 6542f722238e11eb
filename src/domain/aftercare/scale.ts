// Support that goes up or down, and back from the waakvlam with its whole schedule.
import { type Case, caseStep } from '../case/case'
import { compartments as c, workingLevels } from '../case/compartments'
import { aftercareOf, nextAfter } from '../case/schedule'
import type { Context } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import { code, text } from '../kernel/field'
import type { Effect } from '../kernel/step'
import { onWaakvlam } from './away'
import { sameName } from './same-name'

/** From the waakvlam visits and evaluations come back; past their pattern there is a visit on the day to look again. */
function scheduleAgain(kase: Case, reviewOn: string, { today, rules }: Context): Effect {
  if (!onWaakvlam(kase)) return { opens: [] }
  const { visits, evaluations } = aftercareOf(kase.of.placement?.keyOn ?? today, rules)
  const evaluate = nextAfter(evaluations, today)
  return {
    closes: ['contact', 'evaluate'],
    opens: evaluate ? ['visit', 'evaluate'] : ['visit'],
    due: { visit: nextAfter(visits, today) ?? addWorkingDays(reviewOn, 0), ...(evaluate && { evaluate }) },
  }
}

/** Support goes up or down within days, with a reason, somebody else who approved, and a day to look again. */
export const scaleSupport = caseStep('scaleSupport', {
  input: { ...c.supportChanges.fields, level: code('supportLevel', workingLevels), approvedBy: text(80) },
  check: (kase, { level, approvedBy }, { actor }) => {
    if (kase.of.guidance?.level === level) return { reason: 'sameLevel', field: 'level' }
    return sameName(approvedBy, actor.name) ? { reason: 'approvedByAnother', field: 'approvedBy' } : null
  },
  apply: (kase, change, context) => ({
    ...scheduleAgain(kase, change.reviewOn, context),
    append: {
      supportChanges: [change],
      ...(onWaakvlam(kase) && {
        waakvlam: [{ waakvlamEvent: 'ended' as const, agreedOn: null, agreedHow: null }],
      }),
    },
    write: { guidance: { level: change.level, since: change.from } },
    tells: { level: change.level },
  }),
})
