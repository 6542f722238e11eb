// npm run --silent match:replay -- RUN: computes a run once more from what it was made of, and says whether it is the same.
import { replay } from '../src/server/matching/replay'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'

const RUN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

async function main() {
  const [run = ''] = process.argv.slice(2)
  if (!RUN.test(run))
    throw new Problem('No run was named.', 'npm run --silent match:replay -- RUN, with the id of a run.')
  const found = await replay(run)
  if (!found)
    throw new Problem(
      'There is no such run that ended, or what it was made of has had its time.',
      'Runs can be computed again for half a year; the page with proposals names them.',
    )
  console.log(JSON.stringify(found))
  if (found.differs.length) process.exitCode = 1
}

checkMachine()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
process.exit()
