import 'server-only'
// What the screens of a case need: each one query, each a small object.
import { type Case, onlyInEmergency } from '@/domain/case/case'
import { aftercareOf } from '@/domain/case/schedule'
import { inSpoed } from '@/domain/intake/spoed'
import { daysBetween } from '@/domain/kernel/days'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { accountsFor } from '@/domain/privacy/disclosures'
import type { Purpose } from '@/domain/privacy/purposes'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { type Named, organisationsOf, partsIn } from '@/server/directory'
import { recordRead } from '@/server/journal'
import { type ToldRung, toldOf } from '@/server/notices/terms'
import { type OpenStep, type OpenTurn, stepsNow, turnsNow } from '@/server/open-steps'
import { contextFor } from '@/server/run-step'
import { currentActor, requestId } from '@/server/session'
import { storyOf, type Told } from '@/server/story'
import { type Registrations, registrationsOf } from './earlier-queries'
import { type Emergencies, emergenciesOf } from './emergencies'
import { handoversOf, type PendingHandover } from './handovers'
import { type Preparing, preparingOf } from './preparing'
import { type Shielding, shieldingOf } from './shielding'
import { type Stopped, stoppedIn } from './stopped'

export type CaseHead = {
  id: string
  number: string
  /** What an open page shows: with it, it can ask whether that is still so. */
  version: number
  name: string | null
  initials: string | null
  stage: string
  secret: boolean
  /** The last day of the short terms of an emergency, while they count. */
  spoedUntil: string | null
  shield: Shielding | null
  readySince: string | null
  waitingDays: number | null
  parts: { part: string; name: string }[]
  mentor: { name: string; phone: string | null } | null
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

const personName = (kase: Case) =>
  kase.of.identity ? `${kase.of.identity.givenName} ${kase.of.identity.familyName}` : null

async function headOf(tx: Tx, { kase, names, day, actor }: Omit<Scene, 'head'>): Promise<CaseHead> {
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
    secret: kase.of.safetyFlag?.secret ?? false,
    spoedUntil: inSpoed(kase, day) ? (kase.of.spoed?.until ?? null) : null,
    shield,
    readySince: since,
    waitingDays: since ? Math.max(0, daysBetween(since, until)) : null,
    parts: parts.map(({ part, organisationId }) => ({ part, name: names.get(organisationId)?.name ?? '' })),
    mentor: kase.of.parties ? { name: kase.of.parties.mentorName, phone: kase.of.parties.mentorPhone } : null,
    ledger: kase.shared.has('consents') || actor.role === 'officer',
    sharing: kase.shared.has('consents') && accountsFor(actor.role),
    emergencies: await emergenciesOf(tx, actor, kase),
  }
}

/**
 * Opens the case for a screen: loaded under the actor's rights, and the opening recorded with what it is for. Null: not there.
 * Whoever reads it in an emergency alone has the screens that help then (`inEmergency`), and no other.
 */
export async function onCase<T>(
  id: string,
  shown: (kase: Case) => readonly string[],
  work: (tx: Tx, scene: Scene) => Promise<T>,
  how: { readonly purpose?: Purpose; readonly inEmergency?: true } = {},
): Promise<T | null> {
  const actor = await currentActor()
  const day = today()
  return asActor(actor, async (tx) => {
    const kase = (await load(tx, actor.role, 'case', id)) as Case | null
    if (!kase || (onlyInEmergency(kase) && !how.inEmergency)) return null
    const names = await organisationsOf(tx)
    const scene = { actor, kase, names, day }
    const screen = await work(tx, { ...scene, head: await headOf(tx, scene) })
    await recordRead(tx, actor, kase as unknown as Loaded<Compartments>, {
      today: day,
      requestId: await requestId(),
      shown: shown(kase),
      purpose: how.purpose,
    })
    return screen
  })
}

export type OfferLine = { id: string; number: string; stage: string; address: string }
const offersOf = (tx: Tx, caseId: string) => tx.$queryRaw<OfferLine[]>`
  SELECT s.id::text, s.number, s.stage, o.address FROM offer_terms o JOIN spine s ON s.id = o.subject_id WHERE o."case" = ${caseId}::uuid ORDER BY s.number DESC`

/** The next few visits and evaluations, from the key date and the covenant; null before the key or after the file is closed. */
async function scheduleOf(tx: Tx, { actor, kase, day }: Scene) {
  const keyOn = kase.of.placement?.keyOn
  if (
    !keyOn ||
    kase.spine.stage !== 'aftercare' ||
    !kase.shared.has('guidance') ||
    kase.of.guidance?.level === 'waakvlam'
  )
    return null
  const { rules } = await contextFor(tx, actor, null, kase as unknown as Loaded<Compartments>, day)
  const { visits, evaluations } = aftercareOf(keyOn, rules)
  const coming = (days: string[]) => days.filter((d) => d >= day).slice(0, 4)
  return { visits: coming(visits), evaluations: coming(evaluations) }
}

function decidedIn({ kase, head }: Scene): CaseScreen['decided'] {
  const decision = kase.of.decision
  if (!decision?.adoptedOn) return null
  return { outcome: decision.outcome, on: decision.adoptedOn, letter: head.sharing }
}

export type CaseScreen = {
  head: CaseHead
  turns: OpenTurn[]
  told: ToldRung[]
  steps: OpenStep[]
  preparing: Preparing
  /** What the tafel decided, once that was adopted; `letter`: this reader can give the client the letter. */
  decided: { outcome: string; on: string; letter: boolean } | null
  asked: string | null
  /** Who can no longer read what, because the client withdrew it lately. */
  stopped: Stopped[]
  offers: OfferLine[]
  registrations: Registrations
  handovers: PendingHandover[]
  schedule: { visits: string[]; evaluations: string[] } | null
  recent: Told[]
}

const overview = [
  'initials',
  'identity',
  'readiness',
  'parties',
  'safetyFlag',
  'shield',
  'placement',
  'intakeCheck',
  'tracks',
  'criteria',
  'decision',
  'earlier',
  'handover',
]

/** The overview of a case: whose turn, what I can do, what is missing, what happened last. */
export const getCaseScreen = (id: string): Promise<CaseScreen | null> =>
  onCase(
    id,
    (kase) => overview.filter((c) => kase.shared.has(c)),
    async (tx, scene) => {
      const { actor, kase, head, names, day } = scene
      const subject = kase as unknown as Loaded<Compartments>
      const check = kase.of.intakeCheck?.at(-1)
      return {
        head,
        turns: turnsNow(actor, subject, names, day),
        told: await toldOf(tx, id),
        steps: await stepsNow(tx, actor, subject, day),
        preparing: await preparingOf(tx, scene),
        decided: decidedIn(scene),
        asked: check?.outcome === 'incomplete' ? check.missing : null,
        stopped: stoppedIn(kase, names, day),
        offers: await offersOf(tx, id),
        registrations: await registrationsOf(tx, kase),
        handovers: handoversOf(kase, names),
        schedule: await scheduleOf(tx, scene),
        recent: head.emergencies.only ? [] : await storyOf(tx, id, 5),
      }
    },
    { inEmergency: true },
  )
