import 'server-only'
// What the region achieved, in counts. The reporting membership sees the rows; nobody else sees more than its counts.
import type { Actor } from '@/domain/case/actor'
import { asSystem } from './db/as-actor'
import type { Tx } from './db/client'

export type Housed = { setting: string; persons: number; waited: number | null; guided: boolean }
export type Running = { stage: string; waiting: number | null }

/** Everyone who got a key from a day on, and every running case, as rows without names. */
export const reportRows = (tx: Tx, actor: Actor, since: string, today: string) =>
  asSystem(tx, actor, 'reporting', async () => ({
    housed: await tx.$queryRaw<Housed[]>`
      SELECT st.setting, coalesce(h.adults + h.children, 1) AS persons, p.key_on - r.ready_since AS waited,
        s.stage = 'aftercare' AND coalesce(g.level, '') <> 'waakvlam' AS guided
      FROM spine s JOIN case_placement p ON p.subject_id = s.id JOIN case_stay st ON st.subject_id = s.id
      LEFT JOIN case_readiness r ON r.subject_id = s.id LEFT JOIN case_household h ON h.household_id = s.household_id
      LEFT JOIN case_guidance g ON g.subject_id = s.id
      WHERE s.kind = 'case' AND p.key_on >= ${since}::date`,
    running: await tx.$queryRaw<Running[]>`
      SELECT s.stage, ${today}::date - r.ready_since AS waiting FROM spine s LEFT JOIN case_readiness r ON r.subject_id = s.id
      WHERE s.kind = 'case' AND s.stage IN ('intake', 'tafel', 'matching', 'tenancy')`,
  }))
