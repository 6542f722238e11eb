import 'server-only'
// The minutes of one tafel: each case by itself, through the door that its own page has, so everybody reads their own part.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { type Minute, minuteOf } from '@/domain/tafel/minutes'
import { decidedStages, type Tafel } from '@/domain/tafel/session'
import { today } from '@/server/clock'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'
import { load } from '@/server/db/load'
import { organisationsOf } from '@/server/directory'
import { recordRead } from '@/server/journal'
import { ruleSetOf } from '@/server/run-step'
import { currentActor, requestId } from '@/server/session'

export type MinuteLine = Minute & {
  readonly caseId: string
  readonly number: string
  readonly name: string | null
  /** The version of the covenant by which it was decided. */
  readonly covenantVersion: number
}

export type MinutesScreen = {
  readonly id: string
  readonly number: string
  readonly on: string
  readonly place: string
  readonly chairOn: string | null
  readonly secretaryOn: string | null
  /** Null for whoever does not read who was there. */
  readonly present: string | null
  readonly lines: readonly MinuteLine[]
  readonly names: ReadonlyMap<string, string>
}

const shown = [
  'initials',
  'identity',
  'shield',
  'readiness',
  'decisions',
  'decisionNotes',
  'conditions',
  'conditionWords',
]

/** The cases on which this tafel decided, as far as this person may know: in the order in which they came up. */
const decidedAt = (tx: Tx, tafel: string) => tx.$queryRaw<{ id: string }[]>`
  SELECT d.subject_id::text AS id FROM case_decisions d WHERE d.tafel = ${tafel}::uuid AND d.adopted_on IS NOT NULL
  GROUP BY d.subject_id ORDER BY min(d.seq)`

const nameOf = ({ of }: Case) =>
  of.shield && !of.shield.endedOn
    ? of.shield.alias
    : of.identity
      ? `${of.identity.givenName} ${of.identity.familyName}`
      : (of.initials?.initials ?? null)

async function covenantVersionOf(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    SELECT number FROM covenant_version WHERE id = ${id}::uuid`
  return row?.number ?? 0
}

type Asked = { readonly tafel: string; readonly today: string; readonly requestId: string | null }

async function lineOf(
  tx: Tx,
  actor: Actor,
  id: string,
  { tafel, ...moment }: Asked,
): Promise<MinuteLine | null> {
  const subject = await load(tx, actor.role, 'case', id)
  const kase = subject as unknown as Case | null
  if (!subject || !kase) return null
  const { covenantVersionId, number } = kase.spine
  const minute = minuteOf(kase, tafel, await ruleSetOf(tx, covenantVersionId))
  if (!minute) return null
  await recordRead(tx, actor, subject, {
    ...moment,
    shown: shown.filter((name) => subject.shared.has(name)),
  })
  const covenantVersion = await covenantVersionOf(tx, covenantVersionId)
  return { ...minute, caseId: id, number, name: nameOf(kase), covenantVersion }
}

/** Each case on which this tafel decided, as far as this person reads it. */
export async function minuteLines(tx: Tx, actor: Actor, asked: Asked): Promise<MinuteLine[]> {
  const lines: MinuteLine[] = []
  for (const { id } of await decidedAt(tx, asked.tafel)) {
    const line = await lineOf(tx, actor, id, asked)
    if (line) lines.push(line)
  }
  return lines
}

/** The minutes, once chair and secretary have adopted the list; null before, and where there is no such tafel for this person. */
export async function getMinutesScreen(id: string): Promise<MinutesScreen | null> {
  const actor = await currentActor()
  return asActor(actor, async (tx) => {
    const subject = await load(tx, actor.role, 'tafel', id)
    const { session, adoption, attendance } = (subject as Tafel | null)?.of ?? {}
    if (!subject || !session || !decidedStages.includes(subject.spine.stage)) return null
    const moment = { today: today(), requestId: await requestId() }
    const lines = await minuteLines(tx, actor, { tafel: id, ...moment })
    const organisations = await organisationsOf(tx)
    await recordRead(tx, actor, subject, moment)
    return {
      id,
      number: subject.spine.number,
      on: session.on,
      place: session.place,
      chairOn: adoption?.chairOn ?? null,
      secretaryOn: adoption?.secretaryOn ?? null,
      present: attendance?.present ?? null,
      lines,
      names: new Map([...organisations].map(([key, { name }]) => [key, name])),
    }
  })
}
