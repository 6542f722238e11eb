import { caseStep } from '../case/case'
import { code } from '../kernel/field'

/** It ends after the offer was confirmed and before the key: nobody moves in, and the dwelling is free again. */
export const endBeforeKey = caseStep('endBeforeKey', {
  input: { reason: code('closingReason', ['ingetrokken', 'overleden', 'verhuisd', 'terugNaarVoorziening']) },
  apply: (kase, { reason }, { today }) => {
    const tenancy = kase.of.tenancy
    if (!tenancy) throw new Error('An end before the key without a tenancy')
    return {
      write: { closing: { reason, on: today } },
      causes: [
        { step: 'lapseOffer', subjectId: tenancy.offer },
        { step: 'releaseDwelling', subjectId: tenancy.dwelling, as: 'matching' },
      ],
    }
  },
})
