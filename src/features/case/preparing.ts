import 'server-only'
// What an aanmelding and the start in the home still need: the parts of the form, and the tracks beside it.
import type { Case } from '@/domain/case/case'
import { type CriterionLine, criteriaOf } from '@/domain/intake/criteria'
import { type PartLine, partsOf } from '@/domain/intake/parts'
import { type Gap, gapOf, keyExpectedOn, type TrackLine, tracksOf } from '@/domain/intake/tracks'
import type { Tx } from '@/server/db/client'
import { ruleSetOf } from '@/server/run-step'

export type Preparing = {
  /** Empty once the aanmelding was accepted. */
  parts: readonly PartLine[]
  /** The conditions of the covenant, until the table has decided; empty for who may not read them. */
  criteria: readonly CriterionLine[]
  /** Empty for who may not read them, and once the case is closed. */
  tracks: readonly TrackLine[]
  keyOn: string | null
  /** Whether the client has the key: what nobody looked at until then is no longer in front. */
  moved: boolean
  /** What is in the way of the day of the key. */
  gap: Gap | null
}

/** How far the preparations are, as this reader sees them. */
export async function preparingOf(tx: Tx, { kase, day }: { kase: Case; day: string }): Promise<Preparing> {
  const rules = await ruleSetOf(tx, kase.spine.covenantVersionId)
  const judging = ['intake', 'tafel'].includes(kase.spine.stage) && kase.shared.has('criteria')
  const running = kase.spine.stage !== 'closed' && kase.shared.has('tracks')
  const tracks = running ? tracksOf(kase, rules, day) : []
  return {
    parts: kase.spine.stage === 'intake' && kase.shared.has('stay') ? partsOf(kase, rules) : [],
    criteria: judging ? criteriaOf(kase, rules) : [],
    tracks,
    keyOn: keyExpectedOn(kase, day),
    moved: kase.spine.stage === 'aftercare',
    gap: gapOf(kase, tracks, day),
  }
}
