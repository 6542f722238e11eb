// Do prisma/migrations, applied from nothing, give the tables that prisma/schema.prisma describes?
// Exit 2: they do not; the SQL that is missing is printed. Needs no database but the embedded one;
// TEST_DATABASE_URL names another server, as a role that may create databases.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbedded } from './embedded-pg.mjs'
import { migrationsList } from './migrate.mjs'
import { openEngine } from './schema-engine.mjs'

const path = fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url))
const given = process.env.TEST_DATABASE_URL
const dir = given ? undefined : mkdtempSync(join(tmpdir(), 'pgcheck-'))
const server = dir && (await startEmbedded({ dataDir: dir, unsafeFast: true }))
let exit = 1
try {
  const { engine, close } = await openEngine(given ?? server.url('postgres'))
  const r = await engine.diff({
    from: {
      tag: 'migrations',
      ...(await migrationsList(fileURLToPath(new URL('../prisma/migrations', import.meta.url)))),
    },
    to: { tag: 'schemaDatamodel', files: [{ path, content: readFileSync(path, 'utf8') }] },
    script: true,
    exitCode: true,
    filters: { externalTables: [], externalEnums: [] },
  })
  exit = r.exitCode
  console.log(
    exit ? `prisma/migrations lacks:\n${r.stdout}` : 'prisma/migrations and prisma/schema.prisma agree',
  )
  await close()
} finally {
  await server?.stop()
  if (dir) rmSync(dir, { recursive: true, force: true })
}
process.exit(exit)
