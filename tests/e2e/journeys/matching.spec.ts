// A gemeente has proposals computed, sees why, and decides; the officer sees whom it is about by a pseudonym alone.
import { expect, type Page } from '@playwright/test'
import { paths } from '@/paths'
import { shows, signIn } from '../pages/page'
import { test } from '../pages/watched'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** New proposals, from the press of a button to the page that says so. */
async function computed(page: Page) {
  await page.goto(paths.matching)
  await shows(page, 'Voorstellen')
  const before = await page.getByText(/^Klaar$/).count()
  await press(page, 'Nieuwe voorstellen berekenen')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText(/^Klaar$/)).toHaveCount(before + 1, { timeout: 1_000 })
  }).toPass()
}

test('proposals are computed for all at once; the gemeente sees why, agrees to one, and the officer hears of it without a name', async ({
  browser,
}) => {
  const page = await signIn(browser, 'Nienke Zwiers')
  await computed(page)
  await expect(page.getByText('Nee, dit is bewezen de beste verdeling')).toBeVisible()
  const open = page.getByRole('row').filter({ hasText: /Alle regels passen|Bekijk de regels/ })
  const home = await open.first().getByRole('link').nth(1).getAttribute('href')
  await open.first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: /^Voorstel: / })).toBeVisible()
  await expect(page.getByText('Alle regels passen, en zo krijgen')).toBeVisible()
  await expect(page.getByText(/Grens €/).first()).toBeVisible()
  await press(page, 'Akkoord met dit voorstel')
  await expect(page.getByText('Akkoord', { exact: true })).toBeVisible()
  for (const name of ['Gea Wolters', 'Hilde Pranger', 'Geert Bosscher']) {
    const officer = await signIn(browser, name)
    await officer.goto(String(home))
    if (!(await officer.getByRole('heading', { name: /^Voorstel: kandidaat [0-9A-F]{8}$/ }).count())) continue
    await expect(officer.getByText('De gemeente is akkoord')).toBeVisible()
    return
  }
  throw new Error('No officer has this dwelling')
})
