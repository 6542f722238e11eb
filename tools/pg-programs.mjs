// The programs of PostgreSQL that save a database and put it back: pg_dump and pg_restore, as the server's packages bring them.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { Problem } from './problem.mjs'

const DEBIAN = '/usr/lib/postgresql'

/** Where the programs of this major version are, or any newer one: an older pg_dump cannot read a newer server. */
function folderFor(major) {
  const found = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .map(Number)
        .sort((a, b) => a - b)
    : []
  const fit = found.find((v) => v >= major && existsSync(join(DEBIAN, String(v), 'bin/pg_dump')))
  if (fit) return join(DEBIAN, String(fit), 'bin')
  const version = (() => {
    try {
      return Number(/\d+/.exec(execFileSync('pg_dump', ['--version'], { encoding: 'utf8' }))?.[0])
    } catch {
      return 0
    }
  })()
  if (version >= major) return ''
  throw new Problem(
    `pg_dump of PostgreSQL ${major} or newer is needed${version ? `, and this one is ${version}` : ', and there is none'}.`,
    `Install postgresql-client-${major}, or run this where the server's own programs are.`,
  )
}

/** The address as the programs want it: in the environment, so that no password stands in the list of processes. */
function environment(url) {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: decodeURIComponent(pathname.slice(1)),
  }
}

/** Runs one of the programs against the database of this address; the lines of its answer. */
export function runProgram(major, name, args, url) {
  const program = join(folderFor(major), name)
  return new Promise((ok, no) => {
    const child = spawn(program, args, { env: environment(url), stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    child.stdout.on('data', (d) => {
      out += d
    })
    child.stderr.on('data', (d) => {
      errors = (errors + d).slice(-4_000)
    })
    child.once('error', no)
    child.once('close', (code) => {
      if (code === 0) return ok(out.split('\n'))
      no(
        new Problem(
          `${name} failed:\n${errors.trim()}`,
          'Correct what it names and run the same command again.',
        ),
      )
    })
  })
}

export async function connect(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

const ABOVE = `SELECT r.rolsuper OR r.rolbypassrls AS above, current_setting('server_version_num')::int / 10000 AS major
  FROM pg_roles r WHERE r.rolname = current_user`

/** Which version the server has; refuses a role for whom row-level security would leave rows out of a backup. */
export async function majorFor(client) {
  const { rows } = await client.query(ABOVE)
  if (rows[0]?.above) return rows[0].major
  throw new Problem(
    'DATABASE_ADMIN_URL names a role that cannot see every row, so a backup by it would miss some.',
    'Let it name a superuser of the server, or a role with BYPASSRLS that may read all data; .env.example says more.',
  )
}

export function adminUrl() {
  const url = process.env.DATABASE_ADMIN_URL
  if (url) return url
  throw new Problem(
    'DATABASE_ADMIN_URL is not set.',
    'Set it in the shell, for this command only; .env.example says what it is.',
  )
}
