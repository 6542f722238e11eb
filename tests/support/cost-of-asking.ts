// What a question costs: the rows that it looks at, by Postgres' own count.
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import type { Tx } from '@/server/db/client'

/** `of`: the rows by table. */
type Cost = { rows: number; whole: string[]; of: Readonly<Record<string, number>> }

/** Tables that grow with the number of cases. */
const grows = (table: string) =>
  /^(case_|dwelling_|offer_|tafel_|spine|relation|turn|party|journal)/.test(table)

type Read = { table: string; scans: number; rows: number }

/** What was read in this transaction until now, by Postgres' own count: also inside functions and policies. */
const readUntilNow = (tx: Tx) => tx.$queryRaw<Read[]>`
  SELECT relname AS table, seq_scan::int AS scans, (seq_tup_read + coalesce(idx_tup_fetch, 0))::int AS rows FROM pg_stat_xact_user_tables`

/** How many rows of tables that grow a question looked at, and which of them it read from end to end. */
export async function costOfAsking(who: Actor, ask: (tx: Tx) => Promise<unknown>): Promise<Cost> {
  return asActor(who, async (tx) => {
    const before = new Map((await readUntilNow(tx)).map((read) => [read.table, read]))
    await ask(tx)
    const after = (await readUntilNow(tx)).filter(({ table }) => grows(table))
    const of = Object.fromEntries(
      after.map(({ table, rows }) => [table, rows - (before.get(table)?.rows ?? 0)]),
    )
    return {
      of,
      rows: Object.values(of).reduce((sum, rows) => sum + rows, 0),
      whole: after.flatMap(({ table, scans }) => (scans > (before.get(table)?.scans ?? 0) ? [table] : [])),
    }
  })
}
