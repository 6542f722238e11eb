// Fills a database with the demo world, or adds a large world to it: npm run db:seed -- --cases 100000
import { checkMachine } from './preconditions.mjs'

const HELP = `npm run db:seed -- [options]
  --cases N      so many cases more, told by the rules of every step and copied in (0: the demo world only)
  --data FOLDER  the embedded database to fill (.data/pg); DATABASE_URL and DATABASE_OWNER_URL name another server
  --fast         the database does not wait for the disk: for a world that can be made again
  A million cases need some 80 GB of disk (docs/bench.md).`

const OPTIONS = {
  cases: { type: 'string', default: '0' },
  data: { type: 'string', default: '.data/pg' },
  fast: { type: 'boolean', default: false },
}

checkMachine()
const { stopOnSignal } = await import('./children.mjs')
const { printProblem } = await import('./problem.mjs')
const { optionsOf } = await import('./options.mjs')
const { fillWorld } = await import('./fill-world.mjs')

stopOnSignal()
const values = optionsOf(HELP, OPTIONS)
try {
  const opened = await fillWorld({ ...values, say: (line) => console.log(line) })
  await opened.stop()
} catch (error) {
  printProblem(error)
  process.exitCode = 1
}
