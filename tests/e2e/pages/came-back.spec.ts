// A client who came back: what was known before is proposed, and both registrations lead to each other.
import { expect } from '@playwright/test'
import { brief, looksWell } from './looks-well'
import { signIn } from './page'
import { test } from './watched'

/** Lived in a home of their own, went back to a place with support, and is registered again. */
const cameBack = { mentor: 'Anouk Slagter', client: 'Robbert Pinxter' }

test('every page of a client who came back looks well: what was known before, and what follows from it', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const page = await signIn(browser, cameBack.mentor, /^Begeleider/)
  await page.goto('/cases?stage=intake')
  await page.getByRole('link', { name: cameBack.client }).first().click()
  await expect(page.getByText('Deze cliënt was eerder aangemeld:')).toBeVisible()
  const again = new URL(page.url()).pathname
  const before = await page.getByRole('main').locator('p a[href^="/cases/"]').first().getAttribute('href')
  for (const path of ['', '/file', '/timeline', '/check', '/steps/describeBinding'])
    await looksWell(page, `${again}${path}`, brief)
  await expect(page.getByText('Overgenomen uit de aanmelding van')).toBeVisible()
  for (const path of ['', '/file', '/timeline']) await looksWell(page, `${before}${path}`, brief)
})
