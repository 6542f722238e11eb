// Seals every burgerservicenummer with the key of now: after a change of FIELD_KEY, while everybody goes on working.
import { isSealedNow, open, seal } from '../src/server/db/seal'
import { asKernel } from './load-covenant'

/** So many a transaction. */
const PAGE = 200

type Row = { person: string; number: string }

/** One page, from this person on; each row is locked until it is written, so no number that is recorded meanwhile is lost. */
const page = (ownerUrl: string, after: string) =>
  asKernel(ownerUrl, async (client) => {
    const { rows } = await client.query<Row>(
      'SELECT person_id::text AS person, number FROM case_bsn WHERE person_id > $1::uuid ORDER BY person_id LIMIT $2 FOR UPDATE',
      [after, PAGE],
    )
    const old = rows.filter(({ number }) => !isSealedNow(number))
    for (const { person, number } of old)
      await client.query('UPDATE case_bsn SET number = $2 WHERE person_id = $1', [person, seal(open(number))])
    return { sealed: old.length, seen: rows.length, last: rows.at(-1)?.person }
  })

/** Returns how many numbers were sealed anew, of how many. Can be run again after it was broken off. */
export async function reseal(ownerUrl: string): Promise<{ sealed: number; seen: number }> {
  const sum = { sealed: 0, seen: 0 }
  for (let after: string | undefined = '00000000-0000-0000-0000-000000000000'; after; ) {
    const done: Awaited<ReturnType<typeof page>> = await page(ownerUrl, after)
    sum.sealed += done.sealed
    sum.seen += done.seen
    after = done.last
  }
  return sum
}
