// npm run backup: the whole database in one file and the files of papers in a folder, with beside them what must be true
// of both when they are put back.
import { createHash } from 'node:crypto'
import {
  chmodSync,
  createReadStream,
  existsSync,
  mkdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { copyFiles, filesFolder, filesIn } from './kept-files.mjs'
import { adminUrl, connect, majorFor, runProgram } from './pg-programs.mjs'
import { checkMachine } from './preconditions.mjs'
import { Problem, printProblem } from './problem.mjs'
import { witness } from './witness.mjs'

const HELP = `npm run backup -- FOLDER   writes thuistafel-<time>.dump, .json and .files to this folder, readable by you only`

export async function sha256(path) {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}

function folderOf([folder, more]) {
  if (!folder || more || folder.startsWith('-')) throw new Problem('Name one folder.', HELP)
  const path = resolve(process.env.INIT_CWD ?? '.', folder)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return path
}

/** Dumps and counts in one snapshot, while everybody goes on working. */
async function save(client, url, dump) {
  const major = await majorFor(client)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  const { rows } = await client.query('SELECT pg_export_snapshot() AS id, now() AS at')
  const args = ['--format=custom', '--compress=6', `--snapshot=${rows[0].id}`, `--file=${dump}`]
  await runProgram(major, 'pg_dump', args, url)
  const said = await witness(client)
  await client.query('COMMIT')
  return { at: rows[0].at, postgres: major, ...said }
}

async function backup(args) {
  const folder = folderOf(args)
  const url = adminUrl()
  const name = `thuistafel-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}Z`
  const dump = join(folder, `${name}.dump`)
  if (existsSync(dump)) throw new Problem(`${dump} is there already.`, 'Run the same command again.')
  const client = await connect(url)
  try {
    // Nobody else reads it, not even while it is written.
    writeFileSync(dump, '', { mode: 0o600 })
    chmodSync(dump, 0o600)
    const said = await save(client, url, dump)
    // After the rows: a file that a row speaks of is there before the row is.
    const kept = join(folder, `${name}.files`)
    copyFiles(filesFolder(), kept)
    const files = await filesIn(kept)
    const about = { ...said, sha256: await sha256(dump), files }
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(about, null, 2)}\n`, { mode: 0o600 })
    const rows = Object.values(said.rows).reduce((sum, n) => sum + n, 0)
    console.log(`${dump}: ${(statSync(dump).size / 1024 / 1024).toFixed(1)} MB, ${rows} rows`)
    console.log(`${kept}: ${Object.keys(files).length} files of papers, sealed as they are`)
    console.log(
      'The key that opens burgerservicenummers and files (FIELD_KEY) is not in it: keep that elsewhere.',
    )
  } catch (error) {
    rmSync(dump, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  checkMachine()
  await backup(process.argv.slice(2)).catch((error) => {
    printProblem(error)
    process.exitCode = 1
  })
}
