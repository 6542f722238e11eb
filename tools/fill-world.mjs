// An open database with a world in it: what the seed command and the benchmark have in common.
import { generateClient } from './build.mjs'
import { run } from './children.mjs'
import { openDatabase } from './database.mjs'
import { Problem } from './problem.mjs'
import { keptSecret } from './secret.mjs'

/**
 * Opens the database of a folder, or the one that DATABASE_URL names, and adds `cases` to its world.
 * @param {{ data: string, cases: string | number, fast?: boolean, say: (line: string) => void }} o
 */
export async function fillWorld({ data, cases, fast = false, say }) {
  await generateClient()
  const opened = await openDatabase({ data, fast, log: say })
  const env = {
    ...process.env,
    DATABASE_OWNER_URL: opened.ownerUrl,
    DATABASE_URL: opened.appUrl,
    BASE_URL: process.env.BASE_URL ?? 'http://localhost:3000',
    NEXTAUTH_SECRET: keptSecret(),
  }
  const args = ['--conditions=react-server', '--import', 'tsx', 'prisma/seed.ts', '--cases', String(cases)]
  const { code } = await run(args, { env, onLine: say })
  if (code === 0) return opened
  await opened.stop()
  throw new Problem(
    'The world could not be loaded; the lines above say why.',
    'Correct that and run the same command again; a batch that was not whole is not there.',
  )
}
