// Tasks so small that everything can be tried, and what trying everything finds.
import type { Cap, Task } from '@/domain/matching/engine/task'
import { numbersFrom } from './made-pool'

/** The best value by trying everything: client after client, every free unit or none. */
export function bestByTrying(task: Task): number {
  const counts = task.caps.map(() => 0)
  const touches = ({ clients, units }: Cap, i: number, j: number) =>
    (!clients || clients.includes(i)) && (!units || units.includes(j))
  const from = (i: number, taken: number): number => {
    if (i + 1 >= task.clientStart.length) return 0
    let best = from(i + 1, taken)
    for (let k = task.clientStart[i] as number; k < (task.clientStart[i + 1] as number); k++) {
      const j = task.unit[k] as number
      if (taken & (1 << j)) continue
      const touched = task.caps.flatMap((cap, c) => (touches(cap, i, j) ? [c] : []))
      if (touched.some((c) => (counts[c] as number) >= (task.caps[c]?.max ?? 0))) continue
      for (const c of touched) counts[c] = (counts[c] as number) + 1
      best = Math.max(best, (task.value[k] as number) + from(i + 1, taken | (1 << j)))
      for (const c of touched) counts[c] = (counts[c] as number) - 1
    }
    return best
  }
  return from(0, 0)
}

export type Shape = 'nested' | 'any'

/** A task small enough to try everything: caps nested within each other, or any. */
export function smallTask(seed: number, shape: Shape): Task {
  const { whole, chance } = numbersFrom(seed)
  const clients = whole(1, 7)
  const units = whole(1, 5)
  const clientStart = [0]
  const unit: number[] = []
  for (let i = 0; i < clients; i++) {
    for (let j = 0; j < units; j++) if (chance(0.6)) unit.push(j)
    clientStart.push(unit.length)
  }
  const some = (count: number) =>
    Int32Array.from(Array.from({ length: count }, (_, i) => i).filter(() => chance(0.5)))
  const firsts = (count: number) => Int32Array.from({ length: whole(1, count) }, (_, i) => i)
  const nested = [
    { clients: firsts(clients), units: null, max: whole(0, 3) },
    { clients: firsts(clients), units: null, max: whole(1, 4) },
    { clients: null, units: firsts(units), max: whole(1, 3) },
    { clients: null, units: firsts(units), max: whole(0, 3) },
  ]
  const any = Array.from({ length: whole(1, 4) }, () => ({
    clients: chance(0.7) ? some(clients) : null,
    units: chance(0.7) ? some(units) : null,
    max: whole(0, 2),
  }))
  return {
    clientStart: Int32Array.from(clientStart),
    unit: Int32Array.from(unit),
    value: Float64Array.from(unit, () => whole(1, 30)),
    units,
    caps: shape === 'nested' ? nested.filter(({ max }) => max > 0) : [...nested.slice(0, 2), ...any],
  }
}
