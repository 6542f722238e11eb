import 'server-only'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import { JOURNAL } from '@/domain/privacy/journal'
import type { Tx } from './db/client'

/**
 * Records that these compartments were opened, in the transaction that reads them: no record, no reading.
 * Called last: the organisation's chain is locked until the transaction ends.
 */
export async function recordRead(
  tx: Tx,
  subject: Loaded<Compartments>,
  today: string,
  requestId: string | null,
  shown: readonly string[] = [...subject.shared],
) {
  const entry = {
    kind: 'read',
    on: today,
    subjectKind: subject.spine.kind,
    subjectId: subject.spine.id,
    shown,
    requestId,
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
    SELECT coalesce(bool_or(l.subject_kind = ${JOURNAL} AND NOT l.tells ? 'taken'), false) AS known FROM (
      SELECT j.subject_kind, j.tells FROM journal j WHERE j.organisation_id = ${actor.organisationId}::uuid AND j.account_id = ${actor.accountId}::uuid
        AND j.recorded_at > clock_timestamp() - ${VISIT}::interval ORDER BY j.recorded_at DESC LIMIT 200) l`
  if (visit?.known && taken === null) return
  const tells = taken === null ? {} : { taken }
  const entry = { kind: 'read', on: today, subjectKind: JOURNAL, subjectId: null, tells, requestId }
  await tx.$executeRaw`SELECT app.record_look(${JSON.stringify(entry)}::jsonb)`
}
