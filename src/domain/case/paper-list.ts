// The papers of a case as they stand: what counts now, what is an older version, what was withdrawn.
import type { Case } from './case'
import { type PaperGroup, type PaperType, paperGroups } from './papers'

type Row = NonNullable<Case['of'][PaperGroup]>[number]

export type Paper = Omit<Row, 'paperType'> & {
  readonly paperType: PaperType
  readonly group: PaperGroup
  /** A newer version took its place. */
  readonly replaced: boolean
}

/** The last word about each paper that this reader may see, in the order in which they came in. */
export function papersOf(kase: Case): Paper[] {
  const rows = paperGroups.flatMap((group) =>
    (kase.of[group] ?? []).map((row) => ({ ...row, group }) as Omit<Paper, 'replaced'>),
  )
  const last = [...new Map(rows.map((row) => [row.paper, row])).values()]
  const replaced = new Set(last.flatMap((row) => (row.replaces && !row.withdrawnOn ? [row.replaces] : [])))
  return last.map((row) => ({ ...row, replaced: replaced.has(row.paper) }))
}

/** Whether it counts: not withdrawn, and no newer version in its place. */
export const isCurrent = (paper: Paper) => !paper.withdrawnOn && !paper.replaced

/** Whether its last day has passed. */
export const isExpired = ({ lastDay }: Paper, today: string) => lastDay !== null && lastDay < today

/** The older versions of a paper, the newest first. */
export function olderThan(paper: Paper, papers: readonly Paper[]): Paper[] {
  const before = papers.find((p) => p.paper === paper.replaces)
  return before ? [before, ...olderThan(before, papers)] : []
}
