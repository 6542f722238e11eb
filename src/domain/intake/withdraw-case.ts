import { type Case, caseStep } from '../case/case'
import { type ConsentWord, liveIn } from '../case/consent-ledger'
import { code } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'

/** A case that left an agenda by itself would keep that list from being adopted. */
const onTafel = (kase: Case): Refusal | null => (kase.of.agenda?.tafel ? { reason: 'alreadyOnTafel' } : null)

/** A dwelling stays reserved until its offer is answered: first the answer, then the end. */
function offered(kase: Case): Refusal | null {
  if (waitsOn(kase, 'answerOffer') || waitsOn(kase, 'judgeRefusal')) return { reason: 'offerOpen' }
  return waitsOn(kase, 'confirmOffer') ? { reason: 'offerAccepted' } : null
}

/** What was agreed to for this aanmelding ends with it: nobody reads on by a consent that is needed no more. */
const consentsEnded = (words: readonly ConsentWord[], today: string) =>
  liveIn(words, today).map(({ recipient, category }) => ({
    recipient,
    category,
    given: false,
    on: today,
    until: null,
    purpose: null,
    basis: null,
    how: null,
    textVersion: null,
    textLanguage: null,
  }))

/** The provider takes the aanmelding back, on the client's wish. */
export const withdrawCase = caseStep('withdrawCase', {
  input: { reason: code('closingReason', ['ingetrokken', 'verhuisd', 'overleden']) },
  blockedBy: [onTafel, offered],
  apply: (kase, { reason }, { today }) => ({
    write: { closing: { reason, on: today } },
    append: { consents: consentsEnded(kase.of.consents ?? [], today) },
  }),
})
