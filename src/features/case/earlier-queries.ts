import 'server-only'
// The earlier and later registrations of a client, as far as this reader may know of each.
import type { Case } from '@/domain/case/case'
import type { Tx } from '@/server/db/client'

type Linked = { id: string; number: string; on: string }
export type Registrations = { readonly earlier: readonly Linked[]; readonly later: readonly Linked[] }

/**
 * Linked is only what a mentor called the same client: somebody else's registration says nothing about this one. Of a shielded case
 * nothing to whoever was not named for it: another registration has the name that its alias stands for.
 */
export async function registrationsOf(tx: Tx, { of, spine, outside }: Case): Promise<Registrations> {
  if (outside) return { earlier: [], later: [] }
  const before = of.earlier?.earlierAs === 'zelfde' ? of.earlier.earlierCase : null
  const earlier = await tx.$queryRaw<Linked[]>`
    SELECT s.id::text, s.number, s.opened_on::text AS "on" FROM spine s WHERE s.id = ${before}::uuid AND NOT s.shielded`
  const later = await tx.$queryRaw<Linked[]>`
    SELECT s.id::text, s.number, s.opened_on::text AS "on" FROM case_earlier e JOIN spine s ON s.id = e.subject_id
    WHERE e.earlier_case = ${spine.id}::uuid AND e.earlier_as = 'zelfde' AND NOT s.shielded ORDER BY s.number`
  return { earlier, later }
}
