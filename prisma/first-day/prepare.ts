// Makes a database ready for a real region: tables, rights, the application's sign-in, and never a demo.
import pg from 'pg'
import { migrateDeploy } from '../../tools/migrate.mjs'
import { Problem } from '../../tools/problem.mjs'
import { APP_ROLE, WORKER_ROLE } from '../../tools/roles.mjs'
import { asKernel } from '../load-covenant'
import { syncGrants } from '../sync-grants'

export type Urls = {
  readonly ownerUrl: string
  readonly appUrl: string
  /** Of the worker that sends mail; it can be let in later. */
  readonly workerUrl?: string | undefined
}

/** A role that is to sign in, and the setting that holds its address. */
type Guest = { readonly role: string; readonly setting: string; readonly url: string }

const codeOf = (error: unknown) => (error as { code?: string }).code ?? ''

/** Asks one question, signed in as this address says. */
export async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<T>(sql)).rows
  } catch (error) {
    // A server that asks a password, and an address without one: an error of the driver, which has no code.
    throw String(error).includes('client password') ? Object.assign(error as Error, { code: '28P01' }) : error
  } finally {
    // Also when it was not let in: the server would keep waiting for a password.
    await client.end()
  }
}

/** Runs `work` as the owner of the rights, in one transaction, and not beside another setup. */
export const alone = <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  asKernel(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('thuistafel setup'))")
    return work(client)
  })

/** nowhere: no such database · empty: no tables of ours · demo: made-up people · real: for a real region. */
export async function stateOf(ownerUrl: string): Promise<'nowhere' | 'empty' | 'demo' | 'real'> {
  try {
    const [found] = await ask<{ there: boolean }>(
      ownerUrl,
      "SELECT to_regclass('public.installation') IS NOT NULL AS there",
    )
    if (!found?.there) return 'empty'
  } catch (error) {
    if (codeOf(error) === '3D000') return 'nowhere'
    throw error
  }
  return asKernel(ownerUrl, async (client) => {
    // A demo that was cut off while it loaded has its people already, and not yet its mark.
    const { rows } = await client.query<{ demo: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM installation WHERE demo) OR EXISTS (SELECT 1 FROM account WHERE fictional) AS demo',
    )
    return rows[0]?.demo ? 'demo' : 'real'
  })
}

const letLogin = (role: string, password: string) =>
  `ALTER ROLE ${pg.escapeIdentifier(role)} LOGIN PASSWORD ${password}`

/** Why the application's role cannot be given a sign-in with the password of its address; null when it can. */
async function hindrance(ownerUrl: string, { role, setting, url }: Guest, refused: Error) {
  const { username, password } = new URL(url)
  if (decodeURIComponent(username) !== role)
    return new Problem(
      `${setting} cannot sign in (${refused.message}).`,
      `Let it name the role ${role}, which owns nothing; .env.example shows it.`,
    )
  if (!password)
    return new Problem(
      `${setting} has no password for ${role}, and the server asks one.`,
      `Put one in ${setting} (with special signs percent-encoded) and run the same command again.`,
    )
  const sql = `SELECT 1 FROM pg_roles WHERE rolcanlogin AND rolname = ${pg.escapeLiteral(role)}`
  // Somebody gave it another password already: what runs with that one would be locked out.
  if ((await ask(ownerUrl, sql)).length)
    return new Problem(
      `The role ${role} may sign in, but not with the password in ${setting} (${refused.message}).`,
      `Correct that password, or set it as a superuser of the server: ${letLogin(role, "'…'")};`,
    )
  return null
}

async function giveSignIn(ownerUrl: string, guest: Guest, refused: Error) {
  const problem = await hindrance(ownerUrl, guest, refused)
  if (problem) throw problem
  const { role, setting, url } = guest
  const password = decodeURIComponent(new URL(url).password)
  try {
    await ask(ownerUrl, letLogin(role, pg.escapeLiteral(password)))
  } catch (error) {
    if (codeOf(error) !== '42501') throw error
    throw new Problem(
      `The owner of the database may not let ${role} sign in (${(error as Error).message}).`,
      `Run this once as a superuser of the server, with the password of ${setting}: ${letLogin(role, "'…'")};`,
    )
  }
}

type Self = { name: string; above: boolean; member: boolean; here: string }

const SELF = `
  SELECT current_user AS name, pg_has_role(current_user, '${APP_ROLE}', 'USAGE') AS member,
         r.rolsuper OR r.rolbypassrls OR EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relname = 'spine') AS above,
         concat_ws(' ', current_database(), pg_postmaster_start_time()) AS here
    FROM pg_roles r WHERE r.rolname = current_user`

const twoDatabases = ({ setting }: Guest) =>
  new Problem(
    `${setting} and DATABASE_OWNER_URL name two different databases.`,
    'Let both name the same server and the same database.',
  )

/** Lets one role in, with the password of its address. */
async function letGuestIn(ownerUrl: string, guest: Guest): Promise<Self | undefined> {
  await ask(guest.url, 'SELECT 1').catch((error: Error) => {
    if (codeOf(error) === '3D000') throw twoDatabases(guest)
    if (!['28P01', '28000'].includes(codeOf(error))) throw error
    return giveSignIn(ownerUrl, guest, error)
  })
  const [[self], [owner]] = await Promise.all([ask<Self>(guest.url, SELF), ask<Self>(ownerUrl, SELF)])
  if (self?.here !== owner?.here) throw twoDatabases(guest)
  return self
}

/** Lets the application in, and the worker when it has an address; `role` is the application's, another one only in a test. */
export async function letIn({ ownerUrl, appUrl, workerUrl }: Urls, role: string = APP_ROLE) {
  const app = await letGuestIn(ownerUrl, { role, setting: 'DATABASE_URL', url: appUrl })
  if (!app || app.above || (!app.member && role === APP_ROLE))
    throw new Problem(
      `The application would sign in as "${app?.name}", for whom the rights of the database do not count.`,
      `Let DATABASE_URL name ${APP_ROLE}, and DATABASE_OWNER_URL the role that owns the tables.`,
    )
  if (workerUrl)
    await letGuestIn(ownerUrl, { role: WORKER_ROLE, setting: 'DATABASE_WORKER_URL', url: workerUrl })
}

/** Everything that the other commands need first. Doing it again changes nothing. */
export async function prepare(urls: Urls): Promise<string[]> {
  if ((await stateOf(urls.ownerUrl)) === 'demo')
    throw new Problem(
      'This database holds a demo, or a part of one: its people are made up and anyone may sign in as them.',
      'Make another, empty database for the real region and let DATABASE_OWNER_URL and DATABASE_URL name it.',
    )
  const applied = await migrateDeploy(urls.ownerUrl)
  await alone(urls.ownerUrl, async (client) => {
    await syncGrants(urls.ownerUrl)
    await client.query('INSERT INTO installation (id, demo) VALUES (1, false) ON CONFLICT DO NOTHING')
  })
  await letIn(urls)
  return applied.length ? [`The tables and the rights were made (${applied.length} migrations).`] : []
}
