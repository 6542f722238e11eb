import 'server-only'
// The start page, put together from the parts of the role.
import type { Actor } from '@/domain/case/actor'
import { passed } from '@/domain/case/stages'
import { type PageOf, pageOf, placeOf } from '@/domain/kernel/paging'
import { type CardGroup, cardOf, completing, visiting } from '@/domain/worklist/cards'
import { endOfWeek } from '@/domain/worklist/due'
import { type StartPage, type StartPart, startOf } from '@/domain/worklist/start'
import { type Asked, dayCursor, type WorkFilter, workFilter } from '@/domain/worklist/work-filter'
import { type AwayHere, awayHere } from '@/server/absence'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { type OwnDraft, ownDrafts } from '@/server/drafts'
import { type Mentors, mentorLoad } from '@/server/mentors'
import { currentActor } from '@/server/session'
import { type CaseLine, caseLines } from './case-lines'
import { type GivenTask, givenTasks } from './given'
import { type Freeing, freeingOf, type Key, keysOf, type WaitingOffer, waitingOffers } from './letting'
import { type NextTafel, nextTafels } from './tafels'
import { type Load, type Standstill, standstillOf, teamLoad } from './team'
import { type DueCounts, dueCounts, type WorkLine, type WorkRange, withAway, workLines } from './work-lines'

export const PAGE = 50
/** So many lines a part of the start page has at most; the rest is one press away. */
const FEW = 6
/** Drafts are few; somebody who has more finds the rest when these are done. */
const DRAFTS = 20
/** Of what is too late a team lead sees so many at once. */
const LATE = 25

export type Tasks = { filter: WorkFilter; page: PageOf<WorkLine>; place: number; counts: DueCounts }
export type Cards = Readonly<Record<CardGroup, WorkLine[]>>
/** Each part that this role has and that is shown now. */
export type Parts = {
  tasks?: Tasks
  cards?: Cards
  waiting?: WorkLine[]
  load?: Load & { late: WorkLine[]; people: Mentors | null; away: AwayHere[]; today: string }
  region?: Standstill
  tafels?: NextTafel[]
  freeing?: Freeing[]
  offers?: WaitingOffer[]
  keys?: Key[]
  clients?: CaseLine[]
}
export type StartScreen = {
  name: string
  role: Actor['role']
  page: StartPage
  parts: Parts
  /** Where they left off: forms that were not sent yet. */
  drafts: readonly OwnDraft[]
  /** What somebody asked of them. */
  given: readonly GivenTask[]
}

const mine = { scope: 'mine' } as const

/** So many tasks stand on cards at most. */
const ON_CARDS = 3 * FEW

/** What can stand on cards: read with the list, for these tasks are not necessarily the first of it. */
const forCards = (day: string): WorkRange[] => [
  { ...mine, tasks: visiting, until: endOfWeek(day), limit: FEW },
  { ...mine, tasks: [completing], limit: 2 * FEW },
]

function cardsIn(lines: readonly WorkLine[], day: string): Cards {
  const on = (group: CardGroup) => lines.filter((line) => cardOf(line) === group)
  const visits = on('visits').filter(({ dueOn }) => dueOn <= endOfWeek(day))
  return {
    visits: visits.slice(0, FEW),
    questions: on('questions').slice(0, FEW),
    returned: on('returned').slice(0, FEW),
  }
}

/** The work list, and with `withCards` what of it stands on cards and not in the list. */
async function workOf(tx: Tx, actor: Actor, day: string, asked: Asked, withCards: boolean): Promise<Parts> {
  const [filter, cursor] = [workFilter(asked), dayCursor(asked)]
  const wanted = { ...mine, ...(filter.task && { tasks: [filter.task] }) }
  const list = { ...wanted, due: filter.due, cursor, limit: PAGE + 1 + (withCards ? ON_CARDS : 0) }
  const found = await workLines(tx, actor, [list, ...(withCards ? forCards(day) : [])], day)
  const cards = withCards ? cardsIn(found, day) : undefined
  const carded = new Set(Object.values(cards ?? {}).flat())
  const listed = found.filter((line) => !carded.has(line)).slice(0, PAGE + 1)
  const tasks = {
    filter,
    page: pageOf(listed, PAGE, cursor?.way ?? null),
    place: cursor ? placeOf(asked.at) : 1,
    counts: await dueCounts(tx, actor, wanted, day),
  }
  return { tasks, ...(cards && { cards }) }
}

/** How each part besides the own work is made. */
const makers: {
  readonly [P in Exclude<StartPart, 'tasks' | 'cards'>]: (
    tx: Tx,
    actor: Actor,
    day: string,
  ) => Promise<NonNullable<Parts[P]>>
} = {
  waiting: async (tx, actor, day) =>
    withAway(tx, await workLines(tx, actor, [{ scope: 'ours', due: 'overdue', limit: FEW }], day), day),
  load: async (tx, actor, day) => ({
    ...(await teamLoad(tx, actor, day)),
    late: await withAway(
      tx,
      await workLines(tx, actor, [{ scope: 'team', due: 'overdue', limit: LATE }], day),
      day,
    ),
    away: await awayHere(tx, day),
    people: await mentorLoad(tx, actor, day),
    today: day,
  }),
  region: standstillOf,
  tafels: (tx, actor, day) => nextTafels(tx, actor, day, 3),
  freeing: (tx, actor) => freeingOf(tx, actor, FEW),
  offers: (tx, actor, day) => waitingOffers(tx, actor, day, FEW),
  keys: (tx, actor, day) => keysOf(tx, actor, day, FEW),
  clients: (tx, actor, day) => caseLines(tx, actor, { stages: passed, limit: FEW }, day),
}

/** The start of this person. With a filter, or further on in the list, only the work list is left. */
export async function getStartScreen(asked: Asked): Promise<StartScreen> {
  const actor = await currentActor()
  const day = today()
  const { page, parts } = startOf(actor.role)
  const filter = workFilter(asked)
  const focused = !!filter.due || !!filter.task || !!dayCursor(asked)
  return asActor(actor, async (tx) => {
    const made: Parts = {}
    if (parts.includes('tasks'))
      Object.assign(made, await workOf(tx, actor, day, asked, !focused && parts.includes('cards')))
    for (const part of parts)
      if (part !== 'tasks' && part !== 'cards' && !focused)
        Object.assign(made, { [part]: await makers[part](tx, actor, day) })
    const beside = { drafts: await ownDrafts(tx, DRAFTS), given: await givenTasks(tx, actor) }
    return { name: actor.name, role: actor.role, page, parts: made, ...beside }
  })
}
