// How much script a page makes the browser fetch: people on a visit have a telephone and a bad connection.
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** The most that a page may take, in kB (1000 bytes) as they go over the line. */
const MOST_SCRIPT = 150

/** A page that shows every part of the design system at once weighs what no page of the work weighs. */
const SHOWROOM = 180

/** The bytes of a script, packed; each is asked for once. */
const packed = new Map<string, number>()

/** The scripts that this page has fetched since it was opened, packed, in kB; from the browser's own store counts too. */
export async function scriptWeight(page: Page): Promise<number> {
  const addresses = await page.evaluate(() => [
    ...new Set(performance.getEntriesByType('resource').map(({ name }) => name)),
  ])
  const scripts = addresses.filter((address) => new URL(address).pathname.endsWith('.js'))
  for (const script of scripts)
    if (!packed.has(script))
      packed.set(script, gzipSync(await (await page.request.get(script)).body()).length)
  const bytes = scripts.reduce((sum, script) => sum + (packed.get(script) ?? 0), 0)
  return Math.round(bytes / 100) / 10
}

/** What this page may weigh, in kB. */
export const mayWeigh = (path: string) => (path === '/design' ? SHOWROOM : MOST_SCRIPT)
