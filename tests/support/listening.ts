// A case that changes while pages are open: what the tests of live screens begin with.
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { Actor } from '@/domain/case/actor'
import { asActor } from '@/server/db/as-actor'
import { APART, Watch } from '@/server/live/watch'
import { type Cast, castOf, register } from './main-job'
import { type Region, region, take } from './region'

type Opened = { r: Region; cast: Cast; kase: string; watch: Watch }

let n = 0
/** Costs that were never told before. */
const costs = () => ({ placePerDay: 100_00 + n++, supportPerWeek: 280_00 })

/** By then whoever is told of something that just happened was told. */
const settled = () => new Promise((done) => setTimeout(done, 2 * APART + 200))

/** Opens a region for the tests of this file, and a watch for each of them. */
export function listening() {
  const opened = {} as Opened
  beforeAll(async () => {
    opened.r = await region('zuidoost-drenthe', 'flevoland')
    opened.cast = await castOf(opened.r)
    opened.kase = await register(opened.r, opened.cast)
  })
  afterAll(() => opened.r.close())
  beforeEach(() => {
    opened.watch = new Watch(opened.r.appUrl)
  })
  afterEach(() => opened.watch.close())

  /** A step of the mentor on this case. */
  const changes = (id = opened.kase) => take(opened.cast.mentor, 'recordCosts', id, costs())
  /** The version of a case that this person sees; null when they see none. */
  const versionFor = async (who: Actor, id = opened.kase) => {
    const found = await asActor(
      who,
      (tx) => tx.$queryRaw<{ version: number }[]>`SELECT version FROM spine WHERE id = ${id}::uuid`,
    )
    return found[0]?.version ?? null
  }
  return Object.assign(opened, { changes, costs, settled, versionFor })
}
