import 'server-only'
// How the notices are doing, for whoever keeps watch over the installation.
import { Prisma, type Tx } from '../db/client'

type Row = { seen_at: Date | null; late: number; given_up: number }

/** ok · silent: no worker was there for ten minutes · late: something waits longer than an hour · givenUp: a mail in the last day, or a job. */
export type NoticesState = { readonly status: 'ok' | 'silent' | 'late' | 'givenUp' } & {
  readonly late: number
  readonly givenUp: number
}

const SILENCE = 600_000

export async function noticesState(
  tx: Pick<Tx, '$queryRaw'>,
  now: number = Date.now(),
): Promise<NoticesState> {
  const [row] = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT * FROM app.notices_state()`)
  const { seen_at, late, given_up: givenUp } = row as Row
  const silent = !seen_at || now - seen_at.getTime() > SILENCE
  const status = silent ? 'silent' : late ? 'late' : givenUp ? 'givenUp' : 'ok'
  return { status, late, givenUp }
}
