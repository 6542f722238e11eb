// The demo world with two websites behind one address, as compose.yaml starts them: what `npm run test:replicas` tests.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { keptSecret } from '../../tools/secret.mjs'
import { DATA } from '../e2e/journeys/before'
import { roundRobin } from './round-robin'

const port = Number(process.env.E2E_PORT ?? '3200')
const base = `http://localhost:${port}`
const [first, second] = [port + 1, port + 2]

const env = {
  ...process.env,
  BASE_URL: base,
  NEXTAUTH_URL: base,
  NEXTAUTH_SECRET: keptSecret(),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  DATABASE_URL: '',
  DATABASE_OWNER_URL: '',
}
const children: ChildProcess[] = []

function start(args: readonly string[], more: Record<string, string> = {}) {
  const child = spawn(process.execPath, args, { env: { ...env, ...more }, stdio: 'inherit' })
  children.push(child)
  return child
}

/** Waits until this website takes visitors; gives up when its process has ended. */
async function ready(website: number, child: ChildProcess) {
  while (child.exitCode === null) {
    const answer = await fetch(`http://localhost:${website}/api/health/ready`).catch(() => null)
    if (answer?.ok) return
    await new Promise((again) => setTimeout(again, 200))
  }
  throw new Error(`The website on port ${website} did not start`)
}

async function stop() {
  // The demo stops the database: the other website first.
  for (const child of children.toReversed()) {
    if (child.exitCode !== null) continue
    const ended = new Promise((done) => child.once('exit', done))
    child.kill('SIGTERM')
    await ended
  }
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)

const demo = start(['tools/demo.mjs', '--port', String(first), '--data', DATA, '--fast'])
await ready(first, demo)
const [, , , databasePort] = readFileSync(`${DATA}/postmaster.pid`, 'utf8').split('\n')
const other = start(['node_modules/next/dist/bin/next', 'start', '-H', 'localhost', '-p', String(second)], {
  DATABASE_URL: `postgresql://thuistafel_app@127.0.0.1:${databasePort}/thuistafel`,
  NODE_ENV: 'production',
  DEMO: '1',
})
await ready(second, other)
await roundRobin(port, [first, second])
console.log(`Two websites share the visitors of ${base}`)
