import { caseStep } from '../case/case'
import { code } from '../kernel/field'
import { waitsOn } from '../kernel/subject'

/** The provider takes the aanmelding back, on the client's wish. */
export const withdrawCase = caseStep('withdrawCase', {
  input: { reason: code('closingReason', ['ingetrokken', 'verhuisd', 'overleden']) },
  blockedBy: [(kase) => (waitsOn(kase, 'confirmOffer') ? { reason: 'offerAccepted' } : null)],
  apply: (_kase, { reason }, { today }) => ({ write: { closing: { reason, on: today } } }),
})
