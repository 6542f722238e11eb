// The two ways into the database: as the role that owns it (migrations, rights) and as the role of the
// application, which owns nothing, so that row-level security holds for it. Ours (embedded) or a server of yours.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { startEmbedded, stopEmbedded } from './embedded-pg.mjs'
import { migrateDeploy } from './migrate.mjs'
import { Problem } from './problem.mjs'
import { APP_ROLE, checkAppRole, letSignIn, WORKER_ROLE } from './roles.mjs'

export const DATABASE = 'thuistafel'

/** The command line of a running process; empty when there is none, undefined where that cannot be read. */
function commandOf(pid) {
  try {
    process.kill(pid, 0)
  } catch (e) {
    if (e.code !== 'EPERM') return ''
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return existsSync('/proc') ? '' : undefined
  }
}

const lockOf = (data) => {
  const file = `${resolve(data)}.lock`
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8') || '{}') : {}
}

/** One demo on a data folder: the first to stop would stop the database under the other. */
export function checkNotInUse(data) {
  const { pid, url } = lockOf(data)
  if (!pid || pid === process.pid || !(commandOf(pid) ?? 'tools/demo').includes('tools/demo')) return
  throw new Problem(
    `Thuistafel already runs on this data (process ${pid}${url ? `, ${url}` : ''}).`,
    `Use that one, stop it with "kill ${pid}", or start a second with "--data .data/pg2 --port 3001".`,
  )
}

/** The web server of a demo that was killed: it would keep the port. Its own number only, and only if it is one. */
export async function endLeftover(data) {
  const { web } = lockOf(data)
  if (!web || !/next/.test(commandOf(web) ?? '')) return false
  process.kill(web, 'SIGTERM')
  for (let i = 0; i < 100 && commandOf(web); i++) await new Promise((r) => setTimeout(r, 50))
  return true
}

function claim(data) {
  checkNotInUse(data)
  const file = `${data}.lock`
  mkdirSync(dirname(data), { recursive: true })
  const note = (facts) => writeFileSync(file, JSON.stringify({ pid: process.pid, ...facts }))
  note({})
  return { note, release: () => rmSync(file, { force: true }) }
}

async function removeData(data) {
  if (!existsSync(data)) return
  if (!existsSync(join(data, 'PG_VERSION')))
    throw new Problem(
      `${data} is not a folder of our database, so it is not removed.`,
      'Name another folder with --data, or empty this one yourself.',
    )
  await stopEmbedded(data)
  rmSync(data, { recursive: true, force: true })
}

async function openEmbedded({ data, fast, reset, log }) {
  const lock = claim(data)
  try {
    if (reset) await removeData(data)
    const server = await startEmbedded({ dataDir: data, unsafeFast: fast })
    log(`embedded Postgres on port ${server.port}${server.started ? '' : ' (it was still running)'}`)
    // Also when it was found running: whoever started it is gone, or the lock would have refused us.
    const stop = async () => {
      await stopEmbedded(data)
      lock.release()
    }
    return { ownerUrl: server.url(DATABASE), trusted: true, stop, note: lock.note }
  } catch (error) {
    lock.release()
    throw error
  }
}

function openGiven({ reset, log }) {
  const { DATABASE_URL, DATABASE_OWNER_URL, DATABASE_WORKER_URL } = process.env
  const ownerUrl = DATABASE_OWNER_URL ?? DATABASE_URL
  if (reset)
    throw new Problem(
      '--reset only removes the database of our own, not one on a server that DATABASE_URL names.',
      `Drop and create the database "${new URL(ownerUrl).pathname.slice(1)}" there yourself, then start without --reset.`,
    )
  log(`the database at ${new URL(ownerUrl).host}`)
  const appUrl = DATABASE_URL && DATABASE_OWNER_URL ? DATABASE_URL : undefined
  return {
    ownerUrl,
    appUrl,
    workerUrl: DATABASE_WORKER_URL,
    trusted: false,
    stop: async () => {},
    note: () => {},
  }
}

/**
 * Opens the database, brings it up to date and lets the application's role in.
 * DATABASE_URL and DATABASE_OWNER_URL both set: used as they are. One of them: it is the owner's, and the
 * application's address is made from it. Neither: an embedded server in the folder `data`.
 * @param {{ data?: string, fast?: boolean, reset?: boolean, log?: (line: string) => void }} [o] fast: for tests, no durability
 * @returns {Promise<{ ownerUrl: string, appUrl: string, workerUrl: string, stop: () => Promise<void>, note: (facts: object) => void }>}
 */
export async function openDatabase({ data = '.data/pg', fast = false, reset = false, log = () => {} } = {}) {
  const given = process.env.DATABASE_URL || process.env.DATABASE_OWNER_URL
  const opened = given
    ? openGiven({ reset, log })
    : await openEmbedded({ data: resolve(data), fast, reset, log })
  try {
    const applied = await migrateDeploy(opened.ownerUrl)
    log(applied.length ? `migrations applied: ${applied.length}` : 'migrations: up to date')
    const { ownerUrl, stop, note } = opened
    const appUrl = opened.appUrl ?? (await letSignIn(ownerUrl, APP_ROLE, opened))
    await checkAppRole(appUrl)
    // Whoever gave the application's address keeps its roles: then a worker is theirs to give as well.
    const workerUrl =
      opened.workerUrl || (opened.appUrl ? '' : await letSignIn(ownerUrl, WORKER_ROLE, opened))
    return { ownerUrl, appUrl, workerUrl, stop, note }
  } catch (error) {
    await opened.stop()
    throw error
  }
}
