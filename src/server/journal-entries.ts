import 'server-only'
// The records of the own chain, as row-level security gives them to a privacy officer: names of things, never contents.
import type { Actor } from '@/domain/case/actor'
import type { ConsentCategory, LegalBasis } from '@/domain/case/consent-table'
import type { AlertKind } from '@/domain/privacy/attention'
import type { EntryKind } from '@/domain/privacy/journal'
import type { Cursor, JournalFilter } from '@/domain/privacy/journal-filter'
import type { Purpose } from '@/domain/privacy/purposes'
import { Prisma, type Tx } from './db/client'

export type Entry = {
  seq: string
  kind: EntryKind
  /** When it was recorded, in the Netherlands. */
  day: string
  time: string
  accountId: string
  person: string
  role: string
  step: string | null
  subjectKind: string | null
  subjectId: string | null
  number: string | null
  shown: string[]
  /** Why an attempt was refused. */
  reason: string | null
  /** The number of the emergency in which it was read. */
  emergency: string | null
  /** How many records of the journal were taken along in a file, or how many cases with this one. */
  taken: number | null
  /** Which alert was marked as seen. */
  saw: AlertKind | null
  /** What it was for, its ground and the consents it stood on; null in records from before that was kept. */
  purpose: Purpose | null
  ground: LegalBasis | null
  consents: ConsentCategory[] | null
  session: string | null
  origin: string | null
}

/** Days of the calendar in the Netherlands: the index is on moments. */
const since = (day: string) => Prisma.sql`(${day}::date)::timestamp AT TIME ZONE 'Europe/Amsterdam'`
const before = (day: string) => Prisma.sql`(${day}::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'`

function conditions({ organisationId }: Actor, f: JournalFilter): Prisma.Sql {
  const asked = [
    Prisma.sql`j.organisation_id = ${organisationId}::uuid`,
    ...(f.kind ? [Prisma.sql`j.kind = ${f.kind}`] : []),
    ...(f.person ? [Prisma.sql`j.account_id = ${f.person}::uuid`] : []),
    ...(f.subject ? [Prisma.sql`j.subject_id = ${f.subject}::uuid`] : []),
    ...(f.purpose ? [Prisma.sql`j.purpose = ${f.purpose}`] : []),
    ...(f.session ? [Prisma.sql`j.session = ${f.session}`] : []),
    ...(f.from ? [Prisma.sql`j.recorded_at >= ${since(f.from)}`] : []),
    ...(f.until ? [Prisma.sql`j.recorded_at < ${before(f.until)}`] : []),
  ]
  return Prisma.join(asked, ' AND ')
}

/** From a record of the chain on. Its moment is looked up, so that an address holds a number only. */
function beyond({ organisationId }: Actor, cursor: Cursor): Prisma.Sql {
  if (!cursor) return Prisma.empty
  const at = Prisma.sql`(SELECT c.recorded_at, c.seq FROM journal c WHERE c.organisation_id = ${organisationId}::uuid AND c.seq = ${cursor.seq}::bigint)`
  return cursor.way === 'after'
    ? Prisma.sql`AND (j.recorded_at, j.seq) < ${at}`
    : Prisma.sql`AND (j.recorded_at, j.seq) > ${at}`
}

/** The records that are asked for, the newest first; at most `limit`. */
export async function entriesOf(
  tx: Tx,
  actor: Actor,
  filter: JournalFilter,
  cursor: Cursor,
  limit: number,
): Promise<Entry[]> {
  const back = cursor?.way === 'before'
  const order = back ? Prisma.sql`j.recorded_at, j.seq` : Prisma.sql`j.recorded_at DESC, j.seq DESC`
  const rows = await tx.$queryRaw<Entry[]>`
    SELECT j.seq::text, j.kind, to_char(j.recorded_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS day, to_char(j.recorded_at AT TIME ZONE 'Europe/Amsterdam', 'HH24:MI') AS time,
      j.account_id::text AS "accountId", coalesce(a.name, '') AS person, j.role, j.step, j.subject_kind AS "subjectKind", j.subject_id::text AS "subjectId",
      app.number_in_journal(j.subject_id) AS number, j.shown, CASE j.kind WHEN 'denied' THEN j.tells->>'reason' END AS reason, CASE j.kind WHEN 'read' THEN j.tells->>'emergency' END AS emergency,
      CASE j.kind WHEN 'read' THEN (j.tells->>'taken')::int END AS taken, CASE j.subject_kind WHEN 'journal' THEN j.tells->>'seen' END AS saw, j.purpose, j.ground, j.consents, j.session, j.origin
    FROM (SELECT * FROM journal j WHERE ${conditions(actor, filter)} ${beyond(actor, cursor)} ORDER BY ${order} LIMIT ${limit}) j
    LEFT JOIN account a ON a.id = j.account_id ORDER BY ${order}`
  return back ? rows.reverse() : rows
}

/** How many records are asked for, counted no further than `most`. */
export async function countEntries(
  tx: Tx,
  actor: Actor,
  filter: JournalFilter,
  most: number,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM (SELECT 1 FROM journal j WHERE ${conditions(actor, filter)} LIMIT ${most + 1}) j`
  return row?.n ?? 0
}

export type Colleague = { id: string; name: string }

/** Everyone who works or worked for the organisation in this covenant, by name. */
export const colleaguesOf = (tx: Tx, { organisationId }: Actor) => tx.$queryRaw<Colleague[]>`
  SELECT a.id::text, a.name FROM account a WHERE EXISTS (SELECT 1 FROM membership m WHERE m.account_id = a.id AND m.organisation_id = ${organisationId}::uuid) ORDER BY a.name, a.id`

/** What the own chain says of this number; null when it says nothing of it. */
export async function subjectOfNumber(tx: Tx, number: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { id: string | null }[]
  >`SELECT app.subject_in_journal(${number})::text AS id`
  return row?.id ?? null
}

/** The number of a subject in the own chain. */
export async function numberOfSubject(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { number: string | null }[]
  >`SELECT app.number_in_journal(${id}::uuid) AS number`
  return row?.number ?? null
}
