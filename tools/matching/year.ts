// A year in which clients and homes come day by day: what is worth waiting for? Everything is held against what somebody could
// have done who knew the whole year beforehand.
import { candidateEdges } from '../../src/domain/matching/engine/candidates'
import { clientOfEdges } from '../../src/domain/matching/engine/cap-edges'
import { solveFast } from '../../src/domain/matching/engine/cap-prices'
import type { Pool } from '../../src/domain/matching/engine/pool'
import { type Task, taskOf } from '../../src/domain/matching/engine/task'
import { madePool, numbersFrom } from '../../tests/support/matching/made-pool'
import type { Asked } from './made'

const DAYS = 365
const WEEK = 7
/** A home that is promised to nobody for so many days goes to somebody else. */
const DECIDED_WITHIN = 21
/** So many of the clients wait when the year begins. */
const WAITING = 0.4
const FORBIDDEN = -1

type Year = {
  readonly pool: Pool
  readonly task: Task
  readonly client: Int32Array
  readonly comes: { readonly client: readonly number[]; readonly unit: readonly number[] }
}

function yearOf({ seed, size, region }: Asked): Year {
  const { whole, chance } = numbersFrom(seed + 9000)
  const given = madePool(seed, ...size, region)
  const pool = { ...given, clients: given.clients.map((one) => ({ ...one, fromDay: 0, toDay: DAYS })) }
  const task = { ...taskOf(pool, candidateEdges(pool)), caps: [] }
  return {
    pool,
    task,
    client: clientOfEdges(task),
    comes: {
      client: pool.clients.map(() => (chance(WAITING) ? 0 : whole(1, DAYS))),
      unit: pool.units.map(() => whole(0, DAYS)),
    },
  }
}

/** The best of the edges that may be taken. */
function bestOf({ task, client }: Year, may: (i: number, j: number) => boolean): Int32Array {
  const value = task.value.map((worth, k) =>
    may(client[k] as number, task.unit[k] as number) ? worth : FORBIDDEN,
  )
  return solveFast({ ...task, value }).edge
}

type Done = {
  readonly homeOf: Map<number, number>
  readonly taken: Set<number>
  worth: number
  tier1: number
  waited: number
}

function take(year: Year, done: Done, { k, day }: { k: number; day: number }): void {
  const [i, j] = [year.client[k] as number, year.task.unit[k] as number]
  done.homeOf.set(i, j)
  done.taken.add(j)
  done.worth += year.task.value[k] as number
  if (year.pool.clients[i]?.tier === 1) done.tier1++
  done.waited += day - (year.comes.client[i] as number)
}

const isOpen =
  ({ comes }: Year, done: Done, day: number) =>
  (i: number, j: number) =>
    !done.homeOf.has(i) &&
    !done.taken.has(j) &&
    (comes.client[i] as number) <= day &&
    (comes.unit[j] as number) <= day &&
    day - (comes.unit[j] as number) <= DECIDED_WITHIN

/** A way to live through the year: what is promised on a day. */
type Way = (year: Year, done: Done, day: number) => void

/** Every home at once to whoever comes first of those who fit, as soon as somebody does. */
const firstInLine: Way = (year, done, day) => {
  const open = isOpen(year, done, day)
  const points = (k: number) => year.pool.clients[year.client[k] as number]?.points ?? 0
  const edges = Array.from(year.task.unit.keys()).filter((k) =>
    open(year.client[k] as number, year.task.unit[k] as number),
  )
  for (const k of edges.sort((a, b) => points(b) - points(a) || a - b))
    if (open(year.client[k] as number, year.task.unit[k] as number)) take(year, done, { k, day })
}

/** The best of each week; `only`: homes that cannot wait for the next, or all. */
const weekly =
  (only: 'all' | 'expiring'): Way =>
  (year, done, day) => {
    if (day % WEEK !== 0) return
    for (const k of bestOf(year, isOpen(year, done, day))) {
      if (k < 0) continue
      const waits = day + WEEK - (year.comes.unit[year.task.unit[k] as number] as number) <= DECIDED_WITHIN
      if (only === 'all' || !waits) take(year, done, { k, day })
    }
  }

const ways: Readonly<Record<string, Way>> = {
  'each home to the first in line, daily': firstInLine,
  'the best of each week, all of it': weekly('all'),
  'the best of each week, homes that cannot wait': weekly('expiring'),
}

export function years(asked: Asked, seeds: readonly number[]): void {
  const found: Record<string, Record<string, number>[]> = {}
  for (const seed of seeds) {
    const year = yearOf({ ...asked, seed })
    const ever = bestOf(
      year,
      (i, j) => (year.comes.client[i] as number) <= (year.comes.unit[j] as number) + DECIDED_WITHIN,
    )
    const most = ever.reduce((sum, k) => sum + (k < 0 ? 0 : (year.task.value[k] as number)), 0)
    for (const [name, way] of Object.entries(ways)) {
      const done: Done = { homeOf: new Map(), taken: new Set(), worth: 0, tier1: 0, waited: 0 }
      for (let day = 0; day <= DAYS + DECIDED_WITHIN; day++) way(year, done, day)
      const row = {
        share: done.worth / most,
        housed: done.homeOf.size,
        tier1: done.tier1,
        days: done.waited / done.homeOf.size,
      }
      found[name] = [...(found[name] ?? []), row]
    }
  }
  console.log(`\n${asked.size.join(' x ')}, ${asked.region}, a year, seeds ${seeds.join(', ')}`)
  for (const [name, rows] of Object.entries(found)) {
    const mean = (key: string) => rows.reduce((sum, row) => sum + (row[key] ?? 0), 0) / rows.length
    console.log(
      `  ${name.padEnd(48)}${mean('share').toFixed(3)} of hindsight, housed ${mean('housed').toFixed(0)}, tier 1 ${mean('tier1').toFixed(0)}, waited ${mean('days').toFixed(0)} days`,
    )
  }
}
