import 'server-only'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
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
