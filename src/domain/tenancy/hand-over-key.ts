import { type Case, caseStep } from '../case/case'
import { aftercareOf } from '../case/schedule'
import { day } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import { missingSignatures } from './sign'

const signed = (kase: Case): Refusal | null => {
  const missing = missingSignatures(kase)
  return missing.length ? { reason: 'signaturesMissing', values: { count: missing.length } } : null
}

/** Rb Overijssel 2021:2097: an unsigned support plan breaks the link between lease and support. */
const planned = (kase: Case): Refusal | null =>
  waitsOn(kase, 'writePlan') ? { reason: 'planNotSigned' } : null

/** The key: only when everything is signed with one start date. From here aftercare has its whole schedule. */
export const handOverKey = caseStep('handOverKey', {
  input: { keyOn: day('past') },
  blockedBy: [signed, planned],
  check: (kase, { keyOn }) => {
    const start = kase.of.placement?.startOn
    return start && keyOn < start
      ? { reason: 'keyBeforeStart', field: 'keyOn', values: { startOn: start } }
      : null
  },
  apply: (kase, { keyOn }, { rules }) => {
    const tenancy = kase.of.tenancy
    if (!tenancy) throw new Error('A key without a tenancy')
    const { visits, evaluations } = aftercareOf(keyOn, rules)
    return {
      write: { tenancy: { keyOn }, placement: { keyOn } },
      due: { visit: visits[0] as string, evaluate: evaluations[0] as string },
      tells: { keyOn },
      causes: [
        { step: 'letDwelling', subjectId: tenancy.dwelling },
        { step: 'completeOffer', subjectId: tenancy.offer },
      ],
    }
  },
})
