// Papers come in with a file, are replaced by a newer version, and are withdrawn: the record of each stays.
import { type Case, caseStep } from '../case/case'
import { isCurrent, type Paper, papersOf } from '../case/paper-list'
import {
  groupOf,
  type KeptFile,
  landlordPapers,
  type PaperGroup,
  type PaperType,
  providerPapers,
} from '../case/papers'
import type { Context } from '../kernel/context'
import { code, day, optional, ref } from '../kernel/field'
import type { Refusal } from '../kernel/step'

type Added = {
  readonly paperType: PaperType
  readonly replaces: string | null
  readonly lastDay: string | null
}
type Rows = { [G in PaperGroup]?: NonNullable<Case['of'][G]> }

/** The papers that the actor's own organisation brought in and that are still there. */
const ownOf = (kase: Case, { actor }: Context): Paper[] =>
  papersOf(kase).filter((p) => p.organisationId === actor.organisationId && !p.withdrawnOn)

/** A file, and where it is a newer version: of a paper of one's own, of the same type, that counts now. */
function wrong(kase: Case, { paperType, replaces }: Added, context: Context): Refusal | null {
  if (!context.file) return { reason: 'fileMissing', field: 'file' }
  if (!replaces) return null
  const older = ownOf(kase, context).find((p) => p.paper === replaces)
  return older?.paperType === paperType && isCurrent(older) ? null : { reason: 'paperNotThere' }
}

function added<G extends PaperGroup>(kase: Case, input: Added, file: KeptFile): Pick<Rows, G> {
  const older = papersOf(kase).find((p) => p.paper === input.replaces)
  const row = {
    ...input,
    paper: file.id,
    fileName: file.name,
    fileFormat: file.format,
    fileSize: file.size,
    checksum: file.checksum,
    paperVersion: (older?.paperVersion ?? 0) + 1,
    withdrawnOn: null,
  }
  return { [groupOf(input.paperType)]: [row] } as unknown as Pick<Rows, G>
}

function withdrawn<G extends PaperGroup>(kase: Case, paper: string, today: string): Pick<Rows, G> {
  const found = papersOf(kase).find((p) => p.paper === paper)
  if (!found) return {} as Pick<Rows, G>
  const { group, replaced: _, id: __, organisationId: ___, recordedOn: ____, ...row } = found
  return { [group]: [{ ...row, withdrawnOn: today }] } as unknown as Pick<Rows, G>
}

const nothingOwn = (kase: Case, context: Context): Refusal | null =>
  ownOf(kase, context).length ? null : { reason: 'nothingToWithdraw' }
const notOwn = (kase: Case, { paper }: { paper: string }, context: Context): Refusal | null =>
  ownOf(kase, context).some((p) => p.paper === paper) ? null : { reason: 'paperNotThere' }

const about = { replaces: optional(ref('paper')), lastDay: optional(day('future')) }

/** The care provider adds a paper of its client. */
export const addPaper = caseStep('addPaper', {
  file: true,
  input: { paperType: code('paper', providerPapers), ...about },
  check: wrong,
  apply: (kase, input, { file }) => ({ append: added<PaperGroup>(kase, input, file as KeptFile) }),
})

/** What was brought in by mistake: nobody gets its bytes any more. */
export const withdrawPaper = caseStep('withdrawPaper', {
  input: { paper: ref('paper') },
  blockedBy: [nothingOwn],
  check: notOwn,
  apply: (kase, { paper }, { today }) => ({ append: withdrawn<PaperGroup>(kase, paper, today) }),
})

/** The landlord adds what was signed. */
export const addContract = caseStep('addContract', {
  file: true,
  input: { paperType: code('paper', landlordPapers), ...about },
  check: wrong,
  apply: (kase, input, { file }) => ({ append: added<'papersContract'>(kase, input, file as KeptFile) }),
})

export const withdrawContract = caseStep('withdrawContract', {
  input: { paper: ref('paper') },
  blockedBy: [nothingOwn],
  check: notOwn,
  apply: (kase, { paper }, { today }) => ({ append: withdrawn<'papersContract'>(kase, paper, today) }),
})
