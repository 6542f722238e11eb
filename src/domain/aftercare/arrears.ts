// Arrears of rent: what the landlord does first, what it then tells, the help of the gemeente, and how they end.
import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { code, longText, optional } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { arrearsDone, type Done, tenantObjects } from './arrears-course'

const { done, doneOn } = c.arrearsSteps.fields

const objects = (kase: Case): Refusal | null => (tenantObjects(kase) ? { reason: 'tenantObjects' } : null)

/** A reminder in writing comes first, then an effort to speak with the tenant, then help with debts. */
function inOrder(kase: Case, wanted: Done): Refusal | null {
  const have = arrearsDone(kase)
  if (wanted === 'reminded' || !doing.includes(wanted)) return null
  if (!have.has('reminded')) return { reason: 'remindFirst' }
  return wanted === 'contacted' || have.has('contacted') ? null : { reason: 'contactFirst' }
}

const doing: readonly Done[] = ['reminded', 'contacted', 'helpOffered']

/**
 * What the landlord did, with its day, and whether the tenant objects. Besluit gemeentelijke schuldhulpverlening art. 2: all of
 * it comes before any notice. It is the landlord's own: nobody else reads it or hears of it.
 */
export const noteArrears = caseStep('noteArrears', {
  input: { done, doneOn },
  choices: () => ({ done: done.codes.filter((one) => one !== 'ended') }),
  check: (kase, { done: word }) => {
    if (word === 'objectionEnded' && !tenantObjects(kase)) return { reason: 'noObjection', field: 'done' }
    const early = inOrder(kase, word)
    return early && { ...early, field: 'done' }
  },
  apply: (_kase, row) => ({ append: { arrearsSteps: [row] }, quiet: true }),
})

/** The notice of arrears to provider and gemeente: after reminder, contact and offer of help, and never against an objection. */
export const reportArrears = caseStep('reportArrears', {
  input: { amount: c.arrears.fields.amount, months: c.arrears.fields.months },
  blockedBy: [
    (kase) => (waitsOn(kase, 'answerArrears') ? { reason: 'arrearsOpen' } : null),
    objects,
    (kase) => inOrder(kase, 'helpOffered'),
    (kase) => (arrearsDone(kase).has('helpOffered') ? null : { reason: 'offerHelpFirst' }),
  ],
  apply: (kase, { amount, months }, { today }) => ({
    append: {
      arrears: [{ amount, months, reminded: true, contacted: true, helpOffered: true, objected: false }],
      arrearsSignal: [{ months, reportedOn: today }],
    },
    opens: waitsOn(kase, 'offerDebtHelp') ? ['answerArrears'] : ['answerArrears', 'offerDebtHelp'],
  }),
})

export const answerArrears = caseStep('answerArrears', {
  input: { answer: c.signalAnswers.fields.answer, agreed: optional(longText(1000)) },
  blockedBy: [(kase) => (waitsOn(kase, 'answerArrears') ? null : { reason: 'noOpenSignal' })],
  apply: (_kase, given) => ({ append: { signalAnswers: [{ ...given, signal: null }] } }),
})

/** The gemeente offers help with debts to who was reported to it (Wet gemeentelijke schuldhulpverlening art. 3). */
export const recordDebtHelp = caseStep('recordDebtHelp', {
  input: c.debtHelp.fields,
  blockedBy: [(kase) => (waitsOn(kase, 'offerDebtHelp') ? null : { reason: 'noArrearsTold' })],
  apply: (_kase, help) => ({ append: { debtHelp: [help] } }),
})

const begun = (kase: Case): Refusal | null =>
  arrearsDone(kase).size || kase.turns.some(({ task }) => task === 'answerArrears')
    ? null
    : { reason: 'noArrears' }

/** The arrears are over. Who was told of them hears it; of others nobody knew. */
export const endArrears = caseStep('endArrears', {
  input: { arrearsEnd: code('arrearsEnd', c.arrearsEnds.fields.arrearsEnd.codes), endedOn: doneOn },
  blockedBy: [begun],
  apply: (kase, { arrearsEnd, endedOn }) => {
    const told = (kase.of.arrearsSignal?.length ?? 0) > (kase.of.arrearsEnds?.length ?? 0)
    return {
      append: {
        arrearsSteps: [{ done: 'ended', doneOn: endedOn }],
        ...(told && { arrearsEnds: [{ arrearsEnd, endedOn }] }),
      },
      ...(!told && { quiet: true as const }),
    }
  },
})
