// A region in which files with clients are brought in.
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { bringInAll, claimImport } from '@/server/imports/bring-in'
import { countsOf, importsOf } from '@/server/imports/keep'
import { type Cast, castOf } from './main-job'
import { type Region, region } from './region'

export let r: Region
export let cast: Cast

/** One region for all tests of a file; no import is left by one for the next. */
export function openImporting() {
  beforeAll(async () => {
    r = await region()
    cast = await castOf(r)
  })
  afterEach(async () => {
    await r.kernel('DELETE FROM import')
    await r.kernel(`DELETE FROM job WHERE kind = 'import'`)
  })
  afterAll(() => r.close())
}

/** Works on the import that waits; how many clients came in, or null where none waits. */
export const run = async (stopping?: () => boolean) => {
  const claimed = await claimImport()
  return claimed ? bringInAll(claimed, stopping) : null
}
export const counts = (id: string, who: Actor = cast.mentor) => asActor(who, (tx) => countsOf(tx, id))
export const state = (id: string) => asActor(cast.mentor, async (tx) => (await importsOf(tx, id))[0]?.state)
