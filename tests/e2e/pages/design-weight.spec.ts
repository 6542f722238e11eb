// What a page asks of a telephone on a bad connection: no more than 150 kB of scripts, as sent.
import { gzipSync } from 'node:zlib'
import { expect, type Page } from '@playwright/test'
import { signIn } from './page'
import { test } from './watched'

const MOST = 150_000

/** The bytes of all scripts that this page loads by itself, compressed. */
async function scriptsOf(page: Page, path: string): Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  page.removeAllListeners('response')
  return (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
}

test('no page brings more than 150 kB of scripts', async ({ browser }) => {
  const page = await signIn(browser, 'Roos Ottens')
  await page.goto('/cases?stage=intake')
  const kase = (await page.locator('main tbody a').first().getAttribute('href')) ?? ''
  const paths = ['/login', '/', '/cases', kase, `${kase}/file`, `${kase}/timeline`, '/cases/new', '/design']
  for (const path of paths) {
    const bytes = await scriptsOf(await page.context().newPage(), path)
    expect(bytes, path).toBeGreaterThan(10_000)
    expect(bytes, path).toBeLessThanOrEqual(MOST)
  }
})
