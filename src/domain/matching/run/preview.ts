// What other rules of a covenant would do to a run: who is added, removed and moved, before somebody agrees on them.
import type { AgreedRow } from '../../covenant/matching-rules'
import type { Lots } from '../engine/lottery'
import type { RunInput, RunPair } from './input'
import { type Row, rowOf, type Solved, type Solver, solvedBy } from './solve'

export type Preview = {
  /** Of each client that it touches: homes that become possible, and that are no longer. */
  readonly pairs: readonly { readonly id: string; readonly added: number; readonly removed: number }[]
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

const missing = (from: Row, to: Row | undefined) =>
  from.unit.filter((home) => !to?.unit.includes(home)).length

const pairsOf = (before: Solved, after: Solved): Preview['pairs'] =>
  before.input.clients.flatMap(({ id }, at) => {
    const [was, is] = [before.rows[at], after.rows[at]]
    const pair = { id, added: is ? missing(is, was) : 0, removed: was ? missing(was, is) : 0 }
    return pair.added + pair.removed ? [pair] : []
  })

/** How many pairs become possible and are no longer, without those of whoever is left out. */
export function pairsIn({ pairs }: Preview, without: ReadonlySet<string> = new Set()) {
  const counted = pairs.filter(({ id }) => !without.has(id))
  return {
    added: counted.reduce((sum, { added }) => sum + added, 0),
    removed: counted.reduce((sum, { removed }) => sum + removed, 0),
  }
}

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
    pairs: pairsOf(before, after),
    added: ids.filter((id) => !was.has(id) && is.has(id)),
    removed: ids.filter((id) => was.has(id) && !is.has(id)),
    moved: ids.filter((id) => was.has(id) && is.has(id) && was.get(id) !== is.get(id)),
  }
}
