// `npm run test:fuzz -- --runs 10000 --seed 7`: sends that many inputs to the production build.
import { buildApp, generateClient } from './build.mjs'
import { run, stopOnSignal } from './children.mjs'
import { optionsOf } from './options.mjs'
import { checkMachine } from './preconditions.mjs'
import { explain, printProblem } from './problem.mjs'

checkMachine()
stopOnSignal()
const HELP = `npm run test:fuzz -- [options]
  --runs N  so many inputs (10000)
  --seed N  what they are made from, to send the same ones again (another one each time)`

const values = optionsOf(HELP, {
  runs: { type: 'string', default: '10000' },
  seed: { type: 'string', default: String(Date.now()) },
})
const args = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--project',
  'rights',
]
try {
  await generateClient()
  await buildApp()
  const env = { ...process.env, FUZZ_RUNS: values.runs, FUZZ_SEED: values.seed }
  const { code } = await run([...args, 'tests/rights/fuzz.test.ts'], {
    env,
    onLine: (line) => console.log(line),
  })
  process.exitCode = code
} catch (error) {
  printProblem(explain(error))
  process.exitCode = 1
}
