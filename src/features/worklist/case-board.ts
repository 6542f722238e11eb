import 'server-only'
// A selection of cases as columns by stage: the first cards of each, and how many there are.
import type { Stage } from '@/domain/case/stages'
import { COUNTED } from '@/domain/kernel/paging'
import { type CaseFilter, chooses, stagesOf } from '@/domain/worklist/case-filter'
import type { Tx } from '@/server/db/client'
import { type CaseLine, countCases, orderedCases } from './case-lines'

/** A column shows so many cards; the rest stands in the list of its stage. */
const CARDS = 15

export type StageColumn = { readonly stage: Stage; readonly total: number; readonly cards: CaseLine[] }

/** The columns of the stages that a filter asks for. `counts`: how many there are when nothing more is asked. */
export async function stageColumns(
  tx: Tx,
  filter: CaseFilter,
  counts: Readonly<Record<string, number>>,
  day: string,
): Promise<StageColumn[]> {
  const columns: StageColumn[] = []
  for (const stage of stagesOf(filter)) {
    const own = { ...filter, stage }
    const cards = await orderedCases(tx, own, null, day, CARDS)
    // Fewer than there is room for are all there are: nothing is left to count.
    const counted = chooses(filter) ? () => countCases(tx, own, day, COUNTED) : () => counts[stage] ?? 0
    columns.push({ stage, cards, total: cards.length < CARDS ? cards.length : await counted() })
  }
  return columns
}
