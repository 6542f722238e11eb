// What people see when nobody can be served: during maintenance, and while the database is away.
import { expect, type Page, test } from '@playwright/test'
import { axeFaults } from '../e2e/pages/axe'
import { thirdWebsite } from '../support/third-website'

const PORT = Number(process.env.E2E_PORT ?? '3200') + 3
const TITLE = 'Thuistafel is even dicht'

test.describe.configure({ mode: 'serial' })

const status = async (page: Page, address: string) => (await page.request.get(address)).status()

async function saysSo(page: Page, address: string, why: string) {
  const answer = await page.goto(address)
  expect(answer?.status()).toBe(503)
  expect(Number(answer?.headers()['retry-after'])).toBeGreaterThan(0)
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  await expect(page.getByText(why)).toBeVisible()
  await expect(page.locator('section[lang=en]').getByRole('link', { name: 'Try again' })).toBeVisible()
}

test('during maintenance there is a page that says so, in two languages, without JavaScript', async ({
  browser,
}) => {
  const website = await thirdWebsite(PORT, { MAINTENANCE: '1' })
  const plain = await browser.newPage({ javaScriptEnabled: false, baseURL: website.base })
  for (const address of ['/', '/login', '/cases/new']) await saysSo(plain, address, 'Er is onderhoud.')
  await plain.getByRole('link', { name: 'Opnieuw proberen' }).click()
  await expect(plain).toHaveURL(`${website.base}/cases/new`)
  // Whoever watches over it, and the parts of the page itself, are still answered.
  for (const address of ['/api/health/live', '/api/health/ready', '/logo.svg'])
    expect([address, await status(plain, address)]).toEqual([address, 200])
  await website.close()
})

test('that page is accessible, in light and in dark, on a phone too, and keeps to its own rules', async ({
  browser,
}) => {
  const website = await thirdWebsite(PORT, { MAINTENANCE: '1' })
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 320, height: 640 } })
    const heard: string[] = []
    page.on('console', (message) => heard.push(message.text()))
    await page.goto(website.base)
    expect(await axeFaults(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(heard.filter((line) => /Content.Security/i.test(line))).toEqual([])
    await page.screenshot({ path: `.data/test/unavailable-${colorScheme}.png`, fullPage: true })
  }
  await website.close()
})

test('while the database is away it says so, and when it is back the same website goes on by itself', async ({
  page,
}) => {
  const website = await thirdWebsite(PORT)
  expect(await status(page, `${website.base}/login`)).toBe(200)
  website.cut(true)
  await expect.poll(() => status(page, `${website.base}/login`), { timeout: 15_000 }).toBe(503)
  await saysSo(page, `${website.base}/login`, 'Er is een storing.')
  expect(await status(page, `${website.base}/api/health/ready`)).toBe(503)
  expect(await status(page, `${website.base}/api/health/live`)).toBe(200)
  website.cut(false)
  await expect.poll(() => status(page, `${website.base}/login`), { timeout: 15_000 }).toBe(200)
  await website.close()
})
