import 'server-only'
import { type PlannedDay, plannedDays } from '@/domain/aftercare/planned'
import { quietDays } from '@/domain/aftercare/quiet'
// The schedule of a home, as far as this reader may know what came of it.
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import type { Tx } from '@/server/db/client'
import { contextFor } from '@/server/run-step'
import type { Scene } from './on-case'

export type ScheduleScreen = {
  days: PlannedDay[]
  /** Whether this reader knows which visits, and which evaluations, were held. */
  knows: { visits: boolean; evaluations: boolean }
}

/** Every visit and evaluation since the key, and those to come; null before the key, or where none of it is this reader's. */
export async function scheduleOf(tx: Tx, { actor, kase, day }: Scene): Promise<ScheduleScreen | null> {
  const { placement, visits, evaluations } = kase.of
  if (!placement?.keyOn || kase.spine.stage !== 'aftercare') return null
  const knows = { visits: kase.shared.has('visits'), evaluations: kase.shared.has('evaluations') }
  const guided = kase.shared.has('guidance')
  if (!guided && !knows.evaluations) return null
  const { rules } = await contextFor(tx, actor, null, kase as unknown as Loaded<Compartments>, day)
  const on = (home: boolean) =>
    (visits ?? []).filter(({ form }) => (form !== 'nietThuis') === home).map(({ visitedOn }) => visitedOn)
  const held = (evaluations ?? []).map(({ heldOn }) => heldOn)
  const kept = {
    keyOn: placement.keyOn,
    visits: on(true),
    tried: on(false),
    evaluations: held,
    quiet: quietDays(kase),
  }
  const days = plannedDays(kept, rules, day).filter(({ what, state }) => {
    const known = what === 'visit' ? knows.visits : knows.evaluations
    return known || (guided && state === 'coming')
  })
  return days.length ? { days, knows } : null
}
