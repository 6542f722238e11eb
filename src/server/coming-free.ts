import 'server-only'
// What the register and the search for homes say of the coming time. Read as the role that only counts: no row leaves the server.
import type { Actor } from '@/domain/case/actor'
import type { ComingHome, WaitingHousehold } from '@/domain/report/coming-free'
import { asSystem } from './db/as-actor'
import type { Tx } from './db/client'

export type ComingTime = { readonly homes: ComingHome[]; readonly waiting: WaitingHousehold[] }

/** The homes of the covenant that nobody was promised, and the households that wait for one. */
export const comingTime = (tx: Tx, actor: Actor, until: string): Promise<ComingTime> =>
  asSystem(tx, actor, 'reporting', async () => ({
    homes: await tx.$queryRaw<ComingHome[]>`
      SELECT f.rooms, f.available_from::text AS "from" FROM relation r JOIN dwelling_facts f ON f.subject_id = r.subject_id
      WHERE r.holder_id = (SELECT app.covenant()) AND r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'dwelling' AND r.relation = 'any'
        AND r.stage IN ('notice', 'available') AND f.available_from <= ${until}::date`,
    waiting: await tx.$queryRaw<WaitingHousehold[]>`
      SELECT coalesce(s.persons, 1) AS persons, s.wanted_from::text AS "from" FROM app.seekers() s`,
  }))
