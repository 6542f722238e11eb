// npm run restore: puts a backup back into a database that is not there yet, and tells whether all of it came and still holds.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import pg from 'pg'
import { sha256 } from './backup.mjs'
import { checkFiles, checkNoFiles, copyFiles, filesFolder } from './kept-files.mjs'
import { adminUrl, connect, majorFor, runProgram } from './pg-programs.mjs'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'
import { APP_ROLE, WORKER_ROLE } from './roles.mjs'
import { brokenChains, differences, witness } from './witness.mjs'

const HELP = `npm run restore -- FILE.dump   DATABASE_ADMIN_URL names the server, and the database that is to be made`
const KERNEL = 'thuistafel_kernel'
const OWNER = 'thuistafel_owner'

function filesOf([file, more]) {
  if (!file || more || !file.endsWith('.dump')) throw new Problem('Name one file that ends in .dump.', HELP)
  const dump = resolve(process.env.INIT_CWD ?? '.', file)
  const about = dump.replace(/\.dump$/, '.json')
  for (const path of [dump, about])
    if (!existsSync(path))
      throw new Problem(`${path} is not there.`, 'A backup is two files: keep them together.')
  return { dump, about: JSON.parse(readFileSync(about, 'utf8')) }
}

/** Who owned what, and who may what, stands in the dump by name: the names must be there first. Passwords come later. */
async function makeRoles(server, major) {
  const { rows } = await server.query('SELECT rolname FROM pg_roles')
  const there = new Set(rows.map((r) => r.rolname))
  for (const [role, may] of [
    [OWNER, 'CREATEROLE'],
    [KERNEL, ''],
    [APP_ROLE, ''],
    [WORKER_ROLE, ''],
  ])
    if (!there.has(role)) await server.query(`CREATE ROLE ${role} NOLOGIN ${may}`)
  await server.query(`GRANT ${KERNEL} TO ${OWNER}`)
  // From PostgreSQL 16 on a role may only let those sign in that it administers.
  if (major >= 16)
    await server.query(
      `GRANT ${APP_ROLE}, ${WORKER_ROLE} TO ${OWNER} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE`,
    )
}

/** An empty database of this name; refuses one that is there. */
async function makeDatabase(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  const at = new URL(url)
  at.pathname = '/postgres'
  const server = await connect(at.toString())
  try {
    const major = await majorFor(server)
    const { rowCount } = await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rowCount)
      throw new Problem(
        `The database "${name}" is there already; a backup is never put over another.`,
        `Let DATABASE_ADMIN_URL name a new one, or rename that one: ALTER DATABASE ${pg.escapeIdentifier(name)} RENAME TO …;`,
      )
    await makeRoles(server, major)
    await server.query(
      `CREATE DATABASE ${pg.escapeIdentifier(name)} OWNER ${OWNER} TEMPLATE template0 ENCODING 'UTF8'`,
    )
    return major
  } finally {
    await server.end()
  }
}

async function check(url, about) {
  const client = await connect(url)
  try {
    await client.query('ANALYZE')
    const wrong = [...differences(about, await witness(client)), ...(await brokenChains(client))]
    if (wrong.length)
      throw new Problem(
        `What was put back is not what was saved:\n${wrong.join('\n')}`,
        'Do not let anybody work in it. Try an older backup, and keep this one to find out what happened.',
      )
  } finally {
    await client.end()
  }
}

async function restore(args) {
  const began = performance.now()
  const { dump, about } = filesOf(args)
  const url = adminUrl()
  if ((await sha256(dump)) !== about.sha256)
    throw new Problem(
      `${dump} is not the file that was written.`,
      'Take another copy of it, or an older backup.',
    )
  const kept = dump.replace(/\.dump$/, '.files')
  await checkFiles(kept, about.files)
  if (Object.keys(about.files ?? {}).length) checkNoFiles(filesFolder())
  const major = await makeDatabase(url)
  // All or nothing, and not a single line that fails.
  await runProgram(
    major,
    'pg_restore',
    ['--exit-on-error', '--single-transaction', `--dbname=${new URL(url).pathname.slice(1)}`, dump],
    url,
  )
  await check(url, about)
  copyFiles(kept, filesFolder(), Object.keys(about.files ?? {}))
  await checkFiles(filesFolder(), about.files)
  const rows = Object.values(about.rows).reduce((sum, n) => sum + n, 0)
  console.log(
    `${rows} rows are back as they were on ${about.at}, in ${((performance.now() - began) / 1000).toFixed(1)} s.`,
  )
  console.log(`All ${about.chains.length} chains of the journal hold and end where they did.`)
  console.log(`${Object.keys(about.files ?? {}).length} files of papers are back in ${filesFolder()}.`)
  console.log(
    'Now give the roles their passwords: ALTER ROLE thuistafel_owner LOGIN PASSWORD …; then npm run setup -- database',
  )
}

checkMachine()
await restore(process.argv.slice(2)).catch((error) => {
  printProblem(error)
  process.exitCode = 1
})
