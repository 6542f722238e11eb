import { type Case, caseStep } from '../case/case'
import { paperMissing } from '../case/evidence'
import type { Context } from '../kernel/context'
import type { Refusal } from '../kernel/step'
import { turnOf, waitsOn } from '../kernel/subject'
import { missingParts } from './parts'

const complete = (kase: Case, { rules }: Context): Refusal | null => {
  const missing = missingParts(kase, rules)
  return missing.length ? { reason: 'intakeIncomplete', values: { count: missing.length } } : null
}

/** Whether the gemeente is looking at it now: then the provider waits. */
const withGemeente = (kase: Case): Refusal | null =>
  waitsOn(kase, 'checkIntake') ? { reason: 'alreadySent' } : null

/**
 * The provider hands the aanmelding to the gemeente, after "check your answers". With the answer to a question the clock of
 * the check runs on where it stood still (as in Awb art. 4:15).
 */
export const sendIntake = caseStep('sendIntake', {
  input: {},
  blockedBy: [withGemeente, complete, paperMissing],
  apply: (kase) => ({ opens: turnOf(kase, 'checkIntake') ? [] : ['checkIntake'] }),
})
