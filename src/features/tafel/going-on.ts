import 'server-only'
// What a tafel put off and that stands on no agenda yet, with the tafel that could take it.
import type { Tx } from '@/server/db/client'

/** `next` is the first tafel that can still take a case; null while none is planned. */
export type GoingOn = {
  readonly cases: number
  readonly next: { readonly id: string; readonly on: string } | null
}

/** Null where nothing goes on, as far as this person may know. `today` is 'yyyy-mm-dd'. */
export async function goingOnFrom(tx: Tx, tafel: string, today: string): Promise<GoingOn | null> {
  const [row] = await tx.$queryRaw<{ cases: number; id: string | null; on: string | null }[]>`
    SELECT (SELECT count(*)::int FROM case_decisions d JOIN case_decision l ON l.subject_id = d.subject_id AND l.outcome = 'adjourned' AND l.adopted_on IS NOT NULL
        WHERE d.tafel = ${tafel}::uuid AND d.adopted_on IS NOT NULL AND d.outcome = 'adjourned'
          AND NOT EXISTS (SELECT 1 FROM case_decisions n WHERE n.subject_id = d.subject_id AND n.seq > d.seq)
          AND NOT EXISTS (SELECT 1 FROM case_agenda a WHERE a.subject_id = d.subject_id AND a.tafel IS NOT NULL)) AS cases, n.id, n."on"
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT t.subject_id::text AS id, t."on"::text AS "on" FROM tafel_session t JOIN spine s ON s.id = t.subject_id
      WHERE s.stage = 'planned' AND t."on" >= ${today}::date ORDER BY t."on", t.at LIMIT 1) n ON true`
  if (!row?.cases) return null
  const { cases, id, on } = row
  return { cases, next: id && on ? { id, on } : null }
}
