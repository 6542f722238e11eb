// Every part in every state, looked at: the same pixels as the pictures beside this file, accessible, never too wide.
// New pictures after a change that is meant: npm run test:e2e -- design.spec --update-snapshots
import { type Browser, expect, type Page } from '@playwright/test'
import { findBrowser } from '../../../tools/browser.mjs'
import { axeFaults } from './axe'
import { visitor } from './page'
import { test } from './watched'

type Look = {
  name: string
  width: number
  path?: string
  theme?: 'light' | 'dark'
  density?: 'comfortable' | 'compact'
  forcedColors?: 'active'
}

const looks: readonly Look[] = [
  { name: 'light', width: 1440 },
  { name: 'dark', width: 1440, theme: 'dark' },
  { name: 'compact', width: 1440, density: 'compact' },
  { name: 'forced-colours', width: 1440, forcedColors: 'active' },
  { name: 'phone', width: 360 },
]

// Another Chromium draws letters a little differently: the pictures are of the one that npm brings.
const { from } = await findBrowser()

/** The page as the server sends it to who chose this look. */
async function open(browser: Browser, look: Look): Promise<Page> {
  const { width, theme = 'light', density = 'comfortable', forcedColors = 'none', path = '/design' } = look
  const url = test.info().project.use.baseURL ?? ''
  // What Playwright adds to a page to keep the caret still would be refused by our policy.
  const page = await visitor(browser, {
    bypassCSP: true,
    viewport: { width, height: 900 },
    // Half size: a quarter of the bytes to keep, and every line still shows.
    deviceScaleFactor: 0.5,
  })
  await page.context().addCookies([
    { name: 'theme', value: theme, url },
    { name: 'density', value: density, url },
  ])
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors })
  await page.goto(path)
  await page.evaluate(() => document.fonts.ready)
  return page
}

/** Letters that are not in our own fonts come from the machine: they take no part in a picture. */
const withoutForeignLetters = (page: Page) =>
  page.evaluate(() => {
    for (const name of document.querySelectorAll<HTMLElement>('[lang="ar"]')) name.style.fontSize = '0'
    const field = document.getElementById('field-rtl')
    if (field instanceof HTMLInputElement) field.value = ''
  })

const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

for (const look of looks)
  test(`every part of the design looks as it did: ${look.name}`, async ({ browser }) => {
    const page = await open(browser, look)
    await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeVisible()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(await axeFaults(page)).toEqual([])
    await withoutForeignLetters(page)
    if (from === 'npm')
      await expect(page).toHaveScreenshot(`${look.name}.png`, {
        fullPage: true,
        scale: 'device',
        maxDiffPixels: 20,
      })
  })

test('between a small phone and a wide desk nothing is wider than the screen', async ({ browser }) => {
  const page = await open(browser, { name: 'any', width: 320 })
  for (const width of [320, 480, 639, 640, 800, 1023, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    expect(await tooWide(page), String(width)).toBeLessThanOrEqual(0)
  }
})

test('text twice as large, or spaced as someone needs it, loses nothing', async ({ browser }) => {
  const page = await open(browser, { name: 'any', width: 640 })
  await page.addStyleTag({
    content: `html { font-size: 200% }
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }`,
  })
  expect(await tooWide(page)).toBeLessThanOrEqual(0)
})

test('a form that is sent empty says what is missing, also in the title of the tab', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/design')
  await page.getByRole('button', { name: 'Versturen', exact: true }).click()
  const summary = page.getByRole('alert').filter({ hasText: 'Er is nog iets nodig' })
  await expect(summary).toBeFocused()
  await expect(page).toHaveTitle(/^Fout: /)
  await summary.getByRole('link', { name: 'Kies het soort verblijf.' }).click()
  await expect(page.locator('#field-sent-stay')).toBeFocused()
  expect(await axeFaults(page)).toEqual([])
})
