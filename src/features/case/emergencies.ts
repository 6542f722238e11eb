import 'server-only'
import type { Actor } from '@/domain/case/actor'
import { type Case, onlyInEmergency } from '@/domain/case/case'
import type { Tx } from '@/server/db/client'
import { type Access, accessesTo } from '@/server/emergency'

/** What a case tells of emergencies to this reader. */
export type Emergencies = {
  /** The one by which they read it now. */
  mine: Access | null
  /** Whether they are here by that alone. */
  only: boolean
  /** Those of others that still run, or that nobody has judged yet. */
  others: Access[]
}

/** The emergencies of a case that this reader may know of. */
export async function emergenciesOf(tx: Tx, actor: Actor, kase: Case): Promise<Emergencies> {
  const found = await accessesTo(tx, actor, kase.spine.id)
  return {
    mine: found.find((one) => one.mine && one.running) ?? null,
    only: onlyInEmergency(kase),
    others: found.filter((one) => !one.mine && (one.running || one.reviewer)),
  }
}
