import { caseStep } from '../case/case'
import { contractTerm, wrongTerm } from '../case/contract-term'
import { papersChangedBy, signAgain } from '../case/signing'

/** In which form the client rents, out of those that the region allows, and until when. */
export const chooseContract = caseStep('chooseContract', {
  ...contractTerm,
  check: (kase, given, { rules }) => wrongTerm(given, kase.of.placement?.startOn, rules),
  apply: (kase, { form, temporaryGround, endsOn }) => {
    const placement = { form, temporaryGround, endsOn }
    return {
      write: { tenancy: { form }, placement },
      opens: signAgain(kase, papersChangedBy(kase, { placement })),
      tells: { form },
    }
  },
})
