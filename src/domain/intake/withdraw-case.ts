import { type Case, caseStep } from '../case/case'
import { code } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'

/** A case that left an agenda by itself would keep that list from being adopted. */
const onTafel = (kase: Case): Refusal | null => (kase.of.agenda?.tafel ? { reason: 'alreadyOnTafel' } : null)

/** A dwelling stays reserved until its offer is answered: first the answer, then the end. */
function offered(kase: Case): Refusal | null {
  if (waitsOn(kase, 'answerOffer')) return { reason: 'offerOpen' }
  return waitsOn(kase, 'confirmOffer') ? { reason: 'offerAccepted' } : null
}

/** The provider takes the aanmelding back, on the client's wish. */
export const withdrawCase = caseStep('withdrawCase', {
  input: { reason: code('closingReason', ['ingetrokken', 'verhuisd', 'overleden']) },
  blockedBy: [onTafel, offered],
  apply: (_kase, { reason }, { today }) => ({ write: { closing: { reason, on: today } } }),
})
