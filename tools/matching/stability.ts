// How much of what was proposed changes with the next run: three of a hundred clients are new, two of a hundred homes are gone.
import { candidateEdges } from '../../src/domain/matching/engine/candidates'
import { favour, hold } from '../../src/domain/matching/engine/earlier'
import type { Pool } from '../../src/domain/matching/engine/pool'
import { type Task, taskOf } from '../../src/domain/matching/engine/task'
import { pairsOf } from '../../src/domain/matching/engine/why-not'
import { madePool, numbersFrom } from '../../tests/support/matching/made-pool'
import { type Asked, made } from './made'
import { solveProven } from './prove'

/** The same region a while later; `gone` and `fresh` are places in its lists. */
function later(pool: Pool, { seed, size, region }: Asked) {
  const { chance } = numbersFrom(seed + 5000)
  const others = madePool(seed + 1000, ...size, region)
  const fresh = new Set(pool.clients.flatMap(({ id }) => (chance(0.03) ? [id] : [])))
  const gone = new Set(pool.units.flatMap(({ id }) => (chance(0.02) ? [id] : [])))
  const clients = pool.clients.map((client) =>
    fresh.has(client.id) ? (others.clients[client.id] ?? client) : client,
  )
  // Nobody is that old: a home that is gone keeps its place in the list, and fits nobody.
  const units = pool.units.map((unit) => (gone.has(unit.id) ? { ...unit, minAge: 120, maxAge: 120 } : unit))
  return { pool: { ...pool, clients, units }, fresh, gone }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

export async function stability(asked: Asked): Promise<void> {
  const before = made(asked)
  const next = later(before.pool, asked)
  const task = taskOf(next.pool, candidateEdges(next.pool))
  const drafts = pairsOf(before.task, await solveProven(before.task))
  const stand = drafts.filter(({ client, unit }) => !next.fresh.has(client) && !next.gone.has(unit))
  const best = (await solveProven(task)).value
  const homeOf = (edge: Int32Array, client: number) => {
    const k = edge[client] ?? -1
    return k < 0 ? -1 : task.unit[k]
  }
  const row = (name: string, edge: Int32Array, value: number) => {
    const moved = stand.filter(({ client, unit }) => homeOf(edge, client) !== unit)
    const lost = moved.filter(({ client }) => homeOf(edge, client) === -1)
    const loss = ((best - value) / best) * 100
    console.log(
      `  ${name.padEnd(16)}changed ${percent(moved.length / drafts.length)}, without a home ${percent(lost.length / drafts.length)}, worth ${loss.toFixed(3)} % less`,
    )
  }
  console.log(
    `\n${asked.size.join(' x ')}, seed ${asked.seed}: ${drafts.length} proposals, ${drafts.length - stand.length} cannot stand`,
  )
  for (const bonus of [0, 10, 25, 50, 100, 300]) {
    const { edge } = await solveProven(favour(task, stand, bonus))
    row(
      `${bonus} points ahead `,
      edge,
      edge.reduce((sum, k) => sum + (k < 0 ? 0 : (task.value[k] as number)), 0),
    )
  }
  const held = hold(task, stand)
  const rest = await solveProven(held.rest)
  const all = new Map(stand.map(({ client, unit }) => [client, unit]))
  const kept = Int32Array.from(rest.edge, (k, i) => (all.has(i) ? edgeFor(task, i, all.get(i)) : k))
  row('kept', kept, held.value + rest.value)
}

function edgeFor({ clientStart, unit }: Task, i: number, home: number | undefined): number {
  for (let k = clientStart[i] as number; k < (clientStart[i + 1] as number); k++)
    if (unit[k] === home) return k
  return -1
}
