// Parts that answer to keys and presses: rows that are ticked, cards that move, messages that can be undone.
import { expect } from '@playwright/test'
import { visitor } from './page'
import { test } from './watched'

test('all rows are ticked at once, and what can be done with them appears', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/design')
  const table = page.getByRole('table', { name: 'Dossiers om te verdelen' })
  const assign = page.getByRole('button', { name: 'Toewijzen' })
  const all = table.getByRole('checkbox', { name: 'Alles kiezen' })
  await expect(assign).toBeHidden()
  await table.getByRole('checkbox', { name: 'Kies Sjors van der Heide' }).check()
  await expect(assign).toBeVisible()
  await expect(page.getByText('Gekozen: 1')).toBeVisible()
  await expect(all).toHaveJSProperty('indeterminate', true)
  await all.check()
  await expect(page.getByText('Gekozen: 3')).toBeVisible()
  await all.uncheck()
  await expect(assign).toBeHidden()
})

test('a column that is in order says so, and the wide table can be scrolled with the keyboard', async ({
  browser,
}) => {
  const page = await visitor(browser)
  await page.goto('/design')
  const table = page.getByRole('table', { name: 'Dossiers die wachten' })
  await expect(table.getByRole('columnheader', { name: 'Wacht al' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await expect(table.getByRole('link', { name: 'Uiterlijk' })).toBeVisible()
  const region = page.getByRole('region', { name: 'Verhuizingen per maand' })
  await region.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => region.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0)
})

test('arrows go from card to card; with Shift a card moves, or says why it cannot', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/design')
  const board = page.getByRole('region', { name: 'Dossiers per fase' })
  const first = board.getByRole('link', { name: 'Sjors van der Heide' })
  const second = board.getByRole('link', { name: /^Maria Wilhelmina/ })
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(second).toBeFocused()
  await page.keyboard.press('ArrowRight')
  const third = board.getByRole('region', { name: 'Uitstroomtafel' }).getByRole('link').first()
  await expect(third).toBeFocused()
  await page.keyboard.press('Shift+ArrowRight')
  await expect(board.getByRole('status')).toContainText('Er is nog geen besluit.')
  await first.focus()
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(board.getByRole('status')).toHaveText('Daar is geen fase.')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page).toHaveURL(/#board$/)
})

test('a card moves by its menu as well, also without JavaScript', async ({ browser }) => {
  const page = await visitor(browser, { javaScriptEnabled: false })
  await page.goto('/design')
  const menu = page.locator('[data-card] summary').first()
  await expect(menu).toHaveText(/Verplaats naar…\s+Sjors van der Heide/)
  await menu.click()
  await page.locator('[data-card] details[open]').getByRole('link', { name: 'Uitstroomtafel' }).click()
  await expect(page).toHaveURL(/#board$/)
})

test('what was done in a moment can be undone in the message about it', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/design')
  await page.getByRole('button', { name: 'Melding met ongedaan maken' }).click()
  await expect(page.getByText('Dossier gearchiveerd', { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Ongedaan maken', exact: true }).click()
  await expect(page.getByText('Dossier staat er weer', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ongedaan maken', exact: true })).toBeHidden()
})

test('on paper the menu is gone and who printed it is there', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/design')
  const note = page.getByText('Vertrouwelijk – afgedrukt door Sjors van der Heide op 22 november 2026')
  await expect(note).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(note).toBeVisible()
  await expect(note).toHaveCSS('display', 'table-footer-group')
  for (const gone of ['.ui-shell-side', '.ui-shell-footer', '.ui-tabs', '.ui-segments'])
    await expect(page.locator(gone).first(), gone).toBeHidden()
  await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden()
  await expect(page.getByText('Geheim adres: bespreek dit dossier')).toBeVisible()
})
