// npm run bench:live: how long it takes until a second browser hears of a step. docs/bench.md tells how it is measured.
import { cpus, loadavg } from 'node:os'
import { figuresOf } from './bench/figures'
import { homesOf } from './bench/pages'
import { openSite, type Site } from './bench/site'
import { filledIn, sent } from './bench/step-on-the-web'
import { buildApp, generateClient } from './build.mjs'
import { stopChildren, stopOnSignal } from './children.mjs'
import { optionsOf } from './options.mjs'
import { checkMachine } from './preconditions.mjs'
import { printProblem } from './problem.mjs'

const HELP = `npm run bench:live -- [options]
  --cases N   the size of the world, made once and kept (1000)
  --steps N   how many steps are taken with one process, and with two (120)
  --port N    the port of the first website; the second comes after it (3900)`

const OPTIONS = {
  cases: { type: 'string', default: '1000' },
  steps: { type: 'string', default: '120' },
  port: { type: 'string', default: '3900' },
} as const

const WARMING = 5
/** Longer than news to one page lies apart: each step is news by itself. */
const APART = 600

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))

type Waits = { readonly sent: number[]; readonly answered: number[]; readonly cpu: number }

/** Takes steps at the site, one by one, while a coordinator listens at this base to all that they may see. */
async function measure(site: Site, steps: number, base?: string): Promise<Waits> {
  const homes = await homesOf(site, 50)
  const [bySent, byAnswer]: [number[], number[]] = [[], []]
  let heard: ((at: number) => void) | undefined
  const leave = await site.sees('coordinator').listen('/cases', () => heard?.(performance.now()), base)
  for (let n = -WARMING; n < steps; n++) {
    const form = await filledIn(site.sees('mentor'), homes[(n + WARMING) % homes.length] as (typeof homes)[0])
    const told = new Promise<number>((ok, no) => {
      heard = ok
      setTimeout(() => no(new Error('Not heard within ten seconds')), 10_000).unref()
    })
    const began = performance.now()
    await sent(site.sees('mentor'), form)
    const answered = performance.now()
    const at = await told
    if (n >= 0) bySent.push(at - began)
    if (n >= 0) byAnswer.push(Math.max(0, at - answered))
    await pause(APART)
  }
  leave()
  return { sent: bySent, answered: byAnswer, cpu: loadavg()[0] ?? 0 }
}

function line(what: string, { sent: bySent, answered, cpu }: Waits) {
  const of = (list: number[]) => {
    const { p50, p95 } = figuresOf(list)
    return `${p50.toFixed(0)} | ${p95.toFixed(0)} | ${Math.max(...list).toFixed(0)}`
  }
  return `| ${what} | ${answered.length} | ${of(answered)} | ${of(bySent)} | ${cpu.toFixed(1)} |`
}

async function main() {
  const values = optionsOf(HELP, OPTIONS)
  await generateClient()
  await buildApp({ onLine: console.log })
  const [steps, port] = [Number(values.steps), Number(values.port)]
  const site = await openSite(Number(values.cases), port, console.log)
  try {
    const one = await measure(site, steps)
    const other = await site.beside(port + 1)
    const two = await measure(site, steps, other.base)
    await other.stop()
    console.log(`\n${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; milliseconds\n`)
    console.log('| | Steps | p50 after its answer | p95 | most | p50 after it was sent | p95 | most | Load |')
    console.log('|---|---:|---:|---:|---:|---:|---:|---:|---:|')
    console.log(line('heard at the same process', one))
    console.log(line('heard at another process', two))
  } finally {
    await site.close()
    await stopChildren()
  }
}

checkMachine()
stopOnSignal()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
