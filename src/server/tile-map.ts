import 'server-only'
// The homes of each gemeente by stage, as whoever asks reads them; and the households that wait there, as the role that only counts.
import type { Actor } from '@/domain/case/actor'
import { type CountedHomes, type Gemeente, tileStages, type WaitingThere } from '@/domain/report/tile-map'
import { asSystem } from './db/as-actor'
import type { Tx } from './db/client'
import { listed } from './listed'

/** No corporation has so many homes: nothing is left out. */
const ALL = 1_000_000

/** The gemeenten of the covenant, by name. */
export const gemeentenOf = (tx: Tx) => tx.$queryRaw<Gemeente[]>`
  SELECT o.id::text, o.key, o.name FROM covenant_party p JOIN organisation o ON o.id = p.organisation_id AND o.kind = 'gemeente'
  WHERE p.covenant_id = (SELECT app.covenant()) AND (p.valid_until IS NULL OR p.valid_until >= app.today()) ORDER BY o.name`

/** Counted by the rights of whoever asks: a home that they do not read counts nowhere. */
export const homesByGemeente = (tx: Tx, actor: Actor) => tx.$queryRaw<CountedHomes[]>`
  SELECT f.municipality::text AS id, l.stage, count(*)::int AS n
  FROM (${listed(actor, { kind: 'dwelling', stages: tileStages, limit: ALL })}) l JOIN dwelling_facts f ON f.subject_id = l.subject_id GROUP BY 1, 2`

/** Households that seek a home, with where the table said; nobody shielded. No row leaves the server. */
export const waitingByGemeente = (tx: Tx, actor: Actor) =>
  asSystem(
    tx,
    actor,
    'reporting',
    () => tx.$queryRaw<WaitingThere[]>`
      SELECT d.municipality::text FROM relation r LEFT JOIN case_decision d ON d.subject_id = r.subject_id
      WHERE r.holder_id = (SELECT app.covenant()) AND r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'case' AND r.relation = 'any'
        AND r.stage = 'matching' AND NOT r.shielded AND EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = r.subject_id AND t.task = 'findDwelling')`,
  )
