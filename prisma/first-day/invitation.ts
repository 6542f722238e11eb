// Accounts, memberships and the one-time links by which people choose their own password.
import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { addMember } from '../load-covenant'
import { refuse } from './mistakes'
import { knownTo, mistakesOf, type Row } from './people'
import { alone } from './prepare'

export type Link = {
  readonly name: string
  readonly email: string
  readonly link: string
  readonly until: Date
}

/** Until when a link can be used, for the people who get it: in Dutch time. */
export const untilOf = ({ until }: Link) =>
  new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  }).format(until)

export type Terms = {
  /** The address of the website, without a slash at its end. */
  readonly base: string
  readonly days: number
  /** Also a new link for who has a password already: they forgot it, and lose it by using the link. */
  readonly renew: boolean
}

/** A new link for this account. Whoever has an older one finds it dead. Only its hash is kept. */
async function newLink(client: pg.Client, accountId: string, { base, days }: Terms) {
  const token = randomBytes(32).toString('base64url')
  await client.query('DELETE FROM invitation WHERE account_id = $1 AND used_at IS NULL', [accountId])
  const { rows } = await client.query<{ until: Date }>(
    `INSERT INTO invitation (token_hash, account_id, expires_at)
     VALUES ($1, $2, clock_timestamp() + make_interval(days => $3)) RETURNING expires_at AS until`,
    [createHash('sha256').update(token).digest('hex'), accountId, days],
  )
  return { link: `${base}/login/invitation/${token}`, until: (rows[0] as { until: Date }).until }
}

async function hasPassword(client: pg.Client, accountId: string) {
  const sql = 'SELECT 1 FROM account WHERE id = $1 AND password_hash IS NOT NULL'
  return (await client.query(sql, [accountId])).rowCount !== 0
}

type Result = { readonly links: readonly Link[]; readonly people: number }

/**
 * Invites all of these people, or nobody. `keep` gets the links before the transaction ends: if they cannot
 * be kept nothing has happened, because nobody could read them back.
 */
export const invite = (
  ownerUrl: string,
  { rows, source }: { rows: readonly Row[]; source: string },
  terms: Terms,
  keep: (links: readonly Link[]) => void,
): Promise<Result> =>
  alone(ownerUrl, async (client) => {
    const known = await knownTo(client)
    refuse(mistakesOf(rows, known), source)
    const today = await client.query<{ day: string }>('SELECT current_date::text AS day')
    const from = today.rows[0]?.day ?? ''
    const accounts = new Map<string, Row>()
    for (const row of rows) {
      const { name, organisation, covenant, role } = row
      const email = known.accounts.get(row.email)?.email ?? row.email
      const member = { name, email, fictional: false, organisation, covenant, role, from }
      accounts.set((await addMember(client, member)).accountId, row)
    }
    const links: Link[] = []
    for (const [id, { name, email }] of accounts)
      if (terms.renew || !(await hasPassword(client, id)))
        links.push({ name, email, ...(await newLink(client, id, terms)) })
    keep(links)
    return { links, people: accounts.size }
  })
