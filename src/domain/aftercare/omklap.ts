import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { aftercareOf, EARLY_DAYS, nextAfter, WAAKVLAM_DAYS } from '../case/schedule'
import type { Context } from '../kernel/context'
import { addDays, addMonths, addWorkingDays } from '../kernel/days'
import { code, day, longText, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'

export const recordEvaluation = caseStep('recordEvaluation', {
  input: c.evaluations.fields,
  apply: (kase, evaluation, { rules, today }) => {
    const { evaluations } = aftercareOf(kase.of.placement?.keyOn ?? today, rules)
    // One that is written down late counts as of its own day: what was to follow it is still asked for.
    const next = nextAfter(evaluations, addDays(evaluation.heldOn, EARLY_DAYS.evaluation))
    const due = next && next < today ? addWorkingDays(today, 0) : next
    return {
      append: { evaluations: [evaluation] },
      opens: next ? ['evaluate'] : [],
      due: due ? { evaluate: due } : {},
      tells: { heldOn: evaluation.heldOn },
    }
  },
})

const notYetOwn = (kase: Case): Refusal | null =>
  kase.of.placement?.form === 'eigenNaam'
    ? { reason: 'alreadyOwnName' }
    : waitsOn(kase, 'decideOmklap')
      ? { reason: 'omklapAsked' }
      : null

const evaluatedWell = (kase: Case): Refusal | null =>
  kase.of.evaluations?.at(-1)?.advice === 'omklap' ? null : { reason: 'omklapNeedsEvaluation' }

const longEnough = (kase: Case, { rules, today }: Context): Refusal | null => {
  const keyOn = kase.of.placement?.keyOn
  const since = keyOn && addMonths(keyOn, rules.aftercare.omklapAfterMonths)
  return since && since > today ? { reason: 'omklapTooEarly', values: { since } } : null
}

/** A home that came from a file has no lease here: nobody could put it in another name. */
const leased = (kase: Case): Refusal | null => (kase.of.tenancy ? null : { reason: 'noTenancyHere' })

/** The provider asks for the omklap: a lease in the client's own name, without conditions. */
export const requestOmklap = caseStep('requestOmklap', {
  input: { note: optional(longText(1000)) },
  blockedBy: [leased, notYetOwn, longEnough, evaluatedWell],
  apply: (_kase, { note }, { today }) => ({ append: { omklap: [{ event: 'requested', on: today, note }] } }),
})

/** The corporation decides, with the provider's advice; the support goes on as needed. */
export const decideOmklap = caseStep('decideOmklap', {
  input: { event: code('omklapEvent', ['agreed', 'notYet']), on: day(), note: optional(longText(1000)) },
  blockedBy: [(kase) => (waitsOn(kase, 'decideOmklap') ? null : { reason: 'omklapNotAsked' })],
  check: (_kase, { event, note }) =>
    event === 'notYet' && !note ? { reason: 'notYetNeedsReason', field: 'note' } : null,
  apply: (_kase, { event, on, note }) => ({
    append: { omklap: [{ event, on, note }] },
    ...(event === 'agreed' && {
      write: { tenancy: { form: 'eigenNaam' }, placement: { form: 'eigenNaam', ownNameOn: on } },
    }),
    tells: { event, on },
  }),
})

/** A light contact without an end date: relapse can come after years. */
export const startWaakvlam = caseStep('startWaakvlam', {
  input: {},
  blockedBy: [
    (kase) => (kase.of.guidance?.level === 'waakvlam' ? { reason: 'onWaakvlam' } : null),
    (kase) => (kase.of.placement?.form === 'eigenNaam' ? null : { reason: 'ownNameFirst' }),
  ],
  apply: (_kase, _input, { today }) => ({
    write: { guidance: { level: 'waakvlam', since: today } },
    due: { contact: addWorkingDays(addDays(today, WAAKVLAM_DAYS), 0) },
  }),
})

const unanswered = (kase: Case): Refusal | null => {
  if (waitsOn(kase, 'answerSignal')) return { reason: 'signalOpen' }
  return waitsOn(kase, 'answerArrears') ? { reason: 'arrearsOpen' } : null
}

/** The end of the file: the home stands, or the person left it. */
export const closeCase = caseStep('closeCase', {
  input: { reason: code('closingReason', ['goedAfgerond', 'verhuisd', 'terugNaarVoorziening', 'overleden']) },
  blockedBy: [unanswered],
  apply: (_kase, { reason }, { today }) => ({ write: { closing: { reason, on: today } } }),
})
