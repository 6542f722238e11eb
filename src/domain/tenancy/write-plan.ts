import { caseStep } from '../case/case'
import { compartments as c, workingLevels } from '../case/compartments'
import { code } from '../kernel/field'

/** The support plan, signed with the client. Its content stays with the provider; that it is signed is what others need. */
export const writePlan = caseStep('writePlan', {
  input: { ...c.plan.fields, level: code('supportLevel', workingLevels) },
  apply: (_kase, { level, ...plan }, { today }) => ({
    write: {
      plan,
      guidance: { level, since: today, planSignedOn: plan.signedOn },
      guidanceSummary: { running: true },
    },
  }),
})
