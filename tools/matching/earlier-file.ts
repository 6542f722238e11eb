// What an earlier run left behind, as a file: pairs that stay, drafts, and how many points a draft has ahead.
import { z } from 'zod'
import {
  DRAFT_BONUS,
  edgeOf,
  favour,
  type Held,
  hold,
  type Pair,
} from '../../src/domain/matching/engine/earlier'
import { readAs } from '../../src/domain/matching/engine/read-pool'
import type { Answer, Task } from '../../src/domain/matching/engine/task'

const id = z.int().min(0)
const pairs = z
  .array(z.object({ client: id, unit: id }))
  .optional()
  .default([])
const shape = z.object({
  locked: pairs,
  drafts: pairs,
  bonus: z.int().min(0).max(100_000).optional().default(DRAFT_BONUS),
})

export type Earlier = z.output<typeof shape>

/** @throws PoolFault */
export const readEarlier = (data: unknown): Earlier => readAs(shape, data)

/** What is left to match, with drafts ahead of the rest. `scale`: by what the values of the task were multiplied. */
export const leftBy = (task: Task, { locked, drafts, bonus }: Earlier, scale: number): Held =>
  hold(favour(task, drafts, bonus * scale), locked)

/** What became of the pairs of before. `points`: of all pairs, without what drafts had ahead. */
export function outcomeOf(task: Task, held: Held, { edge }: Answer, { locked, drafts, bonus }: Earlier) {
  const home = new Map(locked.map(({ client, unit }) => [client, unit]))
  edge.forEach((k, i) => {
    if (k >= 0) home.set(i, task.unit[k] as number)
  })
  const pairs = [...home]
    .map(([client, unit]): Pair => ({ client, unit }))
    .sort((a, b) => a.client - b.client)
  const points = pairs.reduce((sum, pair) => sum + (task.value[edgeOf(task, pair)] ?? 0), 0)
  const draftsKept = drafts.filter(({ client, unit }) => home.get(client) === unit).length
  return { pairs, points, draftsKept, bonus, refused: held.refused, passed: held.passed }
}
