import 'server-only'
// A selection of cases: which ones are asked for, the form in which they are shown, and by what else one can choose.
import type { Actor } from '@/domain/case/actor'
import { passed } from '@/domain/case/stages'
import { grants, openingStep } from '@/domain/case/steps'
import { COUNTED, type PageOf, pageOf, placeOf } from '@/domain/kernel/paging'
import { daysOf } from '@/domain/worklist/calendar'
import {
  type CaseFilter,
  caseCursor,
  caseFilter,
  chooses,
  stagesOf,
  waitedFor,
} from '@/domain/worklist/case-filter'
import { type CaseView, caseView } from '@/domain/worklist/case-view'
import { offeredFor, type TogetherStep } from '@/domain/worklist/together'
import type { Asked } from '@/domain/worklist/work-filter'
import { awayIn } from '@/server/absence'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { type Named, organisationsOf } from '@/server/directory'
import { countByStage } from '@/server/listed'
import { currentActor } from '@/server/session'
import { type SavedView, viewsFor } from '@/server/work-views'
import { type StageColumn, stageColumns } from './case-board'
import { type CaseLine, countCases, countMine, orderedCases, type Waiting } from './case-lines'
import { type Terms, termsWithin } from './terms'

export const CASES = 50

/** What is shown of a selection: a page of a list, the columns of a board, or the terms of a month. */
export type ListOf = { page: PageOf<CaseLine>; place: number; total: number }
type Shown = { list?: ListOf; board?: StageColumn[]; terms?: Terms }

export type CasesScreen = {
  today: string
  role: Actor['role']
  filter: CaseFilter
  view: CaseView
  shown: Shown
  /** The steps that can be taken on several of them at once, and whether rows are being picked for that. */
  together: readonly TogetherStep[]
  picking: boolean
  /** The saved views that this person can open. */
  views: SavedView[]
  /** One of them is what the list opens with: another form says so in its address. */
  hasFirst: boolean
  /** How many cases there are of each stage, whatever else is asked. */
  counts: Record<string, number>
  /** What waits on this person; null for a role on which nothing waits. */
  waiting: Waiting | null
  late: number
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

type Selection = Pick<CasesScreen, 'filter' | 'view' | 'counts'> & { asked: Asked; day: string }

async function listOf(tx: Tx, { filter, view, counts, asked, day }: Selection): Promise<ListOf> {
  const cursor = caseCursor(asked, filter.sort)
  const mentor = view.columns.includes('mentor')
  const lines = await orderedCases(tx, filter, cursor, day, CASES + 1, { mentor })
  const away = mentor
    ? await awayIn(
        tx,
        lines.map(({ id }) => id),
        day,
      )
    : null
  const found = away ? lines.map((line) => ({ ...line, away: away.get(line.id) })) : lines
  const ofStages = stagesOf(filter).reduce((sum, stage) => sum + (counts[stage] ?? 0), 0)
  return {
    page: pageOf(found, CASES, cursor?.way ?? null),
    place: cursor ? placeOf(asked.at) : 1,
    total: chooses(filter) ? await countCases(tx, filter, day, COUNTED) : ofStages,
  }
}

/** What the form of the view needs, and nothing for the others. */
async function shownOf(tx: Tx, selection: Selection): Promise<Shown> {
  const { filter, view, counts, day } = selection
  if (view.form === 'list') return { list: await listOf(tx, selection) }
  if (view.form === 'board') return { board: await stageColumns(tx, filter, counts, day) }
  return { terms: await termsWithin(tx, filter, daysOf(view.month), day) }
}

const asksNothing = (asked: Asked) => Object.keys(asked).length === 0

/** The cases that this person may see: those that are asked for, in the form that is asked for. */
export async function getCasesScreen(sent: Asked): Promise<CasesScreen> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const views = await viewsFor(tx)
    const first = views.find((view) => view.first)
    const asked = asksNothing(sent) && first ? first.asked : sent
    const filter = caseFilter(asked)
    const view = caseView(asked, actor.role, day)
    const counts = await countByStage(tx, { kind: 'case', stages: passed, limit: COUNTED })
    return {
      today: day,
      role: actor.role,
      filter,
      view,
      together: offeredFor(actor.role, filter.task),
      picking: asked.pick === 'yes',
      views,
      hasFirst: !!first,
      shown: await shownOf(tx, { filter, view, counts, asked, day }),
      counts,
      waiting: waitedFor(actor.role) ? await countMine(tx, day, COUNTED + 1) : null,
      late: await countCases(tx, caseFilter({ late: 'yes' }), day, COUNTED),
      parties: await partiesFor(tx, actor),
      mayOpen: openingStep('case', actor.role) !== null,
      mayBreakGlass: openingStep('emergency', actor.role) !== null,
    }
  })
}
