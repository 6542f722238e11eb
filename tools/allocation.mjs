// npm run test:allocation -- --attempts 10000: proposes the same clients for the same dwellings by several processes that are killed, and
// counts what was promised twice or lost.
import { spawnSync } from 'node:child_process'
import { optionsOf } from './options.mjs'

const HELP = `npm run test:allocation -- [options]
  --attempts N  so many proposals, by four processes that are killed over and over (1000)`

const values = optionsOf(HELP, { attempts: { type: 'string', default: '1000' } })
const args = [
  'run',
  '--config',
  'tests/vitest.config.ts',
  '--project',
  'database',
  'tests/server/allocation.test.ts',
]
const env = { ...process.env, ALLOCATION_ATTEMPTS: values.attempts }
const { status } = spawnSync('node_modules/.bin/vitest', args, { stdio: 'inherit', env })
process.exitCode = status ?? 1
