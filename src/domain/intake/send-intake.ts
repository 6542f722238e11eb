import { type Case, caseStep } from '../case/case'
import type { CaseCompartment } from '../case/compartments'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'

/** Without these parts nobody can judge an aanmelding. In the order in which the form asks them. */
export const requiredParts = [
  'stay',
  'residence',
  'household',
  'binding',
  'income',
  'debts',
  'support',
  'profile',
  'safety',
] as const satisfies readonly CaseCompartment[]

/** The required parts that are still empty, as this reader sees the case. */
export const missingParts = (kase: Case) => requiredParts.filter((part) => kase.of[part] === null)

const complete = (kase: Case): Refusal | null => {
  const missing = missingParts(kase)
  return missing.length ? { reason: 'intakeIncomplete', values: { count: missing.length } } : null
}

/** Whether the gemeente is looking at it now: then the provider waits. */
const withGemeente = (kase: Case): Refusal | null =>
  waitsOn(kase, 'checkIntake') ? { reason: 'alreadySent' } : null

/** The provider hands the aanmelding to the gemeente, after "check your answers". */
export const sendIntake = caseStep('sendIntake', {
  input: {},
  blockedBy: [withGemeente, complete],
  apply: () => ({}),
})
