// `npm run test:drafts -- --runs 100`: so often somebody who types is interrupted, and two people write the same.
import { run, stopOnSignal } from './children.mjs'
import { optionsOf } from './options.mjs'
import { checkMachine } from './preconditions.mjs'
import { explain, printProblem } from './problem.mjs'

checkMachine()
stopOnSignal()
const HELP = `npm run test:drafts -- [options]
  --runs N  so many interruptions and so many pairs of writers (100)`

const values = optionsOf(HELP, { runs: { type: 'string', default: '100' } })
const args = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts']
try {
  const env = { ...process.env, DRAFT_RUNS: values.runs }
  const { code } = await run([...args, 'journeys/interrupted.spec.ts', 'journeys/two-writers.spec.ts'], {
    env,
    onLine: (line) => console.log(line),
  })
  process.exitCode = code
} catch (error) {
  printProblem(explain(error))
  process.exitCode = 1
}
