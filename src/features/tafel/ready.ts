import 'server-only'
// The cases that wait for a tafel: those that can be put on one now, and those that cannot yet, with the reason.
import type { Actor } from '@/domain/case/actor'
import { process } from '@/domain/case/process'
import { keptOff } from '@/domain/tafel/agenda'
import type { Ready } from '@/domain/tafel/proposal'
import { Prisma, type Tx } from '@/server/db/client'
import { INITIALS, NAME } from '@/server/whom'

export type ReadyCase = Ready & { readonly who: string }
/** `waits` is the task that must be done first, `reason` why it cannot be put on a tafel where no task says so. */
export type NotReady = {
  readonly id: string
  readonly number: string
  readonly who: string
  readonly waits: string | null
  readonly holder: string | null
  readonly reason: string | null
}
export type Waiting = { readonly ready: ReadyCase[]; readonly notReady: NotReady[]; readonly more: boolean }

type Found = Ready & {
  name: string | null
  initials: string | null
  stage: string
  tafel: string | null
  outside: boolean
  turns: { task: string; pausedOn: string | null; holder: string | null }[]
}

/** More than any region has at once: what lies beyond is said, not shown. */
const MOST = 1_000
const SHOWN = 50

/** The tasks for which an aanmelding that was sent waits. */
const before: readonly string[] = ['supplyMore', 'checkIntake']

/** By which relation this role puts a case on a tafel; null for a role that does not. */
const relationOf = ({ role }: Actor) =>
  (process.putOnTafel.by as Partial<Record<Actor['role'], 'ours' | 'any'>>)[role] ?? null

/** Whether this person was named, where the case is shielded, or may put it on a tafel under its alias. */
const outside = ({ role }: Actor) =>
  (process.putOnTafel.underAlias as readonly string[]).includes(role)
    ? Prisma.sql`false`
    : Prisma.sql`l.shielded AND app.outside(l.subject_id)`

const find = (tx: Tx, actor: Actor, relation: string) => tx.$queryRaw<Found[]>`
  SELECT l.subject_id::text AS id, l.number, l.stage, ${NAME}, ${INITIALS}, r.ready_since::text AS "readySince", s.until::text AS "spoedUntil",
    a.tafel::text, coalesce(d.outcome = 'adjourned' AND d.adopted_on IS NOT NULL, false) AS adjourned, ${outside(actor)} AS outside, t.turns, (t.turns #>> '{0,dueOn}') AS "dueOn"
  FROM (SELECT DISTINCT x.subject_id, x.number, x.stage, x.person_id, x.shielded FROM relation x
      WHERE x.holder_id = ${relation === 'any' ? actor.covenantId : actor.organisationId}::uuid AND x.covenant_id = ${actor.covenantId}::uuid
        AND x.subject_kind = 'case' AND x.relation = ${relation} AND x.stage IN ('intake', 'tafel') ORDER BY x.number LIMIT ${MOST}) l
    LEFT JOIN case_identity i ON i.person_id = l.person_id LEFT JOIN case_readiness r ON r.subject_id = l.subject_id
    LEFT JOIN case_spoed s ON s.subject_id = l.subject_id LEFT JOIN case_agenda a ON a.subject_id = l.subject_id AND l.stage = 'tafel'
    LEFT JOIN case_decision d ON d.subject_id = l.subject_id
    CROSS JOIN LATERAL (SELECT coalesce(jsonb_agg(jsonb_build_object('task', t.task, 'dueOn', t.due_on, 'pausedOn', t.paused_on, 'holder', o.name)
        ORDER BY t.task <> 'putOnTafel', t.due_on), '[]') AS turns
      FROM turn t LEFT JOIN organisation o ON o.id = t.holder_id WHERE t.subject_id = l.subject_id AND t.task = ANY (${['putOnTafel', 'answerEscalation', ...before]})) t`

function notReadyOf({
  id,
  number,
  name,
  initials,
  stage,
  tafel,
  outside: out,
  turns,
}: Found): NotReady | null {
  const line = { id, number, who: name ?? initials ?? number }
  const task = turns.find((one) => before.includes(one.task) && !one.pausedOn)
  const waits = { waits: task?.task ?? null, holder: task?.holder ?? null }
  if (stage === 'intake') return task ? { ...line, ...waits, reason: null } : null
  const running = (task: string) => turns.some((one) => one.task === task && !one.pausedOn)
  const waitsOn = { provider: running('supplyMore'), board: running('answerEscalation') }
  const reason = out ? 'namedOnly' : keptOff(tafel, waitsOn)?.reason
  return reason ? { ...line, waits: null, holder: null, reason } : null
}

/** What this person can put on a tafel now, and what not yet; null for somebody who puts nothing on one. */
export async function waitingForTafel(tx: Tx, actor: Actor, tafel: string): Promise<Waiting | null> {
  const relation = relationOf(actor)
  if (!relation) return null
  const found = await find(tx, actor, relation)
  const ready: ReadyCase[] = []
  const notReady: NotReady[] = []
  for (const one of found) {
    const not = notReadyOf(one)
    if (not && one.tafel !== tafel) notReady.push(not)
    if (not || one.stage !== 'tafel') continue
    const { id, number, spoedUntil, readySince, dueOn, adjourned } = one
    ready.push({
      id,
      number,
      spoedUntil,
      readySince,
      dueOn,
      adjourned,
      who: one.name ?? one.initials ?? number,
    })
  }
  return { ready, notReady: notReady.slice(0, SHOWN), more: notReady.length > SHOWN || found.length === MOST }
}
