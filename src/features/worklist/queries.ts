import 'server-only'
// The start page, put together from the parts of the role.
import type { Actor } from '@/domain/case/actor'
import { passed } from '@/domain/case/stages'
import { type PageOf, pageOf, placeOf } from '@/domain/kernel/paging'
import { type StartPage, type StartPart, startOf } from '@/domain/worklist/start'
import { type Asked, dayCursor, type WorkFilter, workFilter } from '@/domain/worklist/work-filter'
import { type AwayHere, awayHere } from '@/server/absence'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { inOneQuestion } from '@/server/db/in-one-question'
import { draftsAsked, type OwnDraft } from '@/server/drafts'
import { type Mentors, mentorLoad } from '@/server/mentors'
import { currentActor } from '@/server/session'
import { type CaseLine, caseLines } from './case-lines'
import { type GivenTask, givenAsked } from './given'
import { type Freeing, freeingOf, type Key, keysOf, type WaitingOffer, waitingOffers } from './letting'
import { type Cards, cardsIn, forCards } from './on-cards'
import { type NextTafel, type TafelRow, tafelsAsked, tafelsFrom } from './tafels'
import { type Load, type Standstill, standstillOf, teamLoad } from './team'
import {
  countsAsked,
  type DueCounts,
  type LineRow,
  linesAsked,
  linesFrom,
  type WorkLine,
  withAway,
  workLines,
} from './work-lines'

export const PAGE = 50
/** So many lines a part of the start page has at most; the rest is one press away. */
const FEW = 6
/** Drafts are few; somebody who has more finds the rest when these are done. */
const DRAFTS = 20
/** Of what is too late a team lead sees so many at once. */
const LATE = 25
/** So many of the next tafels. */
const TAFELS = 3

export type Tasks = { filter: WorkFilter; page: PageOf<WorkLine>; place: number; counts: DueCounts }
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

/** What is asked of the own work, and how far. */
type Own = { asked: Asked; day: string; tasks: boolean; cards: boolean; tafels: boolean }

/** The range of the list. */
const ofList = ({ asked }: Own) => {
  const { due, task } = workFilter(asked)
  const wanted = { ...mine, ...(task && { tasks: [task] }) }
  return { wanted, range: { ...wanted, due, cursor: dayCursor(asked), limit: PAGE + 1 } }
}

/** The work list, and the cards above it. */
function workFrom(
  found: readonly WorkLine[],
  counts: DueCounts,
  { asked, day, cards: withCards }: Own,
): Parts {
  const cursor = dayCursor(asked)
  const cards = withCards ? cardsIn(found, day) : undefined
  const carded = new Set(Object.values(cards ?? {}).flat())
  const listed = found.filter((line) => !carded.has(line)).slice(0, PAGE + 1)
  const tasks = {
    filter: workFilter(asked),
    page: pageOf(listed, PAGE, cursor?.way ?? null),
    place: cursor ? placeOf(asked.at) : 1,
    counts,
  }
  return { tasks, ...(cards && { cards }) }
}

type OwnRows = {
  lines: LineRow[]
  counts: DueCounts[]
  drafts: OwnDraft[]
  swept: unknown[]
  given: GivenTask[]
  tafels?: TafelRow[]
}

/** What is somebody's own on their start, in one question: what waits on them, where they left off, what was asked of them, the next tafels. */
async function ownOf(
  tx: Tx,
  actor: Actor,
  own: Own,
): Promise<Pick<StartScreen, 'parts' | 'drafts' | 'given'>> {
  const { wanted, range } = ofList(own)
  const work = own.tasks && {
    lines: linesAsked(actor, [...(own.cards ? forCards(own.day) : []), range], own.day),
    counts: countsAsked(actor, wanted, own.day),
  }
  const found = await inOneQuestion<OwnRows>(tx, 'own work', {
    ...work,
    ...draftsAsked(DRAFTS),
    given: givenAsked(actor),
    ...(own.tafels && { tafels: tafelsAsked(actor, own.day, TAFELS) }),
  })
  const [counts] = found.counts ?? []
  const parts = {
    ...(counts && workFrom(linesFrom(found.lines, actor, own.day), counts, own)),
    ...(found.tafels && { tafels: tafelsFrom(found.tafels, actor, own.day) }),
  }
  return { parts, drafts: found.drafts, given: found.given }
}

const inOwn = ['tasks', 'cards', 'tafels'] as const
type InOwn = (typeof inOwn)[number]
const isInOwn = (part: StartPart): part is InOwn => (inOwn as readonly StartPart[]).includes(part)

/** How each part besides the own work is made. */
const makers: {
  readonly [P in Exclude<StartPart, InOwn>]: (
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
  region: (tx, _actor, day) => standstillOf(tx, day),
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
    const own = await ownOf(tx, actor, {
      asked,
      day,
      tasks: parts.includes('tasks'),
      cards: !focused && parts.includes('cards'),
      tafels: !focused && parts.includes('tafels'),
    })
    const made: Parts = { ...own.parts }
    for (const part of parts)
      if (!isInOwn(part) && !focused) Object.assign(made, { [part]: await makers[part](tx, actor, day) })
    return { ...own, name: actor.name, role: actor.role, page, parts: made }
  })
}
