// npm run reseal: after a change of FIELD_KEY, every burgerservicenummer, every draft and the key of every file is sealed with
// the new one. docs/operations.md.
import { reseal, resealFiles } from '../prisma/reseal'
import { files } from '../src/server/files/receive'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'

async function main() {
  const { DATABASE_OWNER_URL: ownerUrl } = process.env
  if (!ownerUrl)
    throw new Problem(
      'DATABASE_OWNER_URL is not set.',
      'Give it in the shell, beside the settings of the website with FIELD_KEY and FIELD_KEY_OLD.',
    )
  const { sealed, seen } = await reseal(ownerUrl)
  console.log(`${sealed} of ${seen} numbers and drafts were sealed anew; none is left under an older key.`)
  const its = await resealFiles(files())
  console.log(`${its.sealed} of ${its.seen} files were sealed anew; none is left under an older key.`)
}

checkMachine()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
