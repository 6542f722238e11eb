import 'server-only'
// The agreements of a tenancy: as papers, for who may read all that one rests on; and who signed them.
import { documents } from '@/domain/case/compartments'
import { type Agreement, required, restsOn, type Signatory } from '@/domain/case/signing'
import { agreementsIn } from '@/domain/tenancy/agreement'
import { documentOf, testedFor } from '@/domain/tenancy/sign'
import { type Standing, standingOf } from '@/domain/tenancy/signatures'
import { type AgreementFacts, agreementFor } from '@/server/agreements/facts'
import { onPaperIn } from '@/server/agreements/on-paper'
import { agreementOnPaper, checksumOfAgreement } from '@/server/agreements/paper'
import type { Tx } from '@/server/db/client'
import { normsOn } from '@/server/norms'
import { agreedWordsIn } from '@/server/own-words'
import type { PdfDescription } from '@/server/pdf/description'
import { ruleSetOf } from '@/server/run-step'
import { onCase, type Scene } from './on-case'

/** What is written in the agreement, from the case as its reader has it open. */
async function factsIn(tx: Tx, agreement: Agreement, scene: Scene): Promise<AgreementFacts | null> {
  const { kase, head, actor } = scene
  if (!agreementsIn(kase).includes(agreement)) return null
  const { aftercare } = await ruleSetOf(tx, kase.spine.covenantVersionId)
  const region = { covenant: actor.covenantName, omklapMonths: aftercare.omklapAfterMonths }
  const words = await agreedWordsIn(tx, kase.spine.id)
  return agreementFor(agreement, { kase, parts: head.parts, words }, region)
}

/** The agreement; null where there is none of that name, or it is not for this person to read. */
export async function getAgreement(id: string, name: string): Promise<AgreementFacts | null> {
  const agreement = documents.find((one) => one === name)
  if (!agreement) return null
  return onCase(
    id,
    (kase) => (agreementsIn(kase).includes(agreement) ? restsOn[agreement] : []),
    (tx, scene) => factsIn(tx, agreement, scene),
  )
}

export type PaperToSign = {
  readonly agreement: Agreement
  readonly paper: PdfDescription
  readonly checksum: string
  /** Passend toewijzen and DAEB by the norms of today; null where there is nothing to test. */
  readonly tested: ReturnType<typeof testedFor>
}

/** The paper that is signed in this step, to be read before it is; null for every other step. */
export async function getPaperToSign(id: string, step: string): Promise<PaperToSign | null> {
  const agreement = documentOf(step)
  if (!agreement) return null
  return onCase(
    id,
    (kase) => (agreementsIn(kase).includes(agreement) ? restsOn[agreement] : []),
    async (tx, scene) => {
      const facts = await factsIn(tx, agreement, scene)
      if (!facts) return null
      const { kase, day } = scene
      return {
        agreement,
        paper: agreementOnPaper(facts, day),
        checksum: checksumOfAgreement(facts),
        tested: agreement === 'lease' ? testedFor(kase, day, { norms: await normsOn(tx) }) : null,
      }
    },
  )
}

export type AgreementLine = {
  readonly agreement: Agreement
  /** Whether this reader has the paper. */
  readonly printable: boolean
  readonly parties: readonly {
    readonly signatory: Signatory
    readonly standing: Standing
    readonly signedOn: string | null
  }[]
}

/** How each agreement stands, for who may know who signed; nothing where there is no lease here. */
export async function agreementLines(tx: Tx, { kase, head, actor }: Scene): Promise<AgreementLine[]> {
  const printed = agreementsIn(kase)
  const signed = kase.spine.stage === 'tenancy' && kase.shared.has('signatures')
  if (!printed.length && !signed) return []
  const rules = await ruleSetOf(tx, kase.spine.covenantVersionId)
  const words = signed ? await agreedWordsIn(tx, kase.spine.id) : []
  const papers = signed ? onPaperIn({ kase, parts: head.parts, words }, { ...actor, rules }) : {}
  const partyOf = ([document, signatory]: (typeof required)[number]) => ({
    signatory,
    standing: standingOf(kase, document, signatory, papers),
    signedOn:
      kase.of.signatures?.findLast((s) => s.document === document && s.signatory === signatory)?.signedOn ??
      null,
  })
  return documents
    .filter((agreement) => signed || printed.includes(agreement))
    .map((agreement) => ({
      agreement,
      printable: printed.includes(agreement),
      parties: signed ? required.filter(([document]) => document === agreement).map(partyOf) : [],
    }))
}
