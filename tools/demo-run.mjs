// What `npm run demo` and `npm run dev` do, step by step, and how they stop again.
// Longer than 200 lines: one story, told in the order in which it happens.
import { rmSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { anchorKey } from './audit-key.mjs'
import { buildApp, generateClient } from './build.mjs'
import { isStopping, run, start, stopChild, stopChildren, stopOnSignal } from './children.mjs'
import { checkNotInUse, endLeftover, openDatabase } from './database.mjs'
import { optionsOf } from './options.mjs'
import { Problem, printProblem } from './problem.mjs'
import { keptSecret } from './secret.mjs'

/** Mails of the demo, to be read by whoever tries it: nobody gets one. */
const MAIL = '.data/mail'
const DATA = '.data/pg'
const NEXT = 'node_modules/next/dist/bin/next'
const ROOM_NEEDED = 600 * 1024 * 1024

const HELP = `npm run demo -- [options]
  --port N       the port of the website (3000, or PORT)
  --host NAME    the name it listens on (localhost: this machine only)
  --data FOLDER  where the embedded database keeps its data (.data/pg)
  --reset        throw that database away first and make it again
  --fast         for tests: the database does not wait for the disk, and no mail is written
  --no-build     start what was built before, even when the sources have changed
  --dev          Next's development server instead of a production build (npm run dev)`

const OPTIONS = {
  port: { type: 'string', default: process.env.PORT ?? '3000' },
  host: { type: 'string', default: 'localhost' },
  data: { type: 'string', default: DATA },
  reset: { type: 'boolean', default: false },
  fast: { type: 'boolean', default: false },
  dev: { type: 'boolean', default: false },
  'no-build': { type: 'boolean', default: false },
}

const begin = performance.now()
const seconds = () => ((performance.now() - begin) / 1000).toFixed(1).padStart(5)
const say = (line) => console.log(`${seconds()} s  ${line}`)

function asked() {
  const values = optionsOf(HELP, OPTIONS)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Problem(`--port ${values.port} is no port`, `These are the options:\n${HELP}`)
  return { ...values, port }
}

const taken = (port, host) =>
  new Promise((ok) => {
    const probe = createServer()
    probe.once('error', (e) =>
      ok(e.code === 'EADDRINUSE' ? 'taken' : e.code === 'EACCES' ? 'forbidden' : null),
    )
    probe.listen(port, host, () => probe.close(() => ok(null)))
  })

/** "localhost" may be either of two addresses; a browser tries both. */
async function checkPort(port) {
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => taken(port, host)))
  if (answers.includes('forbidden'))
    throw new Problem(
      `Port ${port} may not be used by an ordinary user.`,
      'Take one above 1024: npm run demo -- --port 3001',
    )
  if (!answers.includes('taken')) return
  const ours = await fetch(`http://localhost:${port}/api/health/live`, { signal: AbortSignal.timeout(2_000) })
    .then((r) => r.ok)
    .catch(() => false)
  if (ours)
    throw new Problem(
      `A previous server still answers at http://localhost:${port}.`,
      `Use it, stop it where it was started (Ctrl+C), or take another port: npm run demo -- --port ${port + 1} --data .data/pg2`,
    )
  throw new Problem(
    `Port ${port} is taken by another program.`,
    `Take another one: npm run demo -- --port ${port + 1}`,
  )
}

function checkRoom() {
  const { bavail, bsize } = statfsSync('.')
  if (bavail * bsize < ROOM_NEEDED)
    throw new Problem(
      `Only ${Math.round((bavail * bsize) / 1024 / 1024)} MB are free on this disk.`,
      'Make at least 1 GB free and run the same command again.',
    )
}

/** Of each database its own: the worker of one would tidy up the files of the other. */
const filesOf = (data) => (data === DATA ? '.data/files' : `${data}-files`)

function environment({ port, dev, data }) {
  const base = process.env.BASE_URL ?? `http://localhost:${port}`
  return {
    ...process.env,
    BASE_URL: base,
    NEXTAUTH_URL: base,
    NEXTAUTH_SECRET: keptSecret(),
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DEMO: '1',
    FILES_FOLDER: filesOf(data),
  }
}

async function seed(env) {
  // The condition makes "server-only" an empty module: the seed is the server here.
  const args = ['--conditions=react-server', '--import', 'tsx', 'prisma/seed.ts']
  const { code } = await run(args, { env, onLine: say })
  if (code !== 0)
    throw new Problem(
      'The demo world could not be loaded; the lines above say why.',
      'Correct that, then start afresh with "npm run demo -- --reset".',
    )
}

async function fillDatabase({ reset, data, fast }, env, opened) {
  if (reset) for (const folder of [MAIL, env.FILES_FOLDER]) rmSync(folder, { recursive: true, force: true })
  opened.opening = openDatabase({ data, fast, reset, log: say })
  Object.assign(opened, await opened.opening)
  Object.assign(env, { DATABASE_OWNER_URL: opened.ownerUrl, DATABASE_URL: opened.appUrl })
  await seed(env)
}

async function build() {
  const late = setTimeout(
    () => say('production build: being made, this takes a while (.data/build.log)'),
    500,
  )
  const built = await buildApp().finally(() => clearTimeout(late))
  say(built ? 'production build: made' : 'production build: up to date')
}

/** Database and build side by side: no page asks the database while it is built. */
async function prepare(o, env, opened) {
  if (await generateClient()) say('database client generated')
  const work = [
    fillDatabase(o, env, opened).catch(async (error) => {
      await stopChildren() // the build: nothing would be served from it
      throw error
    }),
  ]
  if (!o.dev && !o['no-build']) work.push(build())
  // When the build fails the demo world is still loaded to its end: half of one would be worse than waiting.
  const failed = (await Promise.allSettled(work)).find((r) => r.status === 'rejected')
  if (failed) throw failed.reason
}

async function waitUntilReady(o, web) {
  const deadline = Date.now() + 90_000
  let last = 'no answer'
  for (;;) {
    if (web.exitCode !== null || web.signalCode !== null)
      throw new Problem(
        'The web server stopped while it started; its lines above say why.',
        'Correct what they name; if the port is taken, add: --port 3001',
      )
    try {
      const url = `http://localhost:${o.port}/api/health/ready`
      const answer = await fetch(url, { signal: AbortSignal.timeout(15_000) })
      if (answer.ok) return
      last = `${answer.status} ${(await answer.text()).slice(0, 300)}`
    } catch (e) {
      last = e.cause?.code ?? e.message
    }
    if (Date.now() > deadline)
      throw new Problem(
        `The web server was not ready in 90 s (/api/health/ready: ${last}).`,
        'See the lines above; if this machine is very busy, simply try again.',
      )
    await new Promise((r) => setTimeout(r, 100))
  }
}

async function printPeople(base, port, note) {
  const answer = await fetch(`http://localhost:${port}/api/demo/people`).catch(() => null)
  const people = answer?.ok ? await answer.json().catch(() => []) : []
  const width = (key) => Math.max(0, ...people.map((p) => String(p[key] ?? '').length))
  const widths = { name: width('name'), role: width('role') }
  const covenants = [...new Set(people.map((p) => p.covenant))]
  if (people.length) console.log('\nFictional people to sign in as, with one click:')
  for (const covenant of covenants) {
    console.log(`\n  ${covenant}`)
    for (const p of people.filter((x) => x.covenant === covenant))
      console.log(`    ${p.name.padEnd(widths.name)}  ${p.role.padEnd(widths.role)}  ${p.organisation}`)
  }
  console.log(`${note}\nThuistafel is ready: ${base}   (stop it with Ctrl+C)`)
}

/** The worker of the demo: it has no key and no right of the website, and writes its mails to a folder. */
function startWorker(o, env, { workerUrl }) {
  if (o.fast || !workerUrl) return ''
  const without = {
    DATABASE_URL: '',
    DATABASE_OWNER_URL: '',
    NEXTAUTH_SECRET: '',
    FIELD_KEY: '',
    SMTP_URL: '',
  }
  const its = {
    DATABASE_WORKER_URL: workerUrl,
    MAIL_FOLDER: MAIL,
    MAIL_WAIT: '1',
    ANCHOR_KEY_FILE: anchorKey('.data', { keep: true }),
    ANCHOR_FOLDER: '.data/anchors',
  }
  start(['--conditions=react-server', '--import', 'tsx', 'tools/worker.ts'], {
    env: { ...env, ...without, ...its },
    // By the channel it notices when we are gone, however that came.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return `\nMails go to nobody: they are written to ${MAIL}, a minute after the step they tell of.`
}

/** npm passes a signal on to its shell, which dies of it without a word to us. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const parent = process.ppid
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 500).unref()
}

function serve(o, env) {
  const args = [NEXT, o.dev ? 'dev' : 'start', '-H', o.host, '-p', String(o.port)]
  // The website never holds the owner's key; empty, because Next would take an absent one from .env.
  return start(args, { env: { ...env, DATABASE_OWNER_URL: '' } })
}

export async function demo() {
  const opened = { stop: async () => {}, note: () => {} }
  stopOnSignal(async () => {
    // Told to stop while the database was being opened: first let it be open, then close it.
    Object.assign(opened, await opened.opening?.catch(() => ({})))
    await opened.stop()
    say('stopped')
    process.exit(0)
  })
  let web
  try {
    const o = asked()
    stopWithNpm()
    checkNotInUse(o.data)
    if (await endLeftover(o.data)) say('a web server of an earlier demo was still running: stopped')
    await checkPort(o.port)
    checkRoom()
    const env = environment(o)
    await prepare(o, env, opened)
    web = serve(o, env)
    opened.note({ url: env.BASE_URL, web: web.pid })
    await waitUntilReady(o, web)
    say('web server ready')
    await printPeople(env.BASE_URL, o.port, startWorker(o, env, opened))
    await new Promise((ok) => web.once('exit', ok))
    throw new Problem('The web server has stopped by itself.', 'See its last lines above and start it again.')
  } catch (error) {
    if (isStopping()) return
    if (web) await stopChild(web)
    await opened.stop()
    printProblem(error)
    process.exit(1)
  }
}
