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
      SELECT coalesce(h.adults + h.children, 1) AS persons, greatest(y.wanted_from, CASE WHEN y.ready_since IS NULL THEN y.expected_on END)::text AS "from"
      FROM relation r LEFT JOIN case_household h ON h.household_id = r.household_id LEFT JOIN case_readiness y ON y.subject_id = r.subject_id
      WHERE r.holder_id = (SELECT app.covenant()) AND r.covenant_id = (SELECT app.covenant()) AND r.subject_kind = 'case' AND r.relation = 'any'
        AND r.stage = 'matching' AND EXISTS (SELECT 1 FROM turn t WHERE t.subject_id = r.subject_id AND t.task = 'findDwelling')`,
  }))
