import 'server-only'
// What the journals of all parties tell a client: who looked at what, for what, when; never which person, never what it held.
import { type Look, MOST_LOOKS, type Period } from '@/domain/privacy/looks'
import type { Tx } from './db/client'

/** The newest looks of a period, one more than fit on a page; nothing for whoever does not answer to this client. */
export const looksOf = (tx: Tx, subjectId: string, { from, until }: Period) => tx.$queryRaw<Look[]>`
  SELECT day::text, first_at AS "from", last_at AS until, organisation_id::text AS "organisationId", organisation_kind AS "organisationKind", role, person, kind,
    step, shown, purpose, ground, consents, emergency, times
  FROM app.looks_of(${subjectId}::uuid, ${from ?? '2000-01-01'}::date, ${until ?? '2999-12-31'}::date, ${MOST_LOOKS + 1}::int)`
