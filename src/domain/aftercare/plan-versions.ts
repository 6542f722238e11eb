// The versions of a support plan: which one is the last, and what changed in it.
import type { Case } from '../case/case'
import type { CaseCompartments } from '../case/compartments'
import { planParts } from '../case/lasting'
import type { Entry } from '../kernel/subject'

type Version = Entry<CaseCompartments['planVersions']>
/** What a plan says, part by part. */
export type Said = { readonly [K in (typeof planParts)[number]]: Version[K] }

/** The plan as it counts or waits to: its last version. */
export const lastPlan = (kase: Case): Version | null => kase.of.planVersions?.at(-1) ?? null

/** Which parts say something else than before; all that is filled in where there was nothing. A set of domains has no order. */
export function planChanges(was: Said | null, now: Said): (typeof planParts)[number][] {
  const told = (value: unknown) => (Array.isArray(value) ? [...value].sort().join() : (value ?? ''))
  return planParts.filter((part) => told(was?.[part] ?? null) !== told(now[part]))
}

/** What a new version begins with: the plan as it counts, and its day to evaluate while that is still to come. */
export function planToRevise(kase: Case, today: string): Partial<Said> {
  const last = lastPlan(kase)
  if (!last) return {}
  const said = Object.fromEntries(planParts.map((part) => [part, last[part]])) as Said
  return { ...said, planReviewOn: last.planReviewOn > today ? last.planReviewOn : '' }
}
