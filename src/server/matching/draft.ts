import 'server-only'
// What a run would propose now: what changed since the last one is judged anew, all the rest is taken over, and it is solved
// again. It is shown beside what the last run proposed, and kept nowhere.
import type { Actor } from '@/domain/case/actor'
import type { RunClient, RunInput } from '@/domain/matching/run/input'
import { type Row, rowOf, type Solved, solvedBy } from '@/domain/matching/run/solve'
import { pseudonymOf } from '../candidates'
import { asSystem } from '../db/as-actor'
import type { Tx } from '../db/client'
import { lotsOf } from './compute'
import { gather } from './gather'
import { lastSolved } from './solved'

const textOf = (value: unknown) => JSON.stringify(value)

/** Rows of clients who are as they were, against homes that are as they were; the others are asked anew. */
function rowsAgain({ input: before, rows }: Solved, input: RunInput): Row[] {
  const same =
    textOf([before.homes, before.rules, before.norms, before.day]) ===
    textOf([input.homes, input.rules, input.norms, input.day])
  const known = new Map(
    before.clients.map((client, at) => [client.id, { text: textOf(client), row: rows[at] }]),
  )
  const kept = (client: RunClient) => {
    const found = same ? known.get(client.id) : undefined
    return found?.text === textOf(client) ? found.row : undefined
  }
  return input.clients.map((client) => kept(client) ?? rowOf(input, client))
}

/** Whom a run would propose for a dwelling now, by the pseudonym that its officer sees; null for nobody, or without a run before. */
export async function proposedNow(
  tx: Tx,
  actor: Actor,
  { dwelling, day }: { dwelling: string; day: string },
): Promise<string | null> {
  const last = await lastSolved(tx, actor)
  if (!last) return null
  const input = await asSystem(tx, actor, 'matching', () => gather(tx, day))
  const now = await solvedBy(input, rowsAgain(last.solved, input), { lots: lotsOf(last.seed) })
  const at = input.homes.findIndex(({ id }) => id === dwelling)
  const locked = input.locked.find((pair) => pair.dwelling === dwelling)?.case
  const client = input.clients.find((_one, i) => now.task.unit[now.answer.edge[i] ?? -1] === at)?.id
  const found = locked ?? client
  return found ? pseudonymOf(found, dwelling) : null
}
