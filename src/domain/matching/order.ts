// The order of candidates: priority of the tafel, then days waited, then id. Total: no two are equal.
import { priorities } from '../covenant/rule-set'
import type { RuleResult } from './fit'

export type Ranked = {
  readonly caseId: string
  readonly priority: string | null
  readonly waitingDays: number
  /** Whether a blocking rule fails. */
  readonly excluded: boolean
}

/** Whether a blocking rule fails: such a candidate stands after all others, and needs a reason to be proposed. */
export const excluded = ({ results }: { readonly results: readonly RuleResult[] }) =>
  results.some((r) => r.verdict === 'fail' && !r.warns)

const tier = (priority: string | null) => {
  const at = (priorities as readonly string[]).indexOf(priority ?? '')
  return at < 0 ? priorities.length : at
}

/** Candidates in the order in which they are proposed. */
export const inOrder = <C extends Ranked>(candidates: readonly C[]): C[] =>
  [...candidates].sort(
    (a, b) =>
      Number(a.excluded) - Number(b.excluded) ||
      tier(a.priority) - tier(b.priority) ||
      b.waitingDays - a.waitingDays ||
      (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : 0),
  )
