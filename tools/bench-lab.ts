// npm run bench:lab: when pages are painted and how fast they answer a hand, in a browser that is held back.
import { cpus, totalmem } from 'node:os'
import { type Browser, chromium } from '@playwright/test'
import { figuresOf, load, shareOf, table } from './bench/figures'
import { type Answered, type Asked, answersOf, type Held, largestPaint } from './bench/lab-browser'
import { type LabPage, labPages } from './bench/lab-pages'
import { openSite, type Site } from './bench/site'
import { findBrowser } from './browser.mjs'
import { buildApp, generateClient } from './build.mjs'
import { stopChildren, stopOnSignal } from './children.mjs'
import { optionsOf } from './options.mjs'
import { checkMachine } from './preconditions.mjs'
import { printProblem } from './problem.mjs'

const HELP = `npm run bench:lab -- [options]
  --worlds LIST  cases in each world, beside those of the demo (0,2000)
  --rounds N     how often each page is opened on each line (5)
  --cpu N        how many times slower than this machine the browser is (4)
  --only TEXT    only pages whose name has this in it
  --port N       the port of the first website (3950)`

const OPTIONS = {
  worlds: { type: 'string', default: '0,2000' },
  rounds: { type: 'string', default: '5' },
  cpu: { type: 'string', default: '4' },
  only: { type: 'string', default: '' },
  port: { type: 'string', default: '3950' },
} as const

/** In milliseconds: what a page may take until its largest part is there, and three of four answers to a hand. */
const GOAL = { largest: 1800, answer: 200 }
/** A mobile connection that is neither good nor bad. */
const LINE = { megabits: 10, latency: 40 }

const say = (line: string) => console.log(line)

type Seen = { readonly page: LabPage; near: number[]; line: number[]; answers: Answered[] }

/** Round after round, so that whatever disturbs the machine disturbs every page. */
async function look(browser: Browser, site: Site, o: { rounds: number; cpu: number; only: string }) {
  const pages = (await labPages(site)).filter(({ name }) => name.includes(o.only))
  const seen: Seen[] = pages.map((page) => ({ page, near: [], line: [], answers: [] }))
  const visitors = new Map<string, Asked['cookies']>()
  for (const { role } of pages) if (!visitors.has(role)) visitors.set(role, (await site.another(role)).held)
  // The first round warms the website up.
  for (let round = 0; round <= o.rounds; round++)
    for (const one of seen) {
      const ask = (held: Held): Asked => {
        const { path, role } = one.page
        return { base: site.base, path, cookies: visitors.get(role) ?? [], held }
      }
      const near = await largestPaint(browser, ask({ cpu: o.cpu }))
      if (round === 0) continue
      one.near.push(near)
      one.line.push(await largestPaint(browser, ask({ cpu: o.cpu, line: LINE })))
      one.answers.push(...(await answersOf(browser, ask({ cpu: o.cpu }))))
    }
  return seen
}

const against = (goal: number) => (n: number) => `${n.toFixed(0)}${n > goal ? ' (over)' : ''}`

function printed(seen: readonly Seen[]): string {
  const [largest, answer] = [against(GOAL.largest), against(GOAL.answer)]
  const head = [
    'ms',
    'LCP p50',
    'p75',
    `over ${LINE.megabits} Mbit/s: p50`,
    'p75',
    'answers',
    'INP p75',
    'max',
    'the slowest',
  ]
  const rows = seen.map(({ page, near, line, answers }) => {
    const [took, worst] = [answers.map((a) => a.took), [...answers].sort((a, b) => b.took - a.took)[0]]
    const [p50, slow] = [figuresOf(near).p50, figuresOf(line).p50]
    return [
      page.name,
      ...[p50, shareOf(near, 0.75), slow, shareOf(line, 0.75)].map(largest),
      String(answers.length),
      answer(shareOf(took, 0.75)),
      answer(worst?.took ?? Number.NaN),
      worst?.what ?? '',
    ]
  })
  return table(head, rows)
}

function printedByHand(seen: readonly Seen[]): string {
  const all = seen.flatMap(({ answers }) => answers)
  const rows = [...new Set(all.map(({ what }) => what))].map((what) => {
    const took = all.filter((a) => a.what === what).map((a) => a.took)
    return [
      what,
      String(took.length),
      ...[figuresOf(took).p50, shareOf(took, 0.75), Math.max(...took)].map((n) => n.toFixed(0)),
    ]
  })
  return table(['ms', 'times', 'p50', 'p75', 'max'], rows)
}

async function main() {
  const values = optionsOf(HELP, OPTIONS)
  await generateClient()
  await buildApp({ onLine: say })
  const { from, ...options } = await findBrowser()
  const browser = await chromium.launch(options)
  const [cpu] = cpus()
  say(
    `\n${cpus().length} × ${cpu?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Chromium ${browser.version()} (${from})`,
  )
  say(
    `goals: LCP ${GOAL.largest} ms, INP ${GOAL.answer} ms at p75, with a processor ${values.cpu} times slower`,
  )
  try {
    for (const [at, cases] of values.worlds.split(',').map(Number).entries()) {
      const site = await openSite(cases, Number(values.port) + at, say)
      try {
        const seen = await look(browser, site, {
          rounds: Number(values.rounds),
          cpu: Number(values.cpu),
          only: values.only,
        })
        say(
          `\nThe demo${cases ? ` and ${cases.toLocaleString('en')} cases` : ''}, load ${load()}\n\n${printed(seen)}\n\n${printedByHand(seen)}`,
        )
      } finally {
        await site.close()
      }
    }
  } finally {
    await browser.close()
    await stopChildren()
  }
}

checkMachine()
stopOnSignal()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
