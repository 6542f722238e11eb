// npm run bench:web: what pages and a step cost on worlds of different sizes. docs/bench.md tells how it is measured.
import { cpus, totalmem } from 'node:os'
import { load } from './bench/figures'
import { measurePages, measureSteps, type Steps } from './bench/measure'
import { openSite, type Site } from './bench/site'
import { pageTable, shareTable, stepTable } from './bench/tables'
import { buildApp, generateClient } from './build.mjs'
import { stopChildren, stopOnSignal } from './children.mjs'
import { optionsOf } from './options.mjs'
import { checkMachine } from './preconditions.mjs'
import { printProblem } from './problem.mjs'
import { keptSecret } from './secret.mjs'

const HELP = `npm run bench:web -- [options]
  --worlds LIST  sizes of the worlds to compare (1000,100000)
  --million      a world of 1,000,000 cases too: some 80 GB of disk in .data, and hours to make
  --rounds N     how often each page is asked (200)
  --steps N      how many steps are compared (120)
  --port N       the port of the first website; the others come after it (3900)`

const OPTIONS = {
  worlds: { type: 'string', default: '1000,100000' },
  million: { type: 'boolean', default: false },
  rounds: { type: 'string', default: '200' },
  steps: { type: 'string', default: '120' },
  port: { type: 'string', default: '3900' },
} as const

const say = (line: string) => console.log(line)

async function stepsOf(sites: readonly Site[], count: number): Promise<Map<number, Steps>> {
  // What the server reads when a step is caught in this process; the databases are opened already.
  Object.assign(process.env, { DATABASE_URL: 'none', NEXTAUTH_SECRET: keptSecret(), LOG_LEVEL: 'silent' })
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date())
  const found = new Map<number, Steps>()
  for (const site of sites) found.set(site.cases, await measureSteps(site, today, count))
  return found
}

async function measure(sites: readonly Site[], rounds: number, steps: number) {
  const [cpu] = cpus()
  say(
    `\n${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${load()}\n`,
  )
  const sizes = sites.map(({ cases }) => cases)
  const measured = await measurePages(sites, rounds)
  say(`The answers:\n\n${pageTable(measured, sizes, 'took')}\n`)
  say(
    `What they took of a processor, website and database together:\n\n${pageTable(measured, sizes, 'ran')}\n`,
  )
  say(shareTable(measured, sizes))
  say(`\nload ${load()}\n`)
  say(stepTable(await stepsOf(sites, steps)))
  say(`\nload ${load()}`)
}

async function main() {
  const values = optionsOf(HELP, OPTIONS)
  const sizes = [...values.worlds.split(',').map(Number), ...(values.million ? [1_000_000] : [])]
  await generateClient()
  await buildApp({ onLine: say })
  const sites: Site[] = []
  try {
    for (const [at, cases] of sizes.entries())
      sites.push(await openSite(cases, Number(values.port) + at, say))
    await measure(sites, Number(values.rounds), Number(values.steps))
  } finally {
    for (const site of sites) await site.close()
    await stopChildren()
  }
}

checkMachine()
stopOnSignal()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
