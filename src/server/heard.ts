import 'server-only'
// What may be heard at a table: the rights of everybody who is there decide, and the database asks them.
import type { Tx } from './db/client'

/** The groups of facts of this case that everybody at the table of this tafel may read, and who asks. */
export async function heardAtTable(tx: Tx, tafel: string, kase: string): Promise<readonly string[]> {
  const [row] = await tx.$queryRaw<{ heard: string[] }[]>`
    SELECT app.heard_at_table(${tafel}::uuid, ${kase}::uuid) AS heard`
  return row?.heard ?? []
}

/** What whoever has no part in this case knows of it at this tafel, as its covenant says; null where that is nothing. */
export async function knownWithoutStake(tx: Tx, tafel: string, kase: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ known: string | null }[]>`
    SELECT app.without_stake(${tafel}::uuid, ${kase}::uuid) AS known`
  return row?.known ?? null
}
