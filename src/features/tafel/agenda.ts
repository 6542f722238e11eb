import 'server-only'
// One agenda as it is put together: what stands on it, what could come on it, and what cannot yet.
import type { Actor } from '@/domain/case/actor'
import { stepOf } from '@/domain/case/steps'
import { blocked, type Step } from '@/domain/kernel/step'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { capacityOf, takenBy } from '@/domain/tafel/agenda'
import { type Proposed, proposeAgenda } from '@/domain/tafel/proposal'
import { agendaOf, type Tafel } from '@/domain/tafel/session'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { recordRead } from '@/server/journal'
import { contextFor, ruleSetOf } from '@/server/run-step'
import { currentActor, requestId } from '@/server/session'
import { type AgendaLine, agendaLines } from './queries'
import { type NotReady, type ReadyCase, waitingForTafel } from './ready'

export type ItemLine = AgendaLine & {
  /** The case, also where this person may not open it. */
  readonly item: string
  readonly minutes: number
  /** Who leads or writes at the table and worked on the case in another role. */
  readonly involved: readonly string[]
}

export type AgendaScreen = {
  readonly id: string
  readonly on: string
  readonly today: string
  readonly lines: readonly ItemLine[]
  /** In minutes. */
  readonly capacity: number
  readonly taken: number
  readonly perCase: number
  readonly mayArrange: boolean
  /** Null for whoever puts nothing on a tafel, and where nothing can be put on this one any more. */
  readonly proposal: readonly Proposed<ReadyCase>[] | null
  readonly notReady: readonly NotReady[]
  readonly more: boolean
}

/** So many are proposed: they go on together in one go. */
const MOST_PROPOSED = 50

const open = (at: string, { on, stage }: { on: string; stage: string }) => stage === 'planned' && on >= at

/** By case, who of the table worked on it in another role, as far as this person may know. */
async function involvedIn(tx: Tx, cases: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const found = await tx.$queryRaw<{ case: string; name: string }[]>`
    SELECT i."case"::text, i.name FROM app.involved_at_tafel(${[...cases]}::uuid[]) i ORDER BY i.name`
  return new Map([...Map.groupBy(found, (one) => one.case)].map(([id, all]) => [id, all.map((a) => a.name)]))
}

async function linesOf(tx: Tx, tafel: Tafel, perCase: number): Promise<ItemLine[]> {
  const items = agendaOf(tafel)
  const involved = await involvedIn(
    tx,
    items.map((item) => item.case),
  )
  const lines = await agendaLines(tx, tafel)
  return items.map((item, at) => ({
    ...(lines[at] as AgendaLine),
    item: item.case,
    minutes: item.minutes ?? perCase,
    involved: involved.get(item.case) ?? [],
  }))
}

async function mayArrange(tx: Tx, actor: Actor, subject: Loaded<Compartments>, day: string) {
  const step = stepOf('arrangeItem') as Step
  return !blocked(step, subject, await contextFor(tx, actor, null, subject, day))
}

/** The agenda of a tafel; null when it is not there for this person. */
export async function getAgendaScreen(id: string): Promise<AgendaScreen | null> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'tafel', id)
    const tafel = subject as Tafel | null
    if (!subject || !tafel?.of.items || !tafel.of.session) return null
    const { on, minutes } = tafel.of.session
    const rules = await ruleSetOf(tx, subject.spine.covenantVersionId)
    const perCase = rules.tafel.minutesPerCase
    const [capacity, taken] = [capacityOf(minutes, rules), takenBy(agendaOf(tafel), rules)]
    const takes = open(day, { on, stage: subject.spine.stage })
    const waiting = takes ? await waitingForTafel(tx, actor, id) : null
    const proposal = waiting && proposeAgenda(waiting.ready, { on, room: capacity - taken, minutes: perCase })
    const screen = {
      id,
      on,
      today: day,
      lines: await linesOf(tx, tafel, perCase),
      capacity,
      taken,
      perCase,
      mayArrange: await mayArrange(tx, actor, subject, day),
      proposal: proposal?.slice(0, MOST_PROPOSED) ?? null,
      notReady: waiting?.notReady ?? [],
      more: (waiting?.more ?? false) || (proposal?.length ?? 0) > MOST_PROPOSED,
    }
    await recordRead(tx, actor, subject, { today: day, requestId: await requestId() })
    return screen
  })
}
