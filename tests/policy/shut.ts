// Who must find nothing at all, whatever their role and their organisation: access that is over, or has not begun.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Ground } from './agreements'
import { insertInto } from './rows'

/** Memberships by the reason why they count no more. */
export type Shut = Readonly<Record<string, string>>

const REASONS: Readonly<Record<string, object>> = {
  'it was ended': { ended_at: '2026-01-01T00:00:00Z' },
  'its last day has passed': { valid_until: '2026-01-01' },
  'it has not begun': { valid_from: '2999-01-01' },
  'the account is closed': {},
  'the organisation has left the covenant': {},
  'the organisation is a party of another covenant only': {},
}

/** An organisation that was a party of this covenant, or never was. */
async function outside(client: pg.ClientBase, covenant: string, until: string | null) {
  const id = randomUUID()
  await insertInto(client, 'organisation', [
    { id, key: id, name: id, kind: 'zorgaanbieder', fictional: true },
  ])
  await insertInto(client, 'covenant_party', [
    { covenant_id: covenant, organisation_id: id, valid_from: '2020-01-01', valid_until: until },
  ])
  return id
}

/** A mentor for each reason. Of who is outside, the covenant's own tafels would be there to read. */
export async function layShut(client: pg.ClientBase, ground: Ground): Promise<Shut> {
  const left = await outside(client, ground.here, '2026-01-01')
  const never = await outside(client, ground.elsewhere, null)
  const shut: Record<string, string> = {}
  for (const [reason, more] of Object.entries(REASONS)) {
    const [id, account] = [randomUUID(), randomUUID()]
    const closed = reason === 'the account is closed' ? '2026-01-01T00:00:00Z' : null
    const email = `${account}@voorbeeld.example`
    await insertInto(client, 'account', [
      { id: account, name: reason, email, fictional: true, deactivated_at: closed },
    ])
    const organisation_id = /left/.test(reason) ? left : /another/.test(reason) ? never : ground.mine
    const seat = { id, account_id: account, organisation_id, covenant_id: ground.here, role: 'mentor' }
    await insertInto(client, 'membership', [{ ...seat, valid_from: '2020-01-01', ...more }])
    shut[reason] = id
  }
  return shut
}

/** Those that find something after all, in words. */
export async function seenByShut(appUrl: string, shut: Shut): Promise<string[]> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const seen: string[] = []
  for (const [reason, membership] of Object.entries(shut)) {
    await client.query('BEGIN')
    await client.query(`SELECT set_config('app.membership', $1, true)`, [membership])
    const { rows } = await client.query<{ n: number }>(
      `SELECT (SELECT count(*) FROM spine)::int + (SELECT count(*) FROM case_identity)::int + (SELECT count(*) FROM journal)::int AS n`,
    )
    if (rows[0]?.n) seen.push(`${reason}: ${rows[0].n} rows`)
    await client.query('ROLLBACK')
  }
  await client.end()
  return seen
}
