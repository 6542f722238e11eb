import 'server-only'
// The offers with which this one can be swapped, as far as the person who asks reads them.
import type { Tx } from '@/server/db/client'

/** Offers of other homes to other clients that wait for an answer, each by its address and the number of its client as they may know it. */
export const offersToSwap = (tx: Tx, offer: string) => tx.$queryRaw<{ value: string; label: string }[]>`
  SELECT o.id::text AS value, o.address || ' · ' || coalesce(c.number, o.name) AS label
  FROM (SELECT t.subject_id AS id, t.address, t.number AS name, t.dwelling, app.offered_case(t.subject_id) AS of FROM offer_terms t WHERE t.live) o
    JOIN spine s ON s.id = o.id AND s.stage IN ('proposed', 'informed', 'viewing') AND NOT s.shielded
    LEFT JOIN spine c ON c.id = o.of
    JOIN offer_terms own ON own.subject_id = ${offer}::uuid AND own.dwelling <> o.dwelling AND app.offered_case(own.subject_id) <> o.of
  ORDER BY o.address, s.number`
