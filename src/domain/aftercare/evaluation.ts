// How it goes, said together: the client, a supervisor and the mentor. The landlord and the gemeente read how the tenancy goes;
// what client and supervisor say stays with the provider.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { aftercareOf, EARLY_DAYS, nextAfter } from '../case/schedule'
import type { Context } from '../kernel/context'
import { addDays, addWorkingDays } from '../kernel/days'
import { stillAway } from './away'
import { sameName } from './same-name'

/** The next one of the schedule: one that is written down late counts as of its own day, and what was to follow it is still asked for. */
function planned(kase: Case, heldOn: string, { rules, today }: Context): string | null {
  const { evaluations } = aftercareOf(kase.of.placement?.keyOn ?? today, rules)
  const next = nextAfter(evaluations, addDays(heldOn, EARLY_DAYS.evaluation))
  return next && next < today ? addWorkingDays(today, 0) : next
}

const { clientThere, supervisor, clientSays, supervisorSays, nextOn } = c.evaluationTalks.fields

/**
 * An evaluation with the client and a supervisor, who is another than the mentor. Both are asked what they say; of a client who
 * was not there, why. The next one is on the day of the schedule, or sooner where they agree so: silence then is a signal.
 */
export const recordEvaluation = caseStep('recordEvaluation', {
  input: { ...c.evaluations.fields, clientThere, clientSays, supervisor, supervisorSays, nextOn },
  check: (kase, { heldOn, advice, clientThere: there, supervisor: other, nextOn: sooner }, context) => {
    if (sameName(other, context.actor.name)) return { reason: 'supervisorIsAnother', field: 'supervisor' }
    if (advice === 'omklap' && there === 'nietErbij')
      return { reason: 'omklapWithClient', field: 'clientThere' }
    const next = planned(kase, heldOn, context)
    return next && sooner && sooner > next
      ? { reason: 'evaluationLater', field: 'nextOn', values: { next } }
      : null
  },
  apply: (kase, { clientThere, clientSays, supervisor, supervisorSays, nextOn, ...evaluation }, context) => {
    const due = nextOn ? addWorkingDays(nextOn, 0) : planned(kase, evaluation.heldOn, context)
    const { heldOn } = evaluation
    return {
      append: {
        evaluations: [evaluation],
        evaluationTalks: [{ heldOn, clientThere, clientSays, supervisor, supervisorSays, nextOn }],
      },
      opens: due ? ['evaluate'] : [],
      ...stillAway(kase, due ? ['evaluate'] : []),
      due: due ? { evaluate: due } : {},
      tells: { heldOn },
    }
  },
})
