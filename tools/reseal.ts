// npm run reseal: after a change of FIELD_KEY, every burgerservicenummer and every draft is sealed with the new one. docs/operations.md.
import { reseal } from '../prisma/reseal'
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
}

checkMachine()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
