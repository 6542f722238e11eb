// Which client may take which unit, and how well it fits: rows of clients, one after the other, in typed arrays.
import { fitPoints } from './fit-points'
import type { Pool } from './pool'
import { exchangeRules, judge } from './rules'

/** Client i may take unit[k] with fit[k], for clientStart[i] <= k < clientStart[i + 1]; units ascend within a client. */
export type Edges = {
  readonly clientStart: Int32Array
  readonly unit: Int32Array
  readonly fit: Int16Array
}

/** The edges as one text, whose sha256 is how two solvers see that they speak of the same ones. */
export const textOf = ({ clientStart, unit, fit }: Edges): string =>
  [clientStart, unit, fit].map((column) => column.join(',')).join('|')

/** The edges by asking every rule of every pair: slow, and plainly right. */
export function edgesByAsking(pool: Pool): Edges {
  const clientStart = [0]
  const unit: number[] = []
  const fit: number[] = []
  for (const client of pool.clients) {
    for (const home of pool.units) {
      if (judge(exchangeRules, pool, [client, home]).some(({ passes }) => !passes)) continue
      unit.push(home.id)
      fit.push(fitPoints(client, home, pool))
    }
    clientStart.push(unit.length)
  }
  return {
    clientStart: Int32Array.from(clientStart),
    unit: Int32Array.from(unit),
    fit: Int16Array.from(fit),
  }
}
