import 'server-only'
import type { Role } from '@/domain/case/actor'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { CALENDAR, JOURNAL } from '@/domain/privacy/journal'
import { basisOf, consentsBehind, type Purpose, purposeOfLook } from '@/domain/privacy/purposes'
import type { Tx } from './db/client'

type Look = {
  readonly today: string
  readonly requestId: string | null
  /** What was opened; everything that is shared when left out. */
  readonly shown?: readonly string[] | undefined
  /** Of a screen that has a purpose of its own. */
  readonly purpose?: Purpose | undefined
}

/** By which emergency this actor reads a subject, as the record of the reading tells it; nothing where it is ordinary work. */
async function emergencyTold(tx: Tx, { relations, spine }: Loaded<Compartments>) {
  if (spine.kind === 'emergency' || !relations.includes('emergency')) return {}
  const [row] = await tx.$queryRaw<{ number: string }[]>`
    SELECT s.number FROM emergency_access e JOIN spine s ON s.id = e.subject_id
    WHERE e.case_id = ${spine.id}::uuid AND e.membership_id = app.membership() AND e.until > clock_timestamp() ORDER BY e.since DESC LIMIT 1`
  return row ? { emergency: row.number } : {}
}

/**
 * Records that these compartments were opened, in the transaction that reads them: no record, no reading.
 * Called last: the organisation's chain is locked until the transaction ends.
 */
export async function recordRead(
  tx: Tx,
  { role }: { readonly role: Role },
  subject: Loaded<Compartments>,
  { today, requestId, shown = [...subject.shared], purpose: own }: Look,
) {
  const { spine, relations, outside } = subject
  const purpose = own ?? purposeOfLook({ role, kind: spine.kind, relations })
  const consents = consentsBehind(spine.kind, { role, relations, stage: spine.stage, outside }, shown)
  const entry = {
    kind: 'read',
    on: today,
    subjectKind: spine.kind,
    subjectId: spine.id,
    shown,
    tells: await emergencyTold(tx, subject),
    requestId,
    purpose,
    ground: basisOf(purpose),
    ...(consents.length && { consents }),
  }
  await tx.$executeRaw`SELECT app.record_look(${JSON.stringify(entry)}::jsonb)`
}

/** For so long a reading of the journal is one visit: as long as a session may rest. */
const VISIT = '30 minutes'

/**
 * Records that the journal itself was read: once a visit, and each time that records are taken along, on paper or in a
 * file. Without this the reading of the journal would fill it.
 */
export async function recordJournalRead(
  tx: Tx,
  actor: { organisationId: string; accountId: string },
  today: string,
  requestId: string | null,
  taken: number | null = null,
) {
  const [visit] = await tx.$queryRaw<{ known: boolean }[]>`
    SELECT coalesce(bool_or(l.subject_kind = ${JOURNAL} AND NOT l.tells ?| '{taken,seen}'), false) AS known FROM (
      SELECT j.subject_kind, j.tells FROM journal j WHERE j.organisation_id = ${actor.organisationId}::uuid AND j.account_id = ${actor.accountId}::uuid
        AND j.recorded_at > clock_timestamp() - ${VISIT}::interval ORDER BY j.recorded_at DESC LIMIT 200) l`
  if (visit?.known && taken === null) return
  const tells = taken === null ? {} : { taken }
  const purpose: Purpose = 'toezicht'
  const why = { purpose, ground: basisOf(purpose) }
  const entry = { kind: 'read', on: today, subjectKind: JOURNAL, subjectId: null, tells, requestId, ...why }
  await tx.$executeRaw`SELECT app.record_look(${JSON.stringify(entry)}::jsonb)`
}

/** Records that somebody made the link of their calendar, or another one: never the link. */
export async function recordCalendarLink(tx: Tx, today: string, requestId: string | null) {
  const why = { purpose: 'beheer', ground: basisOf('beheer') }
  const entry = {
    kind: 'read',
    on: today,
    subjectKind: CALENDAR,
    subjectId: null,
    tells: {},
    requestId,
    ...why,
  }
  await tx.$executeRaw`SELECT app.record_look(${JSON.stringify(entry)}::jsonb)`
}
