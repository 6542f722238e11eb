// npm run docs:picture: the picture of the README, docs/case.webp: a case of the demo as its regisseur finds it, 1440 wide, light.
import { writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { openSite } from './bench/site'
import { findBrowser } from './browser.mjs'
import { buildApp, generateClient } from './build.mjs'
import { stopChildren, stopOnSignal } from './children.mjs'
import { checkMachine } from './preconditions.mjs'
import { printProblem } from './problem.mjs'

const PICTURE = 'docs/case.webp'
const MOST_BYTES = 150_000
const LIST = '/cases?stage=tenancy'

async function taken(base: string, cookies: readonly { name: string; value: string }[]): Promise<Buffer> {
  const { from: _from, ...options } = await findBrowser()
  const browser = await chromium.launch(options)
  try {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'nl-NL',
      colorScheme: 'light',
    })
    await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: base })))
    const page = await context.newPage()
    await page.goto(`${base}${LIST}`)
    await page.getByRole('main').getByRole('rowheader').first().getByRole('link').click()
    await page.getByRole('heading', { name: 'Wie is aan zet' }).waitFor()
    await page.waitForLoadState('networkidle')
    const session = await context.newCDPSession(page)
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 })
    return Buffer.from(data, 'base64')
  } finally {
    await browser.close()
  }
}

async function main() {
  await generateClient()
  await buildApp()
  const site = await openSite(0, 3970, (line) => console.log(line))
  try {
    const visitor = await site.another('regisseur')
    const picture = await taken(site.base, visitor.held)
    visitor.close()
    if (picture.length > MOST_BYTES) throw new Error(`${PICTURE} would take ${picture.length} bytes`)
    writeFileSync(PICTURE, picture)
    console.log(`${PICTURE}: ${Math.round(picture.length / 1000)} kB`)
  } finally {
    await site.close()
    await stopChildren()
  }
}

checkMachine()
stopOnSignal()
await main().catch((error: unknown) => {
  printProblem(error)
  process.exitCode = 1
})
