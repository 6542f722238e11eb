import 'server-only'
// A tafel while it is in session: what its participants follow, what who leads it works with, and what the room may see.
import type { Actor } from '@/domain/case/actor'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { besideOf, inHandOf } from '@/domain/tafel/in-hand'
import { missingSeats } from '@/domain/tafel/quorum'
import { agendaOf, type Tafel, tafelRows } from '@/domain/tafel/session'
import { minutesSince, timeOfDay, today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { heardAtTable, knownWithoutStake } from '@/server/heard'
import { recordRead } from '@/server/journal'
import { ruleSetOf } from '@/server/run-step'
import { currentActor, requestId } from '@/server/session'
import { type PresenceLine, presenceLines } from './presence'
import { type AgendaLine, agendaLines } from './queries'

/** What is in hand, as far as this person may know: of a case that is not theirs its place, and what the covenant allows. */
export type Following = {
  readonly place: number
  readonly cases: number
  /** In minutes, since it was taken up. */
  readonly elapsed: number
  readonly caseId: string | null
  readonly number: string | null
}

export type LedLine = AgendaLine & {
  readonly item: string
  readonly inHand: boolean
}
/** What who leads the table works with. */
export type Led = {
  readonly lines: readonly LedLine[]
  readonly previous: string | null
  readonly next: string | null
  readonly mayLead: boolean
  readonly present: readonly PresenceLine[]
  readonly missing: readonly string[]
  /** In minutes, for the case in hand. */
  readonly planned: number
}
type Head = { readonly id: string; readonly stage: string; readonly on: string; readonly at: string }
export type SessionScreen = Head & { readonly following: Following | null; readonly led: Led | null }

type Found = Omit<Following, 'elapsed'> & { since: string }

async function followingOf(tx: Tx, id: string): Promise<Following | null> {
  const [row] = await tx.$queryRaw<Found[]>`
    SELECT h.place, h.cases, h.since, h."case"::text AS "caseId", h.number FROM app.in_hand(${id}::uuid) h`
  if (!row) return null
  const { since, ...found } = row
  return { ...found, elapsed: minutesSince(since, timeOfDay()) }
}

const mayLead = ({ role }: Actor, stage: string) =>
  role in tafelRows.takeUpItem.by && (tafelRows.takeUpItem.from as readonly string[]).includes(stage)

async function ledOf(tx: Tx, actor: Actor, tafel: Tafel): Promise<Led> {
  const rules = await ruleSetOf(tx, tafel.spine.covenantVersionId)
  const [inHand, { previous, next }, lines] = [inHandOf(tafel), besideOf(tafel), await agendaLines(tx, tafel)]
  return {
    lines: agendaOf(tafel).map((item, at) => ({
      ...(lines[at] as AgendaLine),
      item: item.case,
      inHand: item.case === inHand?.case,
    })),
    previous: previous?.case ?? null,
    next: next?.case ?? null,
    mayLead: mayLead(actor, tafel.spine.stage),
    present: await presenceLines(tx, tafel),
    missing: tafel.spine.stage === 'inSession' ? missingSeats(tafel.of.presence ?? [], rules) : [],
    planned: inHand?.minutes ?? rules.tafel.minutesPerCase,
  }
}

/** Loads the tafel for one of its screens, and records that it was read; null when it is not there for this person. */
async function onTafel<T>(
  id: string,
  work: (tx: Tx, tafel: Tafel, actor: Actor) => Promise<T | null>,
): Promise<T | null> {
  const actor = await currentActor()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'tafel', id)
    const screen = subject && (await work(tx, subject as unknown as Tafel, actor))
    if (!screen) return null
    const look = { today: today(), requestId: await requestId() }
    await recordRead(tx, actor, subject as Loaded<Compartments>, look)
    return screen
  })
}

const headOf = ({ spine, of }: Tafel): Head => ({
  id: spine.id,
  stage: spine.stage,
  on: of.session?.on ?? '',
  at: of.session?.at ?? '',
})

/** A tafel as one of its participants follows it, on a device of their own. */
export const getSessionScreen = (id: string): Promise<SessionScreen | null> =>
  onTafel(id, async (tx, tafel, actor) => ({
    ...headOf(tafel),
    following: await followingOf(tx, id),
    led: tafel.of.items && tafel.shared.has('inHand') ? await ledOf(tx, actor, tafel) : null,
  }))

/** A case on the agenda as the room may know it: its number only where everybody at the table may. */
type RoomItem = {
  readonly item: string
  readonly place: number
  readonly number: string | null
  /** Whether there is anything of it that they all may read. */
  readonly heard: boolean
}

export type RoomScreen = Head & {
  readonly inHand: (RoomItem & { readonly elapsed: number; readonly planned: number }) | null
  readonly cases: number
  readonly coming: readonly RoomItem[]
  readonly led: Led
}

/** So many that come are shown. */
const COMING = 3

function shownIn(tx: Tx, tafel: Tafel): (place: number) => Promise<RoomItem> {
  const agenda = agendaOf(tafel)
  return async (place) => {
    const { case: item, number } = agenda[place - 1] as (typeof agenda)[number]
    const heard = await heardAtTable(tx, tafel.spine.id, item)
    const known = await knownWithoutStake(tx, tafel.spine.id, item)
    return {
      item,
      place,
      number: known ?? (heard.includes('spine') ? number : null),
      heard: heard.length > 0,
    }
  }
}

/** The screen in the room; null for whoever does not lead the table, and while it is not in session. */
export const getRoomScreen = (id: string): Promise<RoomScreen | null> =>
  onTafel(id, async (tx, tafel, actor) => {
    if (!tafel.of.items || !tafel.shared.has('inHand') || tafel.spine.stage !== 'inSession') return null
    const [agenda, now, led] = [agendaOf(tafel), inHandOf(tafel), await ledOf(tx, actor, tafel)]
    const shown = shownIn(tx, tafel)
    const from = now?.place ?? 0
    const coming: RoomItem[] = []
    for (let place = from + 1; place <= Math.min(agenda.length, from + COMING); place++)
      coming.push(await shown(place))
    const elapsed = now ? minutesSince(now.since, timeOfDay()) : 0
    const inHand = now && { ...(await shown(now.place)), elapsed, planned: led.planned }
    return { ...headOf(tafel), inHand, cases: agenda.length, coming, led }
  })
