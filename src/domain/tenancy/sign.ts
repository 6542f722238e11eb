// Three agreements that lean on each other: they count together only with one and the same start date.
import { type Case, caseStep } from '../case/case'
import { day } from '../kernel/field'
import type { Refusal } from '../kernel/step'

type Document = 'lease' | 'guidance' | 'tripartite'
type Signatory = 'client' | 'provider' | 'corporation'

/** Who must sign what before the key can be handed over. */
export const required: readonly (readonly [Document, Signatory])[] = [
  ['lease', 'corporation'],
  ['lease', 'client'],
  ['guidance', 'provider'],
  ['guidance', 'client'],
  ['tripartite', 'corporation'],
  ['tripartite', 'provider'],
  ['tripartite', 'client'],
]

/** What was signed for another day does not count any more: the dwelling came free later. */
const has = ({ of: { signatures, placement } }: Case, document: Document, signatory: Signatory) =>
  !!signatures?.some(
    (s) =>
      s.document === document && s.signatory === signatory && (!placement || s.startOn === placement.startOn),
  )

/** The signatures that are still missing. */
export const missingSignatures = (kase: Case) =>
  required.filter(([document, signatory]) => !has(kase, document, signatory))

const startsWithTenancy = (kase: Case, startOn: string): Refusal | null => {
  const start = kase.of.placement?.startOn
  return start && start !== startOn
    ? { reason: 'startDatesDiffer', field: 'startOn', values: { startOn: start } }
    : null
}

/** One step for each party and document: who signs for whom, and when the agreement starts. */
const sign = (
  name: 'signLease' | 'signGuidance' | 'signTripartiteLandlord' | 'signTripartiteProvider',
  document: Document,
  signatories: readonly Signatory[],
) =>
  caseStep(name as 'signLease', {
    input: { signedOn: day('past'), startOn: day() },
    blockedBy: [
      (kase) => (signatories.every((s) => has(kase, document, s)) ? { reason: 'alreadySigned' } : null),
    ],
    check: (kase, { startOn }) => startsWithTenancy(kase, startOn),
    apply: (_kase, { signedOn, startOn }) => ({
      append: { signatures: signatories.map((signatory) => ({ document, signatory, signedOn, startOn })) },
      tells: { startOn },
    }),
  })

export const signLease = sign('signLease', 'lease', ['corporation', 'client'])
export const signGuidance = sign('signGuidance', 'guidance', ['provider', 'client'])
export const signTripartiteLandlord = sign('signTripartiteLandlord', 'tripartite', ['corporation'])
export const signTripartiteProvider = sign('signTripartiteProvider', 'tripartite', ['provider', 'client'])
