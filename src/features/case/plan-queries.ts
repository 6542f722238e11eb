import 'server-only'
// The support plan as it is judged: its last version beside the one before.
import { comparePlans, type PlanPart } from '@/domain/aftercare/plan-diff'
import type { Case } from '@/domain/case/case'
import { stepOf } from '@/domain/case/steps'
import { purposeOfStep } from '@/domain/privacy/purposes'
import { openCase } from './on-case'

export type VersionScreen = {
  readonly number: number
  readonly by: string
  readonly on: string
  /** The number of the version before it; null for the first one. */
  readonly before: number | null
  readonly parts: readonly PlanPart[]
}

/** Every version beside the one before, the last one first; none where this reader has none. */
export function versionsOf({ of: { planVersions } }: Case): VersionScreen[] {
  const all = planVersions ?? []
  return all
    .map((version, i) => ({
      number: version.planNumber,
      by: version.recordedBy,
      on: version.recordedOn,
      before: all[i - 1]?.planNumber ?? null,
      parts: comparePlans(all[i - 1] ?? null, version),
    }))
    .reverse()
}

const about: readonly string[] = ['agreePlan', 'approvePlan']

/** The last version, for the pages on which it is discussed with the client or judged; null on any other. */
export async function getLastVersion(id: string, name: string): Promise<VersionScreen | null> {
  const step = stepOf(name)
  if (!step || !about.includes(name)) return null
  return openCase(
    id,
    (kase) => (kase.of.planVersions ? ['planVersions'] : []),
    async (_tx, { kase }) => versionsOf(kase)[0] ?? null,
    { purpose: purposeOfStep(step) },
  )
}
