import 'server-only'
// What the journals of all parties tell of the reading of one case: who opened what, by day, never what it held.
import type { Reading } from '@/domain/privacy/disclosures'
import type { Tx } from './db/client'

/** Who opened what of this case; nothing for whoever may not know. */
export const readingsOf = (tx: Tx, subjectId: string) => tx.$queryRaw<Reading[]>`
  SELECT organisation_id::text AS "organisationId", role, object, first_on::text AS first, last_on::text AS last
  FROM app.readings_of(${subjectId}::uuid)`
