// Which signatures count: those under one and the same text, for the day on which the tenancy begins.
import type { Case } from '../case/case'
import { type Agreement, required, type Signatory, signingTaskOf } from '../case/signing'
import type { Context } from '../kernel/context'
import { turnOf } from '../kernel/subject'
import { model } from './agreement'

type Papers = Context['onPaper']

/** How this party stands under this paper: `again` where they signed, and it says something else now. */
export type Standing = 'signed' | 'again' | 'missing'

/**
 * A signature counts with the start date of the tenancy, under the same text as the last one under that paper, while nobody is
 * asked to sign it again. `papers` are the checksums of what is printed now, of the papers that the actor may read: with the
 * same model the signed text is that one. What was signed under an earlier model stays signed.
 */
export function standingOf(
  kase: Case,
  document: Agreement,
  signatory: Signatory,
  papers: Papers = {},
): Standing {
  const under = kase.of.signatures?.filter((s) => s.document === document) ?? []
  const signed = under.findLast((s) => s.signatory === signatory)
  if (!signed) return 'missing'
  const { placement } = kase.of
  const now = papers[document]
  const same =
    !!signed.checksum &&
    signed.checksum === under.at(-1)?.checksum &&
    (!now || signed.model !== model || signed.checksum === now)
  const counts =
    same &&
    (!placement || signed.startOn === placement.startOn) &&
    !turnOf(kase, signingTaskOf(document, signatory))
  return counts ? 'signed' : 'again'
}

/** The signatures that are still missing, also those that must be put anew. */
export const missingSignatures = (kase: Case, papers: Papers = {}) =>
  required.filter(([document, signatory]) => standingOf(kase, document, signatory, papers) !== 'signed')
