// Three agreements that lean on each other: they count together only with one start date, each under one and the same text.
import { type Case, caseStep } from '../case/case'
import { compartments as c, signingWays } from '../case/compartments'
import { lettingTest } from '../case/letting-test'
import { isCurrent, type Paper, papersOf } from '../case/paper-list'
import { type Agreement, required, signingTaskOf, type signingTasks } from '../case/signing'
import type { Context } from '../kernel/context'
import { code, day, optional, ref, text } from '../kernel/field'
import type { Refusal } from '../kernel/step'
import { waitsOn } from '../kernel/subject'
import type { PassendSort, Verdict } from '../norm/letting'
import { model } from './agreement'
import { standingOf } from './signatures'
import { talkedFirst } from './talk'

type Signing = (typeof signingTasks)[number]

/** What each of the steps signs, and for whom. */
const signs = (step: Signing) => required.filter((pair) => signingTaskOf(...pair) === step)

/** The paper that is signed in this step; null for every other step. */
export const documentOf = (step: string): Agreement | null => signs(step as Signing)[0]?.[0] ?? null

/** Rb Overijssel 2021:2097: an unsigned support plan breaks the link between lease and support. */
export const planned = (kase: Case): Refusal | null =>
  waitsOn(kase, 'writePlan') ? { reason: 'planNotSigned' } : null

/** The checksum of the paper as it is now, and as every party signs it. */
function checksumNow(document: Agreement, { onPaper }: Context): string {
  const found = onPaper?.[document]
  if (!found) throw new Error(`Nobody signs ${document} without its paper`)
  return found
}

/** The scans that were brought in as this agreement, signed by pen. */
export const signedPapers = (kase: Case, document: Agreement | null): Paper[] =>
  papersOf(kase).filter((p) => p.group === 'papersContract' && p.paperType === document && isCurrent(p))

/** By so many characters of its checksum the paper that was signed by pen is known. */
const MARK = 8

type Signed = {
  readonly startOn: string
  readonly signingWay: (typeof signingWays)[number]
  readonly printed: string | null
  readonly scan: string | null
}

const wrong =
  (document: Agreement) =>
  (kase: Case, input: Signed, context: Context): Refusal | null => {
    const start = kase.of.placement?.startOn
    if (start && start !== input.startOn)
      return { reason: 'startDatesDiffer', field: 'startOn', values: { startOn: start } }
    if (input.signingWay !== 'onPaper') return null
    if (input.printed?.trim().toLowerCase() !== checksumNow(document, context).slice(0, MARK))
      return { reason: 'otherPaper', field: 'printed' }
    const scanned = signedPapers(kase, document).some((p) => p.paper === input.scan)
    return scanned ? null : { reason: 'scanNotThere', field: 'scan' }
  }

const asked = {
  signedOn: day('past'),
  startOn: day(),
  signingWay: code('signingWay', signingWays),
  printed: optional(text(MARK)),
  scan: optional(ref('paper')),
}
const onPaper = { field: 'signingWay', of: { printed: ['onPaper'], scan: ['onPaper'] }, open: [] }

/** What is kept of each signature: exactly which text, by whom, and how. */
const signatures = (step: Signing, input: Signed & { readonly signedOn: string }, context: Context) =>
  signs(step).map(([document, signatory]) => ({
    document,
    signatory,
    signedOn: input.signedOn,
    startOn: input.startOn,
    model,
    checksum: checksumNow(document, context),
    signingWay: input.signingWay,
    scan: input.scan,
    recordedBy: context.actor.name,
    passend: null as Verdict | null,
    passendSort: null as PassendSort | null,
    daeb: null as Verdict | null,
    normWhy: null as string | null,
  }))

const alreadySigned = (step: Signing) => (kase: Case, context: Context) =>
  signs(step).every((pair) => standingOf(kase, ...pair, context.onPaper) === 'signed')
    ? { reason: 'alreadySigned' }
    : null

/** One step for each party and paper: who signs for whom, and when the agreement starts. */
const sign = (step: 'signGuidance' | 'signTripartiteLandlord' | 'signTripartiteProvider') =>
  caseStep(step, {
    input: asked,
    askedWith: onPaper,
    blockedBy: [alreadySigned(step), ...(step === 'signGuidance' ? [planned] : [])],
    check: wrong(documentOf(step) as Agreement),
    apply: (_kase, input, context) => ({
      append: { signatures: signatures(step, input, context) },
      tells: { startOn: input.startOn },
    }),
  })

/** Where the care provider rents, it is tested when the client does. */
export const testedFor = (kase: Case, on: string, context: Pick<Context, 'norms'>) =>
  kase.of.placement?.form === 'intermediair' ? null : lettingTest(kase, on, context)

/** The lease: tested once more on the day on which it is signed. A rent that is not passend needs a reason. */
export const signLease = caseStep('signLease', {
  input: { ...asked, normWhy: c.signatures.fields.normWhy },
  askedWith: onPaper,
  blockedBy: [alreadySigned('signLease'), talkedFirst],
  check: (kase, input, context) =>
    wrong('lease')(kase, input, context) ??
    (testedFor(kase, input.signedOn, context)?.passend === 'fail' && !input.normWhy
      ? { reason: 'passendNeedsReason', field: 'normWhy' }
      : null),
  apply: (kase, input, context) => {
    const test = testedFor(kase, input.signedOn, context)
    const tested = { ...test, normWhy: test?.passend === 'fail' ? input.normWhy : null }
    return {
      append: { signatures: signatures('signLease', input, context).map((row) => ({ ...row, ...tested })) },
      tells: { startOn: input.startOn },
    }
  },
})

export const signGuidance = sign('signGuidance')
export const signTripartiteLandlord = sign('signTripartiteLandlord')
export const signTripartiteProvider = sign('signTripartiteProvider')
