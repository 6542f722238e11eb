import { type Case, caseStep } from '../case/case'
import { compartments as c, workingLevels } from '../case/compartments'
import { aftercareOf, nextAfter } from '../case/schedule'
import type { Context } from '../kernel/context'
import { addWorkingDays } from '../kernel/days'
import { code, longText, optional } from '../kernel/field'
import type { Effect, Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { openSignals } from './signal-course'

const waiting = (kase: Case) => waitsOn(kase, 'answerSignal')
const acuteWaits = (kase: Case): Refusal | null =>
  waiting(kase) && kase.of.signals?.at(-1)?.urgency === 'acuut' ? { reason: 'signalOpen' } : null

/**
 * Either party says early that something goes wrong, in functional words. Acute: the same day,
 * and also while an ordinary signal waits, whose task it takes over.
 */
export const raiseSignal = caseStep('raiseSignal', {
  input: c.signals.fields,
  blockedBy: [acuteWaits],
  check: (kase, { urgency }) =>
    waiting(kase) && urgency !== 'acuut' ? { reason: 'onlyAcuteNow', field: 'urgency' } : null,
  apply: (_kase, signal, { today, rules }) => ({
    append: { signals: [signal] },
    closes: ['answerSignal'],
    due: { answerSignal: addWorkingDays(today, signal.urgency === 'acuut' ? 0 : rules.terms.answerSignal) },
    tells: { about: signal.about, urgency: signal.urgency },
  }),
})

const answer = { answer: c.signalAnswers.fields.answer, agreed: optional(longText(1000)) }

export const answerSignal = caseStep('answerSignal', {
  input: answer,
  blockedBy: [(kase) => (waiting(kase) ? null : { reason: 'noOpenSignal' })],
  apply: (kase, given) => ({
    append: {
      signalAnswers: [given],
      careCourse: openSignals(kase).map(({ kind, number }) => ({
        kind,
        number,
        event: 'acted' as const,
        until: null,
        silent: null,
      })),
    },
  }),
})

/** Besluit gemeentelijke schuldhulpverlening art. 2: first remind, seek contact and offer help. An objection keeps it from the gemeente. */
export const reportArrears = caseStep('reportArrears', {
  input: c.arrears.fields,
  blockedBy: [(kase) => (waitsOn(kase, 'answerArrears') ? { reason: 'arrearsOpen' } : null)],
  check: (_kase, { reminded, contacted, helpOffered }) => {
    if (!reminded) return { reason: 'remindFirst', field: 'reminded' }
    if (!contacted) return { reason: 'contactFirst', field: 'contacted' }
    return helpOffered ? null : { reason: 'offerHelpFirst', field: 'helpOffered' }
  },
  apply: (_kase, arrears, { today }) => ({
    append: {
      arrears: [arrears],
      ...(!arrears.objected && { arrearsSignal: [{ months: arrears.months, reportedOn: today }] }),
    },
    opens: arrears.objected ? [] : ['answerArrears'],
    ...(arrears.objected && { quiet: true as const }),
  }),
})

export const answerArrears = caseStep('answerArrears', {
  input: answer,
  blockedBy: [(kase) => (waitsOn(kase, 'answerArrears') ? null : { reason: 'noOpenSignal' })],
  apply: (_kase, given) => ({ append: { signalAnswers: [given] } }),
})

const onWaakvlam = (kase: Case): Refusal | null =>
  kase.of.guidance?.level === 'waakvlam' ? { reason: 'onWaakvlam' } : null

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

/** Support goes up or down within days, with a reason and a day to look again. */
export const scaleSupport = caseStep('scaleSupport', {
  input: { ...c.supportChanges.fields, level: code('supportLevel', workingLevels) },
  check: (kase, { level }) =>
    kase.of.guidance?.level === level ? { reason: 'sameLevel', field: 'level' } : null,
  apply: (kase, change, context) => ({
    ...scheduleAgain(kase, change.reviewOn, context),
    append: { supportChanges: [change] },
    write: { guidance: { level: change.level, since: change.from } },
    tells: { level: change.level },
  }),
})

/** A rung of the ladder, with what was agreed. Every party at the table of this home can set it. */
export const escalate = caseStep('escalate', {
  input: c.escalations.fields,
  blockedBy: [onWaakvlam],
  apply: (_kase, escalation) => ({ append: { escalations: [escalation] }, tells: { rung: escalation.rung } }),
})
