// Do prisma/migrations, applied from nothing, give the tables that prisma/schema.prisma describes?
// Exit 2: they do not; the SQL that is missing is printed. Needs no database but the embedded one;
// TEST_DATABASE_URL names another server, as a role that may create databases.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrationsList } from './migrate.mjs'
import { openEngine } from './schema-engine.mjs'
import { startThrowaway } from './throwaway.mjs'

const tables = /CREATE TABLE "((?:case|dwelling|offer|tafel|membership)_(\w+))" \((.*?)\n\);/gs
/** For each new table of a compartment the line without which nobody can read or write it. */
const rightsOf = (sql) =>
  [...sql.matchAll(tables)].map(([, table, name, columns]) => {
    const compartment = name.replace(/_(\w)/g, (_, c) => c.toUpperCase())
    const key = /"(subject_id|person_id|household_id)"/.exec(columns)?.[1]
    const appended = columns.includes('"seq" BIGSERIAL')
    return `SELECT app.protect('${compartment}', '${table}', '${key}', ${appended});`
  })

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
    exit ? `-- prisma/migrations lacks:\n${r.stdout}` : 'prisma/migrations and prisma/schema.prisma agree',
  )
  for (const right of rightsOf(r.stdout)) console.log(right)
  await close()
} finally {
  await server?.stop()
}
process.exit(exit)
