import 'server-only'
// What an aanmelding and the start in the home still need: the parts of the form, and the tracks beside it.
import type { Actor } from '@/domain/case/actor'
import type { Case } from '@/domain/case/case'
import { type PartLine, partsOf } from '@/domain/intake/parts'
import { keyExpectedOn, type TrackLine, tracksOf } from '@/domain/intake/tracks'
import type { Compartments, Loaded } from '@/domain/kernel/subject'
import type { Tx } from '@/server/db/client'
import { contextFor } from '@/server/run-step'

export type Preparing = {
  /** Empty once the aanmelding was accepted. */
  parts: readonly PartLine[]
  /** Empty for who may not read them, and once the case is closed. */
  tracks: readonly TrackLine[]
  keyOn: string | null
}

/** How far the preparations are, as this reader sees them. */
export async function preparingOf(
  tx: Tx,
  { actor, kase, day }: { actor: Actor; kase: Case; day: string },
): Promise<Preparing> {
  const { rules } = await contextFor(tx, actor, null, kase as unknown as Loaded<Compartments>, day)
  const running = kase.spine.stage !== 'closed' && kase.shared.has('tracks')
  return {
    parts: kase.spine.stage === 'intake' && kase.shared.has('stay') ? partsOf(kase, rules) : [],
    tracks: running ? tracksOf(kase, rules, day) : [],
    keyOn: keyExpectedOn(kase, day),
  }
}
