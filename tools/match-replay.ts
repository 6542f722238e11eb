// npm run --silent match:replay -- RUN: computes a run once more from what it was made of, and says whether it is the same. With a
// file of rules of a covenant it says how many they would add, remove and move.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { preview, replay } from '../src/server/matching/replay'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'

const RUN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Rules of a covenant as its file has them: the list `matching.agreed`. */
const rulesIn = (file: string): unknown =>
  JSON.parse(readFileSync(resolve(process.env.INIT_CWD ?? '.', file), 'utf8'))

async function main() {
  const [run = '', file] = process.argv.slice(2)
  if (!RUN.test(run))
    throw new Problem(
      'No run was named.',
      'npm run --silent match:replay -- RUN [RULES.json], with the id of a run.',
    )
  const found = file ? await preview(run, rulesIn(file)) : await replay(run)
  if (!found)
    throw new Problem(
      'There is no such run that ended, or what it was made of has had its time.',
      'Runs can be computed again for half a year; the page with proposals names them.',
    )
  console.log(JSON.stringify(found))
  if ('differs' in found && found.differs.length) process.exitCode = 1
}

checkMachine()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
process.exit()
