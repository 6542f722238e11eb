// What opens over a page: with a mouse, with keys, and without JavaScript.
import { expect, type Page } from '@playwright/test'
import { axeFaults } from './axe'
import { visitor } from './page'
import { test } from './watched'

const drawer = (page: Page) => page.getByRole('dialog', { name: 'Hulp bij deze pagina' })
const helpButton = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Hulp', exact: true })

async function design(page: Page, width = 1440) {
  await page.setViewportSize({ width, height: 900 })
  await page.goto('/design')
}

test('the help opens with its key and with its button, closes with Escape, and gives the focus back', async ({
  browser,
}) => {
  const page = await visitor(browser)
  await design(page, 768)
  await helpButton(page).focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toBeVisible()
  await expect(drawer(page)).toContainText('Vraag het een collega')
  await expect(page.getByRole('button', { name: 'Hulp sluiten' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()
  await expect(helpButton(page)).toBeFocused()
  await page.keyboard.press('?')
  await expect(drawer(page)).toBeVisible()
  await page.getByRole('button', { name: 'Hulp sluiten' }).click()
  await expect(drawer(page)).toBeHidden()
})

test('on a wide screen the page beside the help stays in use, on a narrow one it waits', async ({
  browser,
}) => {
  const page = await visitor(browser)
  await design(page)
  await helpButton(page).click()
  await expect(drawer(page)).toBeVisible()
  await page.getByLabel('Naam van de cliënt').first().fill('Sjors')
  await expect(drawer(page)).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByLabel('Naam van de cliënt').first()).toHaveValue('Sjors?')
  await design(page, 360)
  await helpButton(page).click()
  await expect(drawer(page)).toHaveJSProperty('offsetWidth', 360)
  await expect(helpButton(page)).toBeHidden()
})

test('without JavaScript the help is a sheet that its own button closes', async ({ browser }) => {
  const page = await visitor(browser, { javaScriptEnabled: false })
  await design(page)
  const text = page.getByRole('main').getByText('Vraag het een collega')
  await expect(text).toBeHidden()
  const summary = page.getByRole('main').locator('summary', { hasText: /^Hulp$/ })
  await summary.click()
  await expect(text).toBeVisible()
  await summary.click()
  await expect(text).toBeHidden()
})

test('a dialog keeps the focus inside and gives it back', async ({ browser }) => {
  const page = await visitor(browser)
  await design(page, 360)
  const button = page.getByRole('button', { name: 'Verlengen', exact: true })
  await button.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Termijn verlengen' })
  await expect(dialog).toBeVisible()
  expect(await axeFaults(page)).toEqual([])
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press('Tab')
    // At its edge a guard has the focus for a moment, and hands it back.
    await expect.poll(() => dialog.evaluate((box) => box.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(button).toBeFocused()
})
