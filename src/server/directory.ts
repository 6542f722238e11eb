import 'server-only'
// Names of organisations, for screens: who plays which part, who holds a turn.
import type { Tx } from './db/client'

export type Named = { id: string; name: string; kind: string }

/** The organisations of the actor's covenant, by id. */
export async function organisationsOf(tx: Tx): Promise<ReadonlyMap<string, Named>> {
  const rows = await tx.$queryRaw<Named[]>`SELECT id::text, name, kind FROM organisation`
  return new Map(rows.map((o) => [o.id, o]))
}

/** Their names alone, by id. */
export async function namesById(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await organisationsOf(tx))].map(([id, { name }]) => [id, name]))
}

/** The organisations of the actor's covenant by the keys that a covenant file has for them: their names. */
export async function namesByKey(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ key: string; name: string }[]>`SELECT key, name FROM organisation`
  return new Map(rows.map(({ key, name }) => [key, name]))
}

/** Which organisation plays which part in this subject, as far as the actor may know. */
export const partsIn = (tx: Tx, subjectId: string) => tx.$queryRaw<
  { part: string; organisationId: string }[]
>`
  SELECT part, organisation_id::text AS "organisationId" FROM party WHERE subject_id = ${subjectId}::uuid ORDER BY part`
