// What the engine solves: edges with a value, and caps on how many of them are taken. It knows no rule and no party.
import type { Edges } from './edges'
import type { Valued } from './network'
import type { Pool } from './pool'

/** At most `max` matches of these clients on these units; null is all of them. */
export type Cap = {
  readonly clients: Int32Array | null
  readonly units: Int32Array | null
  readonly max: number
}

export type Task = Valued & { readonly units: number; readonly caps: readonly Cap[] }

/** A matching: the edge of each client (-1 for none), its value, and a proven bound on what any matching is worth. */
export type Answer = {
  readonly edge: Int32Array
  readonly value: number
  readonly bound: number
  readonly prices: Prices
}

/** With whole values, less than 1 between a matching and its bound leaves nothing in between. */
export const isProven = ({ value, bound }: Pick<Answer, 'value' | 'bound'>): boolean => bound - value < 1

/** What one more place would be worth: of each client, unit and cap. They prove the bound: see certificate.ts. */
export type Prices = {
  readonly client: Float64Array
  readonly unit: Float64Array
  readonly cap: Float64Array
}

const idsWhere = <T extends { readonly id: number }>(
  list: readonly T[],
  is: (row: T) => boolean,
): Int32Array => Int32Array.from(list.filter(is), ({ id }) => id)

function grouped(list: readonly number[], groups: number): number[][] {
  const found = Array.from({ length: groups }, (): number[] => [])
  list.forEach((group, id) => {
    found[group]?.push(id)
  })
  return found
}

/** The task of a pool: points and fit, the caps of corporations, of providers, and of clients with intensive support in a neighbourhood. */
export function taskOf(pool: Pool, { clientStart, unit, fit }: Edges): Task {
  const value = new Float64Array(unit.length)
  for (const { id, points } of pool.clients)
    for (let k = clientStart[id] as number; k < (clientStart[id + 1] as number); k++)
      value[k] = points + (fit[k] as number)
  const { units, corporations, providers, neighbourhoods, clients } = pool
  const letBy = grouped(
    units.map(({ corporation }) => corporation),
    corporations.length,
  )
  const supportedBy = grouped(
    clients.map(({ provider }) => provider),
    providers.length,
  )
  const standIn = grouped(
    units.map(({ neighbourhood }) => neighbourhood),
    neighbourhoods.length,
  )
  const intensive = idsWhere(clients, (client) => client.intensive)
  const all = (lists: number[][], id: number) => Int32Array.from(lists[id] ?? [])
  const caps: Cap[] = [
    ...corporations.map(({ id, cap }) => ({ clients: null, units: all(letBy, id), max: cap })),
    ...providers.map(({ id, cap }) => ({ clients: all(supportedBy, id), units: null, max: cap })),
    ...neighbourhoods.map(({ id, intensiveCap }) => ({
      clients: intensive,
      units: all(standIn, id),
      max: intensiveCap,
    })),
  ]
  return { clientStart, unit, value, units: units.length, caps }
}
