// What is signed before the key: three papers, who signs each of them, and which facts each of them says.
import { addDays, daysBetween } from '../kernel/days'
import { type Loaded, turnOf } from '../kernel/subject'
import type { CaseCompartment, CaseCompartments, documents, signatories } from './compartments'

type Case = Loaded<CaseCompartments>
export type Agreement = (typeof documents)[number]
export type Signatory = (typeof signatories)[number]

/** Who must sign what before the key can be handed over. */
export const required: readonly (readonly [Agreement, Signatory])[] = [
  ['lease', 'corporation'],
  ['lease', 'client'],
  ['guidance', 'provider'],
  ['guidance', 'client'],
  ['tripartite', 'corporation'],
  ['tripartite', 'provider'],
  ['tripartite', 'client'],
]

/** The facts on each paper. Whoever may not read all of them has no such paper: so it is the same for all who have it. */
export const restsOn = {
  lease: ['identity', 'placement', 'tenancy', 'landlordSummary'],
  guidance: ['identity', 'placement', 'support', 'plan'],
  tripartite: ['identity', 'placement', 'tenancy', 'decisions', 'conditions'],
} as const satisfies Readonly<Record<Agreement, readonly CaseCompartment[]>>

export const signingTasks = [
  'signLease',
  'signGuidance',
  'signTripartiteLandlord',
  'signTripartiteProvider',
] as const
type SigningTask = (typeof signingTasks)[number]

/** The task in which this party signs this paper. */
export function signingTaskOf(document: Agreement, signatory: Signatory): SigningTask {
  if (document === 'lease') return 'signLease'
  if (document === 'guidance') return 'signGuidance'
  return signatory === 'corporation' ? 'signTripartiteLandlord' : 'signTripartiteProvider'
}

/** The papers that say something else once these values are written: those whose facts are others then. */
export const papersChangedBy = (
  { of }: Case,
  written: { readonly [K in CaseCompartment]?: object },
): Agreement[] => {
  const differs = (name: CaseCompartment) =>
    Object.entries(written[name] ?? {}).some(
      ([field, value]) => (of[name] as Record<string, unknown> | null)?.[field] !== value,
    )
  return (Object.keys(restsOn) as Agreement[]).filter((document) => restsOn[document].some(differs))
}

/**
 * The tasks that open because these papers say something else by now: whoever signed one signs again. What nobody has signed
 * yet is open already. None outside the tenancy: what was signed there is the paper, not what could be printed now.
 */
export function signAgain(kase: Case, papers: readonly Agreement[]): SigningTask[] {
  if (kase.spine.stage !== 'tenancy') return []
  const asked = required.flatMap(([document, signatory]) =>
    papers.includes(document) ? [signingTaskOf(document, signatory)] : [],
  )
  return [...new Set(asked)].filter((task) => !turnOf(kase, task))
}

/** Each of these is closed, and the same ones open anew: their terms run from today. */
export const anew = (kase: Case, closes: readonly string[], opens: readonly string[]) => ({
  closes: closes.filter((task) => turnOf(kase, task)),
  opens,
})

/** A lease that ends by itself lasts as long as it did. */
function endMovesWith({ of: { placement } }: Case, startOn: string) {
  if (!placement?.endsOn) return {}
  return { endsOn: addDays(placement.endsOn, daysBetween(placement.startOn, startOn)) }
}

/** The tenancy begins on another day: what was signed for the old one is signed again, and the key is due on the new one. */
export const startMovesTo = (kase: Case, startOn: string) => ({
  write: { tenancy: { startOn }, placement: { startOn, ...endMovesWith(kase, startOn) } },
  ...anew(kase, [...signingTasks, 'handOverKey'], [...signingTasks, 'handOverKey']),
  due: { handOverKey: startOn },
})
