import 'server-only'
// What somebody takes along to a tafel: its agenda, and each case through the door that its own page has.
import type { Actor } from '@/domain/case/actor'
import { hasPack, keepUntil } from '@/domain/tafel/pack'
import type { Tafel } from '@/domain/tafel/session'
import { timeOfDay, today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { type Named, organisationsOf } from '@/server/directory'
import { recordRead } from '@/server/journal'
import { ruleSetOf } from '@/server/run-step'
import { currentActor, requestId } from '@/server/session'

/** A case on the agenda; `kase` is null for whoever has no part in it, and then `number` is what the covenant lets them know. */
export type PackLine<C> = {
  readonly place: number
  readonly number: string | null
  readonly minutes: number | null
  readonly kase: C | null
}

export type Pack<C> = {
  readonly number: string
  readonly on: string
  readonly at: string
  readonly where: string
  readonly note: string | null
  /** The last day on which it may be kept. */
  readonly until: string
  readonly covenant: string
  readonly lines: readonly PackLine<C>[]
  /** For whom it was made, and when. */
  readonly made: {
    readonly name: string
    readonly organisation: string
    readonly on: string
    readonly at: string
  }
}

type Moment = { readonly today: string; readonly time: string; readonly requestId: string | null }
type Taking = {
  readonly names: ReadonlyMap<string, Named>
  readonly today: string
  readonly requestId: string | null
}
/** Opens a case for this person, and records that; null where it is not there for them. */
export type OpenCase<C> = (tx: Tx, actor: Actor, id: string, taking: Taking) => Promise<C | null>

type Item = { place: number; case: string | null; number: string | null; minutes: number | null }

async function linesOf<C>(tx: Tx, tafel: Tafel, open: (id: string) => Promise<C | null>) {
  const { minutesPerCase } = (await ruleSetOf(tx, tafel.spine.covenantVersionId)).tafel
  const items = await tx.$queryRaw<Item[]>`
    SELECT a.place, a."case"::text, a.number, a.minutes FROM app.agenda_for(${tafel.spine.id}::uuid) a ORDER BY a.place`
  const lines: PackLine<C>[] = []
  for (const { place, case: id, number, minutes } of items) {
    const kase = id ? await open(id) : null
    lines.push({
      place,
      // Of a case that is not theirs: what the covenant lets them know, as the database says.
      number: kase || !id ? number : null,
      minutes: kase ? (minutes ?? minutesPerCase) : null,
      kase,
    })
  }
  return lines
}

/** The pack of this person; null where there is no such tafel for them, or nothing to prepare for any more. */
export async function packFor<C>(
  tx: Tx,
  actor: Actor,
  { id, open, moment }: { id: string; open: OpenCase<C>; moment: Moment },
): Promise<Pack<C> | null> {
  const subject = await load(tx, actor.role, 'tafel', id)
  const tafel = subject as unknown as Tafel | null
  if (!subject || !tafel?.of.session || !hasPack(subject.spine.stage)) return null
  const { on, at, place, note } = tafel.of.session
  const taking = { names: await organisationsOf(tx), today: moment.today, requestId: moment.requestId }
  const lines = await linesOf(tx, tafel, (kase) => open(tx, actor, kase, taking))
  await recordRead(tx, actor, subject, moment)
  const { name, organisationName: organisation, covenantName: covenant } = actor
  const made = { name, organisation, on: moment.today, at: moment.time }
  const until = keepUntil(on, moment.today)
  return { number: subject.spine.number, on, at, where: place, note, until, covenant, lines, made }
}

/** The pack for whoever asks now. */
export async function getPack<C>(id: string, open: OpenCase<C>): Promise<Pack<C> | null> {
  const actor = await currentActor()
  const moment = { today: today(), time: timeOfDay(), requestId: await requestId() }
  return asActor(actor, (tx) => packFor(tx, actor, { id, open, moment }))
}
