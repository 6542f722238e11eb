// What other rules of a covenant would do to a run: who is added, removed and moved, before somebody agrees on them.
import type { AgreedRow } from '../../covenant/matching-rules'
import type { Lots } from '../engine/lottery'
import type { RunInput, RunPair } from './input'
import { type Row, rowOf, type Solved, type Solver, solvedBy } from './solve'

export type Preview = {
  /** Pairs that become possible, and that are no longer. */
  readonly pairs: { readonly added: number; readonly removed: number }
  /** Clients who are proposed a home then and were not, who no longer are, and who are proposed another. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly moved: readonly string[]
}

const proposedIn = ({ input, task, answer }: Solved): ReadonlyMap<string, string> =>
  new Map(
    input.clients.flatMap(({ id }, at): [string, string][] => {
      const k = answer.edge[at] ?? -1
      return k < 0 ? [] : [[id, input.homes[task.unit[k] as number]?.id ?? '']]
    }),
  )

const missing = (from: readonly Row[], to: readonly Row[]) =>
  from.reduce((sum, { unit }, at) => sum + unit.filter((home) => !to[at]?.unit.includes(home)).length, 0)

/** Both are solved whole; drafts and what was agreed stand as they did. */
export async function previewOf(
  input: RunInput,
  agreed: readonly AgreedRow[],
  lots: Lots,
  solve?: Solver,
): Promise<Preview> {
  const by = { lots, ...(solve && { solve }) }
  const changed: RunInput = {
    ...input,
    rules: { ...input.rules, matching: { ...input.knobs, agreed: [...agreed] } },
  }
  const rowsOf = (one: RunInput) => one.clients.map((client) => rowOf(one, client))
  const before = await solvedBy(input, rowsOf(input), by)
  const after = await solvedBy(changed, rowsOf(changed), by)
  const [was, is] = [proposedIn(before), proposedIn(after)]
  const held = new Set<RunPair['case']>(input.locked.map((pair) => pair.case))
  const ids = input.clients.map(({ id }) => id).filter((id) => !held.has(id))
  return {
    pairs: { added: missing(after.rows, before.rows), removed: missing(before.rows, after.rows) },
    added: ids.filter((id) => !was.has(id) && is.has(id)),
    removed: ids.filter((id) => was.has(id) && !is.has(id)),
    moved: ids.filter((id) => was.has(id) && is.has(id) && was.get(id) !== is.get(id)),
  }
}
