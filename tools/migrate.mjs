// `prisma migrate deploy` without the CLI: the same engine, called in this process.
import { realpathSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run, stopOnSignal } from './children.mjs'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'
import { createDatabase, openEngine } from './schema-engine.mjs'

export async function migrationsList(dir) {
  const entries = (await readdir(dir, { withFileTypes: true }))
    .filter((d) => d.isDirectory())
    .map((d) => d.name)
    .sort()
  return {
    baseDir: dir,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(join(dir, 'migration_lock.toml'), 'utf8').catch(() => null),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      entries.map(async (path) => ({
        path,
        migrationFile: {
          path: 'migration.sql',
          content: await readFile(join(dir, path, 'migration.sql'), 'utf8').then(
            (value) => ({ tag: 'ok', value }),
            (e) => ({ tag: 'error', value: String(e) }),
          ),
        },
      })),
    ),
  }
}

export async function migrateDeploy(
  url,
  dir = fileURLToPath(new URL('../prisma/migrations', import.meta.url)),
) {
  await createDatabase(url)
  const { engine, close } = await openEngine(url)
  // The engine leaves its 10-second lock timer running, which would keep this process alive.
  const { setTimeout } = globalThis
  globalThis.setTimeout = (...args) => {
    const timer = setTimeout(...args)
    timer.unref?.()
    return timer
  }
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: await migrationsList(dir),
      filters: { externalTables: [], externalEnums: [] },
    })
    return appliedMigrationNames
  } finally {
    globalThis.setTimeout = setTimeout
    await close()
  }
}

async function migrateAndGrant() {
  const url = process.env.DATABASE_OWNER_URL
  if (!url)
    throw new Problem(
      'DATABASE_OWNER_URL is not set.',
      'Set it to the address of the database, signed in as the role that owns it; .env.example says how.',
    )
  const applied = await migrateDeploy(url)
  console.log(applied.length ? `Applied: ${applied.join(', ')}` : 'The tables were up to date.')
  const args = ['--conditions=react-server', '--import', 'tsx', 'prisma/sync-grants.ts']
  const { code } = await run(args, { onLine: (line) => console.log(line) })
  if (code !== 0)
    throw new Problem(
      'The tables are up to date, but the rights could not be written; the lines above say why.',
      'Correct that and run "npm run db:migrate" again before you start the application.',
    )
}

// npm run db:migrate: on a server of your own, before a new version is started.
if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  checkMachine()
  stopOnSignal()
  try {
    await migrateAndGrant()
  } catch (error) {
    printProblem(error)
    process.exitCode = 1
  }
}
