// Stories of a home in which much goes wrong.
import { caseAt } from './case-at'
import { signalNumber } from './looked-up'

export const hardYear = () =>
  caseAt('aftercare')
    .take('recordFreedPlace', 'mentor')
    .take('recordConsent', 'mentor')
    .take('passOnWithdrawal', 'officer')
    .take('raiseSignal', 'officer')
    .take('pickUpSignal', 'mentor')
    .take('raiseCareSignal', 'regisseur', { urgency: 'acuut' })
    .take('answerSignal', 'mentor', { signal: signalNumber(1) })
    .take('answerSignal', 'mentor', { ended: 'noAction' })
    .take('reportArrears', 'officer')
    .take('answerArrears', 'mentor')
    .take('scaleSupport', 'mentor')
    .take('startTimeOut', 'mentor')
    .take('extendTimeOut', 'mentor')
    .take('endTimeOut', 'mentor')
    .take('revisePlan', 'mentor')
    .take('agreePlan', 'mentor')
    .take('approvePlan', 'zorgLead')
    .take('signalByItself', 'terms')
    .take('escalate', 'regisseur')
