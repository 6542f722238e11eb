// The support plan while somebody lives there: each time it is saved it is a version, with what changed in it. The client has the
// first word about it, a supervisor of the same provider the last; nobody agrees for the provider with what they wrote themselves.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { anew } from '../case/signing'
import type { Context } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import { code } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { turnOf, waitsOn } from '../kernel/subject'
import { stillAway } from './away'
import { lastPlan, planChanges } from './plan-versions'

/** The day on which it is evaluated together: as the schedule says, or sooner where the plan says so. Silence raises a signal. */
function evaluateBy(kase: Case, reviewOn: string) {
  const turn = turnOf(kase, 'evaluate')
  const on = addWorkingDays(reviewOn, 0)
  if (!turn || turn.dueOn <= on) return { opens: ['agreePlan'] }
  return {
    ...anew(kase, ['evaluate'], ['agreePlan', 'evaluate']),
    ...stillAway(kase, ['evaluate']),
    due: { evaluate: on },
  }
}

const {
  planNumber: _number,
  planChanged: _changed,
  recordedBy: _by,
  writtenBy: _who,
  ...written
} = c.planVersions.fields

/** A new version: goals, steps and who takes them, hours, and what to watch for. Only the own organisation reads it. */
export const revisePlan = caseStep('revisePlan', {
  input: written,
  check: (kase, plan) =>
    planChanges(lastPlan(kase), plan).length === 0 ? { reason: 'planUnchanged', field: 'planGoals' } : null,
  apply: (kase, plan, { actor }) => {
    const was = lastPlan(kase)
    return {
      append: {
        planVersions: [
          {
            ...plan,
            planNumber: (was?.planNumber ?? 0) + 1,
            planChanged: planChanges(was, plan),
            recordedBy: actor.name,
            writtenBy: actor.membershipId,
          },
        ],
      },
      ...evaluateBy(kase, plan.planReviewOn),
    }
  },
})

const toAgree =
  (task: 'agreePlan' | 'approvePlan') =>
  (kase: Case): Refusal | null =>
    waitsOn(kase, task) && lastPlan(kase) ? null : { reason: 'noPlanToAgree' }

/** Of which version it is said, and who wrote that down. */
const ofLast = (kase: Case, { name, membershipId }: Context['actor']) => ({
  planNumber: lastPlan(kase)?.planNumber ?? 1,
  recordedBy: name,
  saidBy: membershipId,
})

const { agreedOn, agreedHow, note } = c.planWords.fields

/** What the client says of the last version, through the mentor: when and how. Without the client it goes to nobody else. */
export const agreePlan = caseStep('agreePlan', {
  input: { planWord: code('planWord', ['clientAgreed', 'clientDisagreed']), agreedOn, agreedHow, note },
  blockedBy: [toAgree('agreePlan')],
  check: (_kase, { planWord, agreedOn, agreedHow, note }) => {
    if (planWord === 'clientDisagreed') return note ? null : { reason: 'planWhyNot', field: 'note' }
    if (!agreedOn) return { reason: 'planAgreedWhen', field: 'agreedOn' }
    return agreedHow ? null : { reason: 'planAgreedHow', field: 'agreedHow' }
  },
  apply: (kase, said, { actor }) => ({
    append: { planWords: [{ ...said, ...ofLast(kase, actor) }] },
    opens: said.planWord === 'clientAgreed' ? ['approvePlan'] : ['revisePlan'],
    ...(said.planWord === 'clientDisagreed' && { quiet: true as const }),
  }),
})

/**
 * Four eyes: whoever wrote a version does not agree to it for the provider. Of a version of before only the name is known. The
 * database asks it of the person, whatever their hat.
 */
const wroteIt = (kase: Case, { actor }: Context): Refusal | null => {
  const { writtenBy, recordedBy } = lastPlan(kase) ?? {}
  const own = writtenBy ? writtenBy === actor.membershipId : recordedBy === actor.name
  return own ? { reason: 'secondPersonNeeded' } : null
}

/** The supervisor of the own organisation agrees, or gives it back with what must change. */
export const approvePlan = caseStep('approvePlan', {
  input: { planWord: code('planWord', ['approved', 'returned']), note },
  blockedBy: [toAgree('approvePlan'), wroteIt],
  check: (_kase, { planWord, note }) =>
    planWord === 'returned' && !note ? { reason: 'planWhyNot', field: 'note' } : null,
  apply: (kase, said, { actor, today }) => ({
    append: {
      planWords: [{ ...said, agreedOn: today, agreedHow: null, ...ofLast(kase, actor) }],
    },
    opens: said.planWord === 'returned' ? ['revisePlan'] : [],
  }),
})
