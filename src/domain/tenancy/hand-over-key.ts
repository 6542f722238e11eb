import { type Case, caseStep } from '../case/case'
import { compartments as c } from '../case/compartments'
import { aftercareOf } from '../case/schedule'
import { signingTaskOf, type signingTasks } from '../case/signing'
import type { Context } from '../kernel/context'
import { day } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { landingPlanned } from './landing'
import { planned } from './sign'
import { missingSignatures } from './signatures'

/** How many signatures are missing, and of each task of signing whether it is open: so it is said which paper, and who mends it. */
const signed = (kase: Case, { onPaper }: Context): Refusal | null => {
  const missing = missingSignatures(kase, onPaper)
  if (!missing.length) return null
  const open: readonly string[] = missing.map(([document, signatory]) => signingTaskOf(document, signatory))
  const stands = (task: (typeof signingTasks)[number]) => (open.includes(task) ? 'open' : 'done')
  return {
    reason: 'signaturesMissing',
    values: {
      count: missing.length,
      signLease: stands('signLease'),
      signGuidance: stands('signGuidance'),
      signTripartiteLandlord: stands('signTripartiteLandlord'),
      signTripartiteProvider: stands('signTripartiteProvider'),
    },
  }
}

/** What is written down beside the key, as far as it is known: how the home was, what the meters said, who was there. */
const { keyCount, meterElectricity, meterGas, meterWater, homeState, homeNote, keyPresent } = c.tenancy.fields
const record = { keyCount, meterElectricity, meterGas, meterWater, homeState, homeNote, keyPresent }

/** The key: only when everything is signed with one start date, each paper by all under the same text. From here aftercare has its whole schedule. */
export const handOverKey = caseStep('handOverKey', {
  input: { keyOn: day('past'), ...record },
  blockedBy: [signed, planned, landingPlanned],
  check: (kase, { keyOn, homeState, homeNote }) => {
    const start = kase.of.placement?.startOn
    if (start && keyOn < start)
      return { reason: 'keyBeforeStart', field: 'keyOn', values: { startOn: start } }
    return homeState === 'gebreken' && !homeNote ? { reason: 'faultsNeedNote', field: 'homeNote' } : null
  },
  apply: (kase, { keyOn, ...found }, { rules }) => {
    const tenancy = kase.of.tenancy
    if (!tenancy) throw new Error('A key without a tenancy')
    const { visits, evaluations } = aftercareOf(keyOn, rules)
    return {
      write: { tenancy: { keyOn, ...found }, placement: { keyOn } },
      due: { visit: visits[0] as string, evaluate: evaluations[0] as string },
      tells: { keyOn },
      causes: [
        { step: 'letDwelling', subjectId: tenancy.dwelling },
        { step: 'completeOffer', subjectId: tenancy.offer },
      ],
    }
  },
})
