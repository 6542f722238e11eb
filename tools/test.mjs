// `npm test`: every layer in turn with its time and its counts. `npm run check`: the fast ones.
// `node tools/test.mjs database e2e`: only those.
import { checkMachine } from './preconditions.mjs'

checkMachine()
const { test } = await import('./test-run.mjs')
await test(process.argv.slice(2))
