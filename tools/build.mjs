// The Prisma client and the production build, each made again only when what it is made of has changed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, stopOnSignal } from './children.mjs'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'

const NEXT = 'node_modules/next/dist/bin/next'
const GENERATED = 'src/server/db/generated'
const CLIENT_MADE_OF = ['prisma/schema.prisma', 'package-lock.json']
const APP_MADE_OF = [
  'src',
  'public',
  'prisma/schema.prisma',
  'messages',
  'package-lock.json',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
]

function filesIn(path) {
  if (!existsSync(path) || path === GENERATED) return []
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((e) => (e.isDirectory() ? filesIn(join(path, e.name)) : [join(path, e.name)]))
}

/** One number for all these files and everything in these folders. */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) {
    const files = /\.\w+$/.test(path) ? [path].filter((p) => existsSync(p)) : filesIn(path)
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined)

export async function generateClient() {
  const hash = hashOf(CLIENT_MADE_OF)
  mkdirSync('.data', { recursive: true })
  if (existsSync(join(GENERATED, 'client.ts')) && read('.data/client-hash') === hash) return false
  const { code, tail } = await run(['node_modules/prisma/build/index.js', 'generate'])
  if (code !== 0)
    throw new Problem(
      `${tail}\n\nThe database client could not be made from prisma/schema.prisma.`,
      'Correct what the lines above name in prisma/schema.prisma and run the same command again.',
    )
  writeFileSync('.data/client-hash', hash)
  return true
}

/** With .next's own number: a build that someone made by hand in between is not taken for ours. */
const stamp = (hash) => `${hash} ${read('.next/BUILD_ID')}`

/** @returns {Promise<boolean>} whether anything had to be built */
export async function buildApp({ onLine } = {}) {
  mkdirSync('.data', { recursive: true })
  // Taken before the build: a file that is changed while it runs asks for another one.
  const hash = hashOf(APP_MADE_OF)
  if (existsSync('.next/BUILD_ID') && read('.data/build-hash') === stamp(hash)) return false
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const { code, tail } = await run([NEXT, 'build'], { env, log: '.data/build.log', onLine })
  if (code !== 0)
    throw new Problem(
      `${tail}\n\nThe production build failed; the whole of it is in .data/build.log.`,
      'Correct what the lines above name, or use "npm run dev", which needs no build.',
    )
  writeFileSync('.data/build-hash', stamp(hash))
  return true
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  checkMachine()
  stopOnSignal()
  try {
    await generateClient()
    const built = await buildApp({ onLine: (line) => console.log(line) })
    if (!built) console.log('Nothing has changed since the last build.')
  } catch (error) {
    printProblem(error)
    process.exitCode = 1
  }
}
