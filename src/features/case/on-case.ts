import 'server-only'
// A case opened for a screen: under the actor's rights, recorded as read, with what stands on top of each of its screens.
import { guaranteeOn } from '@/domain/aftercare/return-guarantee'
import { type Case, onlyInEmergency } from '@/domain/case/case'
import { type RailStage, railOf } from '@/domain/case/rail'
import { inSpoed } from '@/domain/intake/spoed'
import { daysBetween } from '@/domain/kernel/days'
import { type Compartments, type Loaded, turnOf } from '@/domain/kernel/subject'
import { accountsFor } from '@/domain/privacy/disclosures'
import type { Purpose } from '@/domain/privacy/purposes'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { type Named, organisationsOf, partsIn } from '@/server/directory'
import { recordRead } from '@/server/journal'
import { seeksHomes } from '@/server/matching/homes'
import { currentActor, requestId } from '@/server/session'
import { arrivalsOf } from '@/server/story'
import { type Emergencies, emergenciesOf } from './emergencies'
import { type Shielding, shieldingOf } from './shielding'

export type CaseHead = {
  id: string
  number: string
  /** What an open page shows: with it, it can ask whether that is still so. */
  version: number
  name: string | null
  initials: string | null
  stage: string
  rail: RailStage[]
  secret: boolean
  /** The last day of the short terms of an emergency, while they count. */
  spoedUntil: string | null
  /** Somebody asked for the short terms and nobody decided yet, as far as the reader may read requests. */
  spoedAsked: boolean
  shield: Shielding | null
  readySince: string | null
  /** By which day it is expected that the client is ready; null once they are. */
  expectedOn: string | null
  waitingDays: number | null
  /** Until when the client can come back to a place that is guaranteed, as far as the reader may know. */
  guaranteedUntil: string | null
  parts: { part: string; name: string }[]
  mentor: { name: string; phone: string | null } | null
  /** Whether notes of the case are shared with this reader. */
  notes: boolean
  /** Whether this reader looks for a home with the client now. */
  homes: boolean
  /** Whether the ledger of consents has something to say to this reader. */
  ledger: boolean
  /** Whether the reader answers to the client for what is shared. */
  sharing: boolean
  emergencies: Emergencies
}

export type Scene = {
  actor: Awaited<ReturnType<typeof currentActor>>
  kase: Case
  names: ReadonlyMap<string, Named>
  head: CaseHead
  day: string
}

/** A case that is open, without what stands on top of its screens. */
export type Opened = Omit<Scene, 'head'>

export const personName = (kase: Case) =>
  kase.of.identity ? `${kase.of.identity.givenName} ${kase.of.identity.familyName}` : null

async function headOf(tx: Tx, { kase, names, day, actor }: Opened): Promise<CaseHead> {
  const since = kase.of.readiness?.readySince ?? null
  const until = kase.of.placement?.keyOn ?? kase.of.closing?.on ?? day
  const parts = await partsIn(tx, kase.spine.id)
  const shield = await shieldingOf(tx, kase)
  return {
    id: kase.spine.id,
    number: kase.spine.number,
    version: kase.spine.version,
    name: personName(kase),
    initials: shield?.alias ?? kase.of.initials?.initials ?? null,
    stage: kase.spine.stage,
    rail: railOf(
      kase.spine.stage,
      onlyInEmergency(kase) ? [] : await arrivalsOf(tx, kase.spine.id),
      kase.turns,
      day,
    ),
    secret: kase.of.safetyFlag?.secret ?? false,
    spoedUntil: inSpoed(kase, day) ? (kase.of.spoed?.until ?? null) : null,
    spoedAsked: kase.shared.has('spoedRequests') && !!turnOf(kase, 'decideSpoed'),
    shield,
    readySince: since,
    expectedOn: since ? null : (kase.of.readiness?.expectedOn ?? null),
    waitingDays: since ? Math.max(0, daysBetween(since, until)) : null,
    guaranteedUntil: guaranteeOn(kase, day)?.guaranteeUntil ?? null,
    parts: parts.map(({ part, organisationId }) => ({ part, name: names.get(organisationId)?.name ?? '' })),
    mentor: kase.of.parties ? { name: kase.of.parties.mentorName, phone: kase.of.parties.mentorPhone } : null,
    notes: kase.shared.has('notes'),
    homes: seeksHomes(actor, kase),
    ledger: kase.shared.has('consents') || actor.role === 'officer',
    sharing: kase.shared.has('consents') && accountsFor(actor.role),
    emergencies: await emergenciesOf(tx, actor, kase),
  }
}

type How = { readonly purpose?: Purpose; readonly inEmergency?: true }

/**
 * Opens the case for a screen: loaded under the actor's rights, and the opening recorded with what it is for. Null: not there.
 * Whoever reads it in an emergency alone has the screens that help then (`inEmergency`), and no other. For a screen without
 * the head of a case: what stands in it is not asked.
 */
export async function openCase<T>(
  id: string,
  shown: (kase: Case) => readonly string[],
  work: (tx: Tx, opened: Opened) => Promise<T>,
  how: How = {},
): Promise<T | null> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const kase = (await load(tx, actor.role, 'case', id)) as Case | null
    if (!kase || (onlyInEmergency(kase) && !how.inEmergency)) return null
    const screen = await work(tx, { actor, kase, names: await organisationsOf(tx), day })
    await recordRead(tx, actor, kase as unknown as Loaded<Compartments>, {
      today: day,
      requestId: await requestId(),
      shown: shown(kase),
      purpose: how.purpose,
    })
    return screen
  })
}

/** As `openCase`, with what stands on top of the screens of a case. */
export const onCase = <T>(
  id: string,
  shown: (kase: Case) => readonly string[],
  work: (tx: Tx, scene: Scene) => Promise<T>,
  how: How = {},
): Promise<T | null> =>
  openCase(id, shown, async (tx, opened) => work(tx, { ...opened, head: await headOf(tx, opened) }), how)
