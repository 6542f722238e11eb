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
import { currentActor } from '@/server/session'
import { type CaseLine, caseLines } from './case-lines'
import { type Freeing, freeingOf, type Key, keysOf, type WaitingOffer, waitingOffers } from './letting'
import { type NextTafel, nextTafels } from './tafels'
import { type Load, type Mentors, mentorLoad, type Standstill, standstillOf, teamLoad } from './team'
import { type DueCounts, dueCounts, type WorkLine, withAway, workLines } from './work-lines'

export const PAGE = 50
/** So many lines a part of the start page has at most; the rest is one press away. */
const FEW = 6
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
export type StartScreen = { name: string; role: Actor['role']; page: StartPage; parts: Parts }

const mine = { scope: 'mine' } as const

async function cardsOf(tx: Tx, actor: Actor, day: string): Promise<Cards> {
  const visits = await workLines(tx, actor, { ...mine, tasks: visiting, until: endOfWeek(day) }, day, FEW)
  const asked = await workLines(tx, actor, { ...mine, tasks: [completing] }, day, 2 * FEW)
  const on = (group: CardGroup) => asked.filter((line) => cardOf(line) === group).slice(0, FEW)
  return { visits, questions: on('questions'), returned: on('returned') }
}

async function tasksOf(tx: Tx, actor: Actor, day: string, asked: Asked, cards?: Cards): Promise<Tasks> {
  const [filter, cursor] = [workFilter(asked), dayCursor(asked)]
  const except = Object.values(cards ?? {}).flatMap((lines) => lines.map((line) => line.id))
  const tasks = filter.task ? { tasks: [filter.task] } : {}
  const wanted = { ...mine, ...tasks, due: filter.due, except }
  const found = await workLines(tx, actor, wanted, day, PAGE + 1, cursor)
  return {
    filter,
    page: pageOf(found, PAGE, cursor?.way ?? null),
    place: cursor ? placeOf(asked.at) : 1,
    counts: await dueCounts(tx, actor, { ...mine, ...tasks }, day),
  }
}

/** How each part but the work list itself is made. */
const makers: {
  readonly [P in Exclude<StartPart, 'tasks'>]: (
    tx: Tx,
    actor: Actor,
    day: string,
  ) => Promise<NonNullable<Parts[P]>>
} = {
  cards: cardsOf,
  waiting: async (tx, actor, day) =>
    withAway(tx, await workLines(tx, actor, { scope: 'ours', due: 'overdue' }, day, FEW), day),
  load: async (tx, actor, day) => ({
    ...(await teamLoad(tx, actor, day)),
    late: await withAway(tx, await workLines(tx, actor, { scope: 'team', due: 'overdue' }, day, LATE), day),
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
    for (const part of parts)
      if (part !== 'tasks' && !focused) Object.assign(made, { [part]: await makers[part](tx, actor, day) })
    if (parts.includes('tasks')) made.tasks = await tasksOf(tx, actor, day, asked, made.cards)
    return { name: actor.name, role: actor.role, page, parts: made }
  })
}
