// One world and one website in front of it, for all tests of a file: opened before the first, closed after the last.
import { afterAll, beforeAll } from 'vitest'
import { formOf, type Pairs } from './posts'
import { type Website, website } from './website'
import { type World, world } from './world'

export let w: World
export let site: Website
/** The fields that a form of this website carries besides its answers; for tests that ask for it. */
export let form: Pairs

export function openBefore({ withForm = false } = {}) {
  beforeAll(async () => {
    w = await world()
    site = await website(w.region.appUrl)
    if (withForm) form = await formOf(site, w.lookers.find(({ name }) => name === 'mentor, ours') as never)
  }, 120_000)
  afterAll(async () => {
    await site?.close()
    await w?.close()
  })
}
