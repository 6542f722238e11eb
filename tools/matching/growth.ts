// How time grows with the edges: a line through the logarithms of both.
import { candidateEdges } from '../../src/domain/matching/engine/candidates'
import { solveFast } from '../../src/domain/matching/engine/cap-prices'
import { byNetwork } from './libraries'
import { type Asked, made } from './made'
import { shown, times } from './timed'

const CLIENTS = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000]

/** The slope of the line with the least squares. */
function slope(points: readonly (readonly [number, number])[]): number {
  const [x, y] = [0, 1].map((side) => points.map((point) => Math.log(point[side] as number)))
  const mean = (list: number[] = []) => list.reduce((sum, one) => sum + one, 0) / list.length
  const [middleX, middleY] = [mean(x), mean(y)]
  const across = (x ?? []).reduce((sum, one) => sum + (one - middleX) ** 2, 0)
  const along = (x ?? []).reduce((sum, one, at) => sum + (one - middleX) * ((y?.[at] ?? 0) - middleY), 0)
  return along / across
}

export async function growth({ rounds, ...asked }: Omit<Asked, 'size'> & { rounds: number }): Promise<void> {
  const rows: { edges: number; ms: Record<string, number> }[] = []
  for (const clients of CLIENTS) {
    const { pool, task } = made({ ...asked, size: [clients, clients / 5] })
    const ways = {
      'building edges': () => candidateEdges(pool),
      network: () => byNetwork(task),
      fast: () => solveFast(task),
    }
    const ms = await times(ways, clients > 8_000 ? 1 : rounds)
    rows.push({ edges: task.unit.length, ms })
    const each = Object.entries(ms).map(([name, time]) => `${name} ${shown(time)}`)
    console.log(`${clients} x ${clients / 5}, ${task.unit.length} edges: ${each.join(', ')}`)
  }
  for (const way of Object.keys(rows[0]?.ms ?? {})) {
    const points = rows.map(({ edges, ms }) => [edges, ms[way] as number] as const)
    console.log(`${way} grows with the edges to the power of ${slope(points).toFixed(2)}`)
  }
}
