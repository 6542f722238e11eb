import 'server-only'
// Who can read notes on a case: asked of the database, by the rights of each, as far as the actor may know them.
import type { NoteReader } from '@/domain/kernel/context'
import type { Tx } from './db/client'

/** Everyone who may read notes on this case, by organisation and name; nobody when the actor may not. */
export const noteReadersFor = (tx: Tx, caseId: string) => tx.$queryRaw<NoteReader[]>`
  SELECT m.id::text, a.name, m.role, o.id::text AS "organisationId", o.name AS organisation
  FROM app.note_readers(${caseId}::uuid) r JOIN membership m ON m.id = r JOIN account a ON a.id = m.account_id
    JOIN organisation o ON o.id = m.organisation_id
  ORDER BY m.organisation_id <> app.organisation(), o.name, a.name, m.role`
