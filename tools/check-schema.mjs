// Do prisma/migrations, applied from nothing, give the tables that prisma/schema.prisma describes?
// Exit 2: they do not; the SQL that is missing is printed. Needs no database but the embedded one;
// TEST_DATABASE_URL names another server, as a role that may create databases.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrationsList } from './migrate.mjs'
import { openEngine } from './schema-engine.mjs'
import { startThrowaway } from './throwaway.mjs'

const path = fileURLToPath(new URL('../prisma/schema.prisma', import.meta.url))
const given = process.env.TEST_DATABASE_URL
const server = given ? undefined : await startThrowaway()
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
  for (const [, table] of r.stdout.matchAll(/CREATE TABLE "((?:case|dwelling|offer|tafel|membership)_\w+)"/g))
    console.log(`-- and its rights: SELECT app.protect('<compartment>', '${table}', '<key>', <append-only>);`)
  await close()
} finally {
  await server?.stop()
}
process.exit(exit)
