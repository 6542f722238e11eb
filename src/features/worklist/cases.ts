import 'server-only'
// The list of cases: which ones are asked for, a page of them, and by what else one can choose.
import type { Actor } from '@/domain/case/actor'
import { passed } from '@/domain/case/stages'
import { grants, openingStep } from '@/domain/case/steps'
import { COUNTED, type PageOf, pageOf, placeOf } from '@/domain/kernel/paging'
import { type CaseFilter, caseCursor, caseFilter, chooses, stagesOf } from '@/domain/worklist/case-filter'
import type { Asked } from '@/domain/worklist/work-filter'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { type Named, organisationsOf } from '@/server/directory'
import { countByStage } from '@/server/listed'
import { currentActor } from '@/server/session'
import { type CaseLine, countCases, orderedCases } from './case-lines'

export const CASES = 50

export type CasesScreen = {
  filter: CaseFilter
  page: PageOf<CaseLine>
  place: number
  total: number
  /** How many cases there are of each stage, whatever else is asked. */
  counts: Record<string, number>
  /** The parties by which one can choose; none for whoever does not read who they are. */
  parties: Named[]
  mayOpen: boolean
  mayBreakGlass: boolean
}

const choosable = ['gemeente', 'corporatie', 'zorgaanbieder']

async function partiesFor(tx: Tx, actor: Actor): Promise<Named[]> {
  const reads = grants.some(
    (g) => g.kind === 'case' && g.role === actor.role && g.verb === 'read' && g.object === 'parties',
  )
  if (!reads) return []
  const all = [...(await organisationsOf(tx)).values()]
  return all
    .filter(({ id, kind }) => choosable.includes(kind) && id !== actor.organisationId)
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'))
}

/** The cases that this person may see: those that are asked for, in the order that is asked for. */
export async function getCasesScreen(asked: Asked): Promise<CasesScreen> {
  const actor = await currentActor()
  const day = today()
  const filter = caseFilter(asked)
  const cursor = caseCursor(asked, filter.sort)
  return asActor(actor, async (tx) => {
    const found = await orderedCases(tx, filter, cursor, day, CASES + 1)
    const counts = await countByStage(tx, { kind: 'case', stages: passed, limit: COUNTED })
    const ofStages = stagesOf(filter).reduce((sum, stage) => sum + (counts[stage] ?? 0), 0)
    return {
      filter,
      page: pageOf(found, CASES, cursor?.way ?? null),
      place: cursor ? placeOf(asked.at) : 1,
      total: chooses(filter) ? await countCases(tx, filter, day, COUNTED) : ofStages,
      counts,
      parties: await partiesFor(tx, actor),
      mayOpen: openingStep('case', actor.role) !== null,
      mayBreakGlass: openingStep('emergency', actor.role) !== null,
    }
  })
}
