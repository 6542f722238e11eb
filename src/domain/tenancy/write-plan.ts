import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { workingLevels } from '../case/lasting'
import { papersChangedBy, signAgain } from '../case/signing'
import { code } from '../kernel/field'
import type { Refusal } from '../kernel/step'

/** In the home a plan goes on in versions, and the support up or down by two people: it is not written over. */
const livesByIt = ({ spine, of }: Case): Refusal | null =>
  spine.stage === 'aftercare' && of.plan ? { reason: 'planIsThere' } : null

/**
 * The support plan, signed with the client. Its content stays with the provider; that it is signed is what others need. It is
 * part of the agreement on support: who signed that for another plan signs again.
 */
export const writePlan = caseStep('writePlan', {
  input: { ...c.plan.fields, level: code('supportLevel', workingLevels) },
  blockedBy: [livesByIt],
  apply: (kase, { level, ...plan }, { today }) => ({
    opens: signAgain(kase, papersChangedBy(kase, { plan })),
    write: {
      plan,
      guidance: { level, since: today, planSignedOn: plan.signedOn },
      guidanceSummary: { running: true },
    },
  }),
})
