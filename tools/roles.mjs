// The roles of the database that sign in beside the owner: the website's, for whom row-level security holds, and the
// worker's, which may send mail and tidy up. Migrations make both without a sign-in.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import pg from 'pg'
import { Problem } from './problem.mjs'

export const APP_ROLE = 'thuistafel_app'
export const WORKER_ROLE = 'thuistafel_worker'
const PASSWORD_FILES = { [APP_ROLE]: '.data/app-password', [WORKER_ROLE]: '.data/worker-password' }

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** The same database, signed in as another role. */
function asRole(url, role, password = '') {
  const u = new URL(url)
  if (!u.hostname)
    throw new Problem(
      'DATABASE_URL names no host, so no second address can be made from it.',
      'Set both DATABASE_OWNER_URL and DATABASE_URL; .env.example shows them.',
    )
  u.searchParams.delete('user')
  u.searchParams.delete('password')
  u.username = role
  u.password = password
  return u.toString()
}

function keptPassword(role) {
  const file = PASSWORD_FILES[role]
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  }
  chmodSync(file, 0o600)
  return readFileSync(file, 'utf8').trim()
}

/**
 * Lets a role sign in. Who may sign in, and with what password, is a matter of the server, not of the schema.
 * `trusted`: the server asks no password (our own, on the loopback address).
 * @returns {Promise<string>} the address of the database for this role
 */
export async function letSignIn(ownerUrl, role, { trusted = false } = {}) {
  if (trusted) {
    await ask(ownerUrl, `ALTER ROLE ${role} LOGIN`)
    return asRole(ownerUrl, role)
  }
  const password = keptPassword(role)
  const url = asRole(ownerUrl, role, password)
  // A server that lets anyone in (trust) would pass this test with any password: harmless, it asks for none.
  const known = await ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  )
  if (!known) await ask(ownerUrl, `ALTER ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
  return url
}

const MAY_EVERYTHING = `
  SELECT current_user AS name,
         r.rolsuper OR r.rolbypassrls AS bypasses,
         EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relowner = r.oid AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema') AS owns
  FROM pg_roles r WHERE r.rolname = current_user`

/** Row-level security does not hold for a superuser or an owner: better no application than one without it. */
export async function checkAppRole(appUrl) {
  const [role] = await ask(appUrl, MAY_EVERYTHING)
  if (role.bypasses || role.owns)
    throw new Problem(
      `The application would sign in as "${role.name}", for whom the rights of the database do not count.`,
      `Let DATABASE_URL name ${APP_ROLE}, and DATABASE_OWNER_URL the role that owns the tables.`,
    )
}
