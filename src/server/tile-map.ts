import 'server-only'
// The homes of each gemeente by stage, as whoever asks reads them; and the households that wait there, as the role that only counts.
import type { Actor } from '@/domain/case/actor'
import { type CountedHomes, type Gemeente, tileStages, type WaitingThere } from '@/domain/report/tile-map'
import { asSystem } from './db/as-actor'
import type { Tx } from './db/client'

/** The gemeenten of the covenant, by name. */
export const gemeentenOf = (tx: Tx) => tx.$queryRaw<Gemeente[]>`
  SELECT o.id::text, o.key, o.name FROM covenant_party p JOIN organisation o ON o.id = p.organisation_id AND o.kind = 'gemeente'
  WHERE p.covenant_id = (SELECT app.covenant()) AND (p.valid_until IS NULL OR p.valid_until >= app.today()) ORDER BY o.name`

/** Counted by the rights of whoever asks: a home that they do not read counts nowhere. */
export const homesByGemeente = (tx: Tx) => tx.$queryRaw<CountedHomes[]>`
  SELECT h.municipality::text AS id, h.stage, h.n FROM app.homes_by_gemeente(${[...tileStages]}) h`

/** Households that seek a home, with where the table said; nobody shielded. No row leaves the server. */
export const waitingByGemeente = (tx: Tx, actor: Actor) =>
  asSystem(
    tx,
    actor,
    'reporting',
    () => tx.$queryRaw<WaitingThere[]>`
      SELECT s.municipality::text FROM app.seekers() s WHERE NOT s.shielded`,
  )
