import 'server-only'
// Homes that last: counted in the database for whoever may know the counts, and the cases behind them by the rights of who asks.
import type { Counted } from '@/domain/report/retention'
import type { Number as Asked } from '@/domain/report/retention-asked'
import { Prisma, type Tx } from './db/client'

/** The first and the last day on which the keys were handed over that are counted, and today: 'yyyy-mm-dd'. */
export type KeysOf = { readonly from: string; readonly until: string; readonly today: string }

/** The counts that the actor may know, of the covenant and by party. No row of a case leaves the database. */
export const retentionCounts = (tx: Tx, { from, until, today }: KeysOf) =>
  tx.$queryRaw<
    Counted[]
  >`/* retention */ SELECT c."by", c.organisation::text, c.age, c.persons, c.reached, c.home, c.guided, c.well FROM app.retention_counts(${from}::date, ${until}::date, ${today}::date) c`

export type KeptCase = { readonly id: string; readonly number: string }

const thatAre: Readonly<Record<Asked['what'], Prisma.Sql>> = {
  reached: Prisma.sql`true`,
  home: Prisma.sql`h.home`,
  guided: Prisma.sql`h.guided`,
  well: Prisma.sql`h.well`,
}
const of = { provider: Prisma.sql`h.provider`, corporation: Prisma.sql`h.corporation` }

/** The cases behind a number, at most so many of those that the actor reads: all of it, or a part. */
export const keptCases = (tx: Tx, { from, until, today }: KeysOf, asked: Asked, limit: number) =>
  tx.$queryRaw<
    KeptCase[]
  >`/* behind retention */ SELECT h.id::text, h.number FROM app.homes_at(${from}::date, ${until}::date, ${today}::date) h
    WHERE h.age = ${asked.age} AND ${thatAre[asked.what]} AND ${
      asked.by === 'covenant'
        ? Prisma.sql`true`
        : Prisma.sql`${of[asked.by]} IS NOT DISTINCT FROM ${asked.organisation}::uuid`
    } ORDER BY h.number LIMIT ${limit}`
