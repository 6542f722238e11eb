import 'server-only'
// An emergency as the database knows it: which case somebody points at, who reads what until when, and what they opened.
import type { Actor, Role } from '@/domain/case/actor'
import { inEmergency } from '@/domain/case/readers'
import { isEarnest } from '@/domain/emergency/emergency'
import type { Context, Glass } from '@/domain/kernel/context'
import { numbersMeant } from '@/domain/search/search'
import { Prisma, type Tx } from './db/client'
import { load } from './db/load'

type Asking = { readonly subjectId: string; readonly input: Record<string, unknown>; readonly today: string }

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

async function prefixOf(tx: Tx, { covenantId }: Actor): Promise<string> {
  const [row] = await tx.$queryRaw<
    { prefix: string }[]
  >`SELECT prefix FROM covenant WHERE id = ${covenantId}::uuid`
  return row?.prefix ?? ''
}

/** Whether this actor reads all that an emergency would open, by their own work. */
async function readsAll(tx: Tx, { role }: Actor, caseId: string): Promise<boolean> {
  const kase = await load(tx, role, 'case', caseId)
  return !!kase && inEmergency.opens.every((object) => object === 'spine' || kase.shared.has(object))
}

/** The case that the answers point at. Only answers that could open it are looked up: whoever looks leaves a record. */
export async function glassFor(
  tx: Tx,
  actor: Actor,
  { input, today }: Asking,
): Promise<Pick<Context, 'glass'>> {
  const [caseNumber, familyName, birthDate] = [input.caseNumber, input.familyName, input.birthDate].map(
    textOf,
  ) as [string | null, string | null, string | null]
  if (!isEarnest({ why: textOf(input.why) ?? '', caseNumber, familyName, birthDate })) return {}
  const numbers = caseNumber ? numbersMeant(caseNumber, await prefixOf(tx, actor), today) : []
  // A number that can be none is looked up all the same: every try counts, and takes its time.
  const asked = caseNumber && !numbers.length ? [''] : numbers
  const [found] = await tx.$queryRaw<{ id: string; number: string; reviewer: Glass['reviewer'] }[]>`
    SELECT id::text, number, reviewer FROM app.emergency_case(${asked}::text[], ${familyName}, ${birthDate}::date)`
  if (!found) return { glass: null }
  const { id: caseId, number, reviewer } = found
  return { glass: { caseId, number, reviewer, readable: await readsAll(tx, actor, caseId) } }
}

/** Whether this person opened the emergency, in whichever role. */
export async function brokeItFor(
  tx: Tx,
  { accountId }: Actor,
  { subjectId }: Asking,
): Promise<Pick<Context, 'brokeIt'>> {
  const [row] = await tx.$queryRaw<{ own: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM emergency_access e WHERE e.subject_id = ${subjectId}::uuid AND e.account_id = ${accountId}::uuid) AS own`
  return { brokeIt: row?.own ?? false }
}

/** Someone's reading of a case in an emergency, as row-level security tells of it. Moments are times in the Netherlands. */
export type Access = {
  id: string
  number: string
  caseId: string
  person: string
  role: Role
  organisation: string
  /** Of which organisation the privacy officer will judge; null once that was done. */
  reviewer: string | null
  day: string
  since: string
  until: string
  running: boolean
  /** Whether this reader, in this role, is the one who reads. */
  mine: boolean
  /** Whether this reader opened it, in whichever role. */
  own: boolean
}

const accesses = (tx: Tx, actor: Actor, which: Prisma.Sql) => tx.$queryRaw<Access[]>`
  SELECT e.subject_id::text AS id, s.number, e.case_id::text AS "caseId", a.name AS person, m.role, o.name AS organisation, r.name AS reviewer,
    (e.since AT TIME ZONE 'Europe/Amsterdam')::date::text AS day, to_char(e.since AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS since,
    to_char(e.until AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS until, e.until > clock_timestamp() AS running,
    e.membership_id = ${actor.membershipId}::uuid AS mine, e.account_id = ${actor.accountId}::uuid AS own
  FROM emergency_access e JOIN spine s ON s.id = e.subject_id JOIN membership m ON m.id = e.membership_id JOIN account a ON a.id = m.account_id
    JOIN organisation o ON o.id = e.organisation_id LEFT JOIN turn t ON t.subject_id = e.subject_id LEFT JOIN organisation r ON r.id = t.holder_id
  WHERE ${which} ORDER BY e.since DESC`

/** Who reads, or read, this case in an emergency, the last one first. */
export const accessesTo = (tx: Tx, actor: Actor, caseId: string) =>
  accesses(tx, actor, Prisma.sql`e.case_id = ${caseId}::uuid`)

/** What one emergency opened; null when it is not there for this reader. */
export async function accessOf(tx: Tx, actor: Actor, id: string): Promise<Access | null> {
  const [found] = await accesses(tx, actor, Prisma.sql`e.subject_id = ${id}::uuid`)
  return found ?? null
}

/** The emergencies that wait for the judgement of this privacy officer. */
export const accessesToReview = (tx: Tx, actor: Actor) =>
  accesses(
    tx,
    actor,
    Prisma.sql`e.subject_id IN (SELECT w.subject_id FROM turn w WHERE w.covenant_id = ${actor.covenantId}::uuid AND w.holder_id = ${actor.organisationId}::uuid
      AND w.role = ${actor.role} AND w.subject_kind = 'emergency')`,
  )

/** A group of facts that was opened while an emergency lasted: from when to when, and how often. */
export type Opened = { object: string; first: string; last: string; times: number }

/** What was opened, for who judges it; names of groups only. */
export const openedIn = (tx: Tx, id: string) => tx.$queryRaw<Opened[]>`
  SELECT o.object, to_char(o.first_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS first, to_char(o.last_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS last, o.times
  FROM app.emergency_readings(${id}::uuid) o ORDER BY o.first_at, o.object`
