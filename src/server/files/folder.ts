import 'server-only'
// Where the bytes of papers stand: one interface, and the folder behind it. It knows names at random and sealed bytes.
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Keeps bytes under an id. */
export type FileStore = {
  /** Throws where nothing can be kept. */
  readonly check: () => Promise<void>
  /** Kept for good when this returns: written whole and on the disk, or not there at all. */
  readonly put: (id: string, bytes: Uint8Array) => Promise<void>
  /** Null: there is no such file. */
  readonly get: (id: string) => Promise<Buffer | null>
  /** Nothing happens where there is none. */
  readonly remove: (id: string) => Promise<void>
  /** The ids that were kept before this moment, in milliseconds since 1970. */
  readonly before: (moment: number) => Promise<string[]>
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const HALF = '.half'

const isAbsent = (error: unknown) => (error as { code?: string }).code === 'ENOENT'
/** What goes wrong because it is not there is no mistake. */
const orNothing = (error: unknown): null => {
  if (isAbsent(error)) return null
  throw error
}

async function onDisk(path: string) {
  const folder = await open(path, 'r')
  await folder.sync()
  await folder.close()
}

async function writeWhole(path: string, bytes: Uint8Array) {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What was kept before a moment; what was cut off while it was written before then is nobody's, and goes. */
async function keptBefore(folder: string, moment: number): Promise<string[]> {
  const names = (await readdir(folder).catch(orNothing)) ?? []
  const old: string[] = []
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(orNothing)
    if (!found || found.mtimeMs >= moment) continue
    if (name.endsWith(HALF)) await rm(join(folder, name), { force: true })
    else if (ID.test(name)) old.push(name)
  }
  return old
}

/** Files in one folder, shared by every website behind one address; nobody but its user reads them. */
export function folderStore(folder: string): FileStore {
  const at = (id: string) => {
    if (!ID.test(id)) throw new Error('No id of a file')
    return join(folder, id)
  }
  const put: FileStore['put'] = async (id, bytes) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const half = join(folder, `${randomUUID()}${HALF}`)
    try {
      await writeWhole(half, bytes)
      await rename(half, at(id))
      await onDisk(folder)
    } catch (error) {
      await rm(half, { force: true })
      throw error
    }
  }
  const check = async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.R_OK | constants.W_OK)
  }
  return {
    check,
    put,
    get: (id) => readFile(at(id)).catch(orNothing),
    remove: (id) => rm(at(id), { force: true }),
    before: (moment) => keptBefore(folder, moment),
  }
}
