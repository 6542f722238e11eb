// npm run worker: sends the notices by mail, calls the privacy officers, signs the chains of the journal, and removes what has had its time. Runs
// beside the website, as a role of the database that can do these things and nothing else. docs/operations.md says how it is kept.
import { raiseAlerts, watchChains } from '../src/server/alerts'
import { anchorChains, anchorKeyOf, type Seal, unanchoredChains } from '../src/server/anchors'
import { connect } from '../src/server/db/client'
import { workerEnv } from '../src/server/env'
import { folderStore } from '../src/server/files/folder'
import { tidyFiles } from '../src/server/files/tidy'
import { log, nameOf } from '../src/server/log'
import { deliver, type Office, tidy } from '../src/server/notices/deliver'
import { type Post, postOf } from '../src/server/notices/post'
import { noticesState } from '../src/server/notices/state'
import { failedJobs, reviveJobs, tellTerms } from '../src/server/notices/terms'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'

const ROUND = 15_000
const HOUR = 3_600_000

const HELP = `npm run worker              sends what is due, every fifteen seconds, until it is stopped
npm run worker -- --once    one round and one tidying, for a machine that calls it by the clock
npm run worker -- --health  says how the notices are doing; ends with 1 when somebody should look
npm run worker -- --failed  lists the jobs that failed; dead ones are not tried any more
npm run worker -- --again   tries the dead jobs from the start`

type Client = ReturnType<typeof connect>
type Settings = ReturnType<typeof workerEnv>
/** What is tidied, and after how many days. */
type Room = Parameters<typeof tidy>[0]

let stopping = false
const resting = new Set<() => void>()
const rest = (ms: number) =>
  new Promise<void>((done) => {
    const wake = () => {
      clearTimeout(timer)
      resting.delete(wake)
      done()
    }
    const timer = setTimeout(wake, ms)
    resting.add(wake)
  })

/** The worker must not be able to read a case, whatever somebody wrote in its settings. */
async function checkRole(client: Client) {
  const [role] = await client.$queryRaw<{ name: string; above: boolean }[]>`
    SELECT current_user AS name, has_any_column_privilege('spine', 'SELECT') OR has_any_column_privilege('account', 'SELECT') AS above`
  if (role?.above !== false)
    throw new Problem(
      `DATABASE_WORKER_URL names "${role?.name}", who may do more than the worker.`,
      'Let it name thuistafel_worker; .env.example shows it.',
    )
}

function settings(): Settings {
  try {
    return workerEnv()
  } catch (error) {
    throw new Problem((error as Error).message, 'Set them in .env or in the environment and start again.')
  }
}

function sayStart(post: Post | null, seal: Seal | null) {
  console.log(
    post
      ? `Notices go out ${post.where}`
      : 'No SMTP_URL is set: nobody gets mail, and what is new waits. The website works; old sessions are removed.',
  )
  if (!seal) console.log('No ANCHOR_KEY_FILE is set: the chains of the journal get no anchors.')
}

/** Who signs the chains; null without a key. A key that cannot be read is a fault, not an absence. */
function sealOf(client: Client, set: Settings): Seal | null {
  try {
    const key = anchorKeyOf(set.ANCHOR_KEY_FILE)
    return key && set.ANCHOR_FOLDER ? { client, key, folder: set.ANCHOR_FOLDER } : null
  } catch {
    throw new Problem(
      `${set.ANCHOR_KEY_FILE} is no private key.`,
      'Make one with "npm run audit:key -- FOLDER" and let ANCHOR_KEY_FILE name anchor-private.pem.',
    )
  }
}

/** A failure of the database or the mail server is logged, and tried again in the next round. */
async function attempt(work: () => Promise<unknown>) {
  try {
    await work()
  } catch (error) {
    log('error', { event: 'workerFailed', error: nameOf(error) })
  }
}

/** Calls the privacy officers, beside the mail: a mail server that lets us wait must not keep an alert from its page. */
async function keepWatching(client: Client) {
  while (!stopping) {
    await attempt(() => raiseAlerts({ client }))
    await attempt(() => watchChains({ client }))
    if (!stopping) await rest(ROUND)
  }
}

/** What has had its time goes: rows, and where this machine keeps files the files that no paper speaks of. */
async function tidyAll(room: Room, folder: string | undefined) {
  await attempt(() => tidy(room))
  if (folder) await attempt(() => tidyFiles(room.client, folderStore(folder)))
}

type Work = { room: Room; folder: string | undefined; office: Office | null; seal: Seal | null }

async function keepWorking({ room, folder, office, seal }: Work) {
  let tidied = 0
  while (!stopping) {
    await attempt(() => tellTerms(room))
    if (office) await attempt(() => deliver(office))
    if (seal) await attempt(() => anchorChains(seal))
    if (Date.now() - tidied > HOUR) {
      await tidyAll(room, folder)
      tidied = Date.now()
    }
    if (!stopping) await rest(ROUND)
  }
}

async function health(client: Client, signs: boolean) {
  const state = await noticesState(client)
  const unanchored = await unanchoredChains(client)
  console.log(JSON.stringify({ ...state, unanchored }))
  if (state.status !== 'ok' || (signs && unanchored)) process.exitCode = 1
}

async function work(args: readonly string[]) {
  const [asked = ''] = args
  if (asked === '--help') return console.log(HELP)
  if (!['', '--once', '--health', '--failed', '--again'].includes(asked))
    throw new Problem(`There is no option "${asked}".`, `These are the options:\n${HELP}`)
  const set = settings()
  const client = connect(set.DATABASE_WORKER_URL, 2)
  try {
    await checkRole(client)
    if (asked === '--health') return await health(client, !!set.ANCHOR_KEY_FILE)
    if (asked === '--failed') return console.log(JSON.stringify(await failedJobs(client), null, 2))
    if (asked === '--again') return console.log(`${await reviveJobs(client)} jobs are tried again`)
    const post = postOf(set)
    const office = post && { client, post, base: set.BASE_URL, wait: set.MAIL_WAIT, stopping: () => stopping }
    const seal = sealOf(client, set)
    const room = { client, draftDays: set.DRAFT_DAYS }
    sayStart(post, seal)
    const folder = set.FILES_FOLDER
    if (!asked) {
      await Promise.all([keepWatching(client), keepWorking({ room, folder, office, seal })])
      return
    }
    await raiseAlerts({ client })
    await watchChains({ client })
    await tellTerms({ client })
    if (office) await deliver(office)
    if (seal) await anchorChains(seal)
    await tidy(room)
    if (folder) await tidyFiles(client, folderStore(folder))
  } finally {
    await client.$disconnect()
  }
}

const stop = () => {
  stopping = true
  for (const wake of resting) wake()
}

checkMachine()
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
// Started by the demo, it ends with it.
process.on('disconnect', stop)
process.channel?.unref()
await work(process.argv.slice(2)).catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
