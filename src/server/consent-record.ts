import 'server-only'
// Who recorded what a client said: the journal knows, so the ledger keeps no names of its own.
import type { Tx } from './db/client'

const STEPS = ['recordConsent', 'withdrawConsent', 'passOnWithdrawal']

export type Recorder = { readonly on: string; readonly organisationId: string; readonly names: string[] }

/** Who recorded consents of this case, per day and organisation, as far as the reader may know. */
export const recordersOf = (tx: Tx, subjectId: string) => tx.$queryRaw<Recorder[]>`
  SELECT j.taken_on::text AS "on", j.organisation_id::text AS "organisationId", array_agg(DISTINCT a.name ORDER BY a.name) AS names
  FROM journal j JOIN account a ON a.id = j.account_id
  WHERE j.subject_id = ${subjectId}::uuid AND j.kind = 'step' AND j.step = ANY (${STEPS}) GROUP BY 1, 2`
