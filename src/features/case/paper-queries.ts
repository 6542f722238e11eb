import 'server-only'
// The papers of a case for a screen: by type, the newest first, with who reads them and what is still asked for.
import { type Evidence, evidenceFor } from '@/domain/case/evidence'
import { isCurrent, olderThan, type Paper, papersOf } from '@/domain/case/paper-list'
import { type PaperGroup, paperGroups, paperTypes } from '@/domain/case/papers'
import { stepsOfKind } from '@/domain/case/steps'
import { blocked } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { contextFor } from '@/server/run-step'
import { type Reader, readersOf } from './file-queries'
import { type CaseHead, onCase } from './on-case'

export type PaperLine = {
  readonly paper: Paper
  /** Who brought it in. */
  readonly from: string
  /** Of one's own organisation: it can be replaced or withdrawn. */
  readonly own: boolean
  readonly older: readonly Paper[]
}
type PapersOfType = { readonly type: string; readonly lines: readonly PaperLine[] }
export type PapersOfGroup = {
  readonly group: PaperGroup
  readonly readers: readonly Reader[]
  readonly types: readonly PapersOfType[]
}
export type PapersScreen = {
  readonly head: CaseHead
  readonly day: string
  readonly groups: readonly PapersOfGroup[]
  readonly withdrawn: readonly Paper[]
  readonly evidence: readonly Evidence[]
  /** The types that this person can add. */
  readonly adds: readonly string[]
  readonly withdraws: boolean
}

/** The types of paper that the form of this person offers. */
const typesOf = (role: string): readonly string[] => {
  const field = stepsOfKind('case').find((s) => s.file && role in s.row.by)?.input.paperType
  return field && 'codes' in field ? field.codes : []
}

/** The papers of a case that this person may see. Null: the case is not there for them. */
export const getPapersScreen = (id: string): Promise<PapersScreen | null> =>
  onCase(
    id,
    (kase) => paperGroups.filter((group) => kase.shared.has(group)),
    async (tx, { actor, kase, names, head, day }) => {
      const subject = kase as unknown as Loaded<Compartments>
      const context = await contextFor(tx, actor, null, subject, day)
      const mine = stepsOfKind('case').filter((s) => actor.role in s.row.by && !blocked(s, subject, context))
      const papers = papersOf(kase)
      const lineOf = (paper: Paper): PaperLine => ({
        paper,
        from: names.get(paper.organisationId)?.name ?? '',
        own: paper.organisationId === actor.organisationId,
        older: olderThan(paper, papers).filter((p) => !p.withdrawnOn),
      })
      const groups = paperGroups.map((group) => {
        const current = papers.filter((p) => p.group === group && isCurrent(p)).reverse()
        const types = [...Map.groupBy(current, (p) => p.paperType as string)]
        return {
          group,
          readers: readersOf(group, kase.spine.stage, head),
          types: types.map(([type, list]) => ({ type, lines: list.map(lineOf) })),
        }
      })
      const bringing = mine.find((s) => s.file)
      return {
        head,
        day,
        groups: groups.filter(({ types }) => types.length > 0),
        withdrawn: papers.filter((p) => p.withdrawnOn),
        evidence: kase.spine.stage === 'intake' ? evidenceFor(kase, context.rules, day) : [],
        adds: bringing ? typesOf(actor.role) : [],
        withdraws: mine.some((s) => s.name === 'withdrawPaper' || s.name === 'withdrawContract'),
      }
    },
  )

export type PaperForm = {
  readonly head: CaseHead
  /** The step by which this person adds or withdraws. */
  readonly step: string
  /** Whom each type is shown to: of the types that can be added. */
  readonly audiences: readonly { readonly types: readonly string[]; readonly readers: readonly Reader[] }[]
  /** The paper that is replaced or withdrawn; null: none of one's own. */
  readonly about: Paper | null
}

/** What the form of adding (with a file) or of withdrawing (without one) needs besides its step. */
export const getPaperForm = (id: string, file: boolean, about = ''): Promise<PaperForm | null> =>
  onCase(
    id,
    (kase) => papersOf(kase).flatMap((p) => (p.paper === about ? [p.group] : [])),
    async (_tx, { actor, kase, head }) => {
      const step = stepsOfKind('case').find(
        (s) =>
          s.row.by[actor.role] && (file ? s.file : ['withdrawPaper', 'withdrawContract'].includes(s.name)),
      )
      if (!step) return null
      const own = papersOf(kase).find(
        (p) => p.paper === about && p.organisationId === actor.organisationId && !p.withdrawnOn,
      )
      const open = typesOf(actor.role)
      const audiences = paperGroups.map((group) => ({
        types: (paperTypes[group] as readonly string[]).filter((type) => open.includes(type)),
        readers: readersOf(group, kase.spine.stage, head),
      }))
      return { head, step: step.name, audiences: audiences.filter((a) => a.types.length), about: own ?? null }
    },
  )
