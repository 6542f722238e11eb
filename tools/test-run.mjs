// What `npm test` and `npm run check` do.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildApp, generateClient } from './build.mjs'
import { run, stopOnSignal } from './children.mjs'
import { explain, printProblem } from './problem.mjs'

const BIN = {
  next: 'node_modules/next/dist/bin/next',
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
  playwright: 'node_modules/@playwright/test/cli.js',
}

const print = (line) => console.log(line)
// The children write into a pipe: what colour is right, only we can see.
const colour = process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
const env = { ...process.env, ...colour, NEXT_TELEMETRY_DISABLED: '1' }

/** A layer that is one question: its lines are shown only when the answer is no. */
async function question(...commands) {
  for (const args of commands) {
    const lines = []
    const { code } = await run(args, { env, onLine: (line) => lines.push(line) })
    if (code === 0) continue
    lines.forEach(print)
    return { passed: 0, failed: 1 }
  }
  return { passed: 1, failed: 0 }
}

/** A layer of tests, counted by its own report: a run that found no test has failed. */
async function tests(args, report, more, countsOf) {
  mkdirSync('.data/test', { recursive: true })
  rmSync(report, { force: true })
  const { code } = await run(args, { env: { ...env, ...more }, onLine: print })
  const counts = existsSync(report)
    ? countsOf(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  if (counts.passed + counts.failed === 0) print('No test was run.')
  const silent = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return { ...counts, failed: counts.failed + (silent ? 1 : 0) }
}

function vitest(name, projects) {
  const report = `.data/test/${name}.json`
  const args = [
    BIN.vitest,
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
  ]
  const only = projects.map((p) => `--project=${p}`)
  return tests([...args, `--outputFile.json=${report}`, ...only], report, {}, (r) => ({
    passed: r.numPassedTests,
    failed: r.numFailedTests,
    skipped: r.numPendingTests + r.numTodoTests,
  }))
}

function playwright() {
  const report = '.data/test/e2e.json'
  const args = [BIN.playwright, 'test', '--config', 'tests/playwright.config.ts', '--reporter=list,json']
  // Playwright sets its own wish, and Node warns of the two together.
  const more = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, NO_COLOR: process.env.NO_COLOR }
  return tests(args, report, more, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

async function types() {
  await generateClient()
  return question([BIN.next, 'typegen'], [BIN.tsc, '--noEmit'])
}

async function build() {
  await buildApp()
  return { passed: 1, failed: 0 }
}

// `check`: part of `npm run check`. `slow`: not worth starting when a layer above it has failed.
const LAYERS = [
  { name: 'types', check: true, run: types },
  { name: 'lint', check: true, run: () => question([BIN.biome, 'check', '--error-on-warnings', '.']) },
  { name: 'domain', check: true, run: () => vitest('domain', ['domain']) },
  { name: 'architecture', check: true, run: () => vitest('architecture', ['architecture']) },
  { name: 'schema', check: true, run: () => question(['tools/check-schema.mjs']) },
  { name: 'database', run: () => vitest('database', ['database']) },
  { name: 'build', slow: true, run: build },
  { name: 'rights', slow: true, run: () => vitest('rights', ['rights']) },
  { name: 'e2e', slow: true, run: playwright },
]

async function runLayer(layer) {
  print(`\n── ${layer.name} ${'─'.repeat(70 - layer.name.length)}`)
  const begin = performance.now()
  let counts
  try {
    counts = await layer.run()
  } catch (error) {
    printProblem(explain(error))
    counts = { passed: 0, failed: 1 }
  }
  const seconds = (performance.now() - begin) / 1000
  print(`${layer.name}: ${counts.failed ? 'failed' : 'good'} in ${seconds.toFixed(1)} s`)
  return { name: layer.name, seconds, skipped: 0, ...counts }
}

const sum = (results, key) => results.reduce((total, r) => total + r[key], 0)

function printTable(results, notRun) {
  const row = (name, ...cells) => print(name.padEnd(14) + cells.map((c) => String(c).padStart(9)).join(''))
  print('')
  row('layer', 'seconds', 'passed', 'failed')
  for (const r of results) row(r.name, r.seconds.toFixed(1), r.passed, r.failed)
  for (const name of notRun) row(name, '-', 'not run', '')
  row('all', sum(results, 'seconds').toFixed(1), sum(results, 'passed'), sum(results, 'failed'))
}

function chosen(args) {
  if (args.includes('--fast')) return LAYERS.filter((l) => l.check)
  const unknown = args.find((a) => !LAYERS.some((l) => l.name === a))
  if (unknown) {
    console.error(`There is no layer "${unknown}".\nChoose from: ${LAYERS.map((l) => l.name).join(', ')}`)
    process.exit(2)
  }
  return args.length ? LAYERS.filter((l) => args.includes(l.name)) : LAYERS
}

export async function test(args) {
  stopOnSignal()
  const results = []
  const notRun = []
  for (const layer of chosen(args)) {
    if (layer.slow && sum(results, 'failed')) notRun.push(layer.name)
    else results.push(await runLayer(layer))
  }
  printTable(results, notRun)
  const skipped = sum(results, 'skipped')
  const counts = `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed`
  // Alone on the last line, for people and for whatever runs this.
  print(`\nThuistafel: ${counts}${skipped ? `, ${skipped} skipped` : ''}`)
  process.exitCode = sum(results, 'failed') ? 1 : 0
}
