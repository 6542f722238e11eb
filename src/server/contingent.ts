import 'server-only'
// What happened beside what was agreed about homes. Counted in the database for who asks; no row of a case leaves it.
import type { ContingentLine } from '@/domain/covenant/contingent'
import type { Counted } from '@/domain/report/ledger'
import type { Tx } from './db/client'

type Found = { line: number; waiting: number; delivered: number }

/** The lines that the actor reads of those that hold on a day, each with its homes. `lines` are those of that version. */
export async function contingentCounts(
  tx: Tx,
  lines: readonly ContingentLine[],
  day: string,
): Promise<Counted[]> {
  const found = await tx.$queryRaw<
    Found[]
  >`/* contingent */ SELECT * FROM app.contingent_counts(${day}::date)`
  return found.flatMap(({ line: at, ...counts }) => {
    const line = lines[at]
    return line ? [{ line, ...counts }] : []
  })
}
