// Somebody for whom nobody came any more needs somebody again: in the same home, in the same file, without a new aanmelding.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { aftercareOf, nextAfter } from '../case/schedule'
import type { Context } from '../kernel/context'
import { addDays, addWorkingDays } from '../kernel/days'
import type { Effect, Refusal } from '../kernel/step'

/** Only of who lives there still: whoever left the home is registered again, with what is known already. */
const stillLivesThere = ({ of }: Case): Refusal | null =>
  of.closing?.reason === 'goedAfgerond' && of.placement?.keyOn && !of.homeEnd
    ? null
    : { reason: 'notReopened' }

/** The light contact alone, soon; or a visit within the days of a first one, and what is left of the evaluations. */
function askedAgain(kase: Case, level: string, { today, rules }: Context): Effect {
  const soon = addWorkingDays(addDays(today, rules.aftercare.firstVisitDays), 0)
  if (level === 'waakvlam') return { opens: ['contact'], due: { contact: soon } }
  const evaluate = nextAfter(aftercareOf(kase.of.placement?.keyOn ?? today, rules).evaluations, today)
  return {
    opens: evaluate ? ['visit', 'evaluate'] : ['visit'],
    due: { visit: soon, ...(evaluate && { evaluate }) },
  }
}

/** The file is open again, with the support that the client wants: when and how they said so, and why, are kept. */
export const reopenCase = caseStep('reopenCase', {
  input: { ...c.reopenings.fields },
  blockedBy: [stillLivesThere],
  apply: (kase, said, context) => ({
    ...askedAgain(kase, said.level, context),
    write: { guidance: { level: said.level, since: context.today } },
    append: {
      reopenings: [said],
      ...(said.level === 'waakvlam' && {
        waakvlam: [{ waakvlamEvent: 'started' as const, agreedOn: said.agreedOn, agreedHow: said.agreedHow }],
      }),
    },
  }),
})
