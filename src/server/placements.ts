import 'server-only'
// How many clients live where a dwelling is. The database counts, and leaves out what this person may not know.
import type { Tx } from './db/client'

/** `n` is null where the count is too small to show; `most` is what the corporation thinks the place can bear. */
type Placed = { readonly n: number | null; readonly most: number | null }
export const places = ['entrance', 'complex', 'neighbourhood'] as const
export type Placements = Readonly<Partial<Record<(typeof places)[number], Placed>>>

/** By place; what is left out is nobody's to know, or the dwelling has no such place. */
export async function placementsAround(tx: Tx, dwelling: string): Promise<Placements> {
  const [row] = await tx.$queryRaw<{ placed: Placements | null }[]>`
    SELECT app.placements_around(${dwelling}::uuid) AS placed`
  return row?.placed ?? {}
}
