import 'server-only'
// Files that nobody needs: whose step was never taken, or whose paper was withdrawn. The worker asks; the database answers
// yes or no for each, and says nothing of the papers.
import type { Client } from '../db/client'
import { log } from '../log'
import type { FileStore } from './folder'

/** In milliseconds: so long a file may be there before the step that speaks of it is taken. */
const RESPITE = 3_600_000
/** So many ids go in one question. */
const PAGE = 1_000

/** Removes them; returns how many there were. */
export async function tidyFiles(client: Client, store: FileStore, now = Date.now()): Promise<number> {
  const old = await store.before(now - RESPITE)
  let removed = 0
  for (let at = 0; at < old.length; at += PAGE) {
    const needless = await client.$queryRaw<{ id: string }[]>`
      SELECT f::text AS id FROM app.needless_files(${old.slice(at, at + PAGE)}::uuid[]) f`
    for (const { id } of needless) await store.remove(id)
    removed += needless.length
  }
  if (removed) log('info', { event: 'filesTidied', count: removed })
  return removed
}
