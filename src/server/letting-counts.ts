import 'server-only'
// Lettings by corporation and year, as they were tested at signing. Counted in the database for who asks; no row of a case leaves it.
import type { LettingCounts } from '@/domain/report/shares'
import type { Tx } from './db/client'

/** The lettings of the year of a day and of the one before, of the corporations that the actor reads. */
export const lettingCounts = (tx: Tx, day: string): Promise<LettingCounts[]> => tx.$queryRaw<LettingCounts[]>`
  /* letting counts */ SELECT * FROM app.letting_counts(${day}::date)`
