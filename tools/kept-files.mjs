// The files of papers, for a backup and for putting it back: copied as they are, sealed, each with its checksum.
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, createReadStream, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Problem } from './problem.mjs'

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where the website keeps them, by the same setting. */
export const filesFolder = () =>
  resolve(process.env.INIT_CWD ?? '.', process.env.FILES_FOLDER || '.data/files')

const namesIn = (folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((n) => ID.test(n))
        .sort()
    : []

async function checksum(path) {
  const hash = createHash('sha256')
  for await (const part of createReadStream(path)) hash.update(part)
  return hash.digest('hex')
}

/** Every file of a folder with its checksum, in the order of their names. */
export async function filesIn(folder) {
  const files = {}
  for (const name of namesIn(folder)) files[name] = await checksum(join(folder, name))
  return files
}

/** Copies these files; what is removed meanwhile is needed by nobody. */
export function copyFiles(from, to, names = namesIn(from)) {
  if (!names.length) return
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const name of names) {
    try {
      copyFileSync(join(from, name), join(to, name))
      chmodSync(join(to, name), 0o600)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
  }
}

/** Throws when a file of the backup is gone or another than was written. */
export async function checkFiles(folder, files = {}) {
  const found = await filesIn(folder)
  const wrong = Object.keys(files).filter((name) => found[name] !== files[name])
  if (wrong.length)
    throw new Problem(
      `${wrong.length} files in ${folder} are not those that were written, ${wrong[0]} among them.`,
      'Take another copy of that folder, or an older backup.',
    )
}

/** Throws when the folder of the website holds files already: a backup is never put over another. */
export function checkNoFiles(folder) {
  if (namesIn(folder).length)
    throw new Problem(`There are files in ${folder} already.`, 'Let FILES_FOLDER name an empty folder.')
}
