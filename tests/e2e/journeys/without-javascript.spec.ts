// Without JavaScript everything still works: sign in, find the case, take a step, be told what is missing, leave.
import { expect, type Page } from '@playwright/test'
import { fill, signIn, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { fresh, register } from './client'

const isAt = (page: Page, heading: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()

test('a case is found and a step is taken in a browser without JavaScript', async ({ browser }) => {
  const helper = await signIn(browser, 'Roos Ottens')
  const family = `Zonderstra-${fresh()}`
  await register(helper, family)
  const page = await visitor(browser, { javaScriptEnabled: false })
  await page.goto('/')
  await expect(page).toHaveURL(/\/login$/)
  const named = page.locator('button', { hasText: 'Stefan Tuin · ' })
  await page.locator('main details', { has: named }).locator('summary').click()
  await page.locator('main details').locator(named).click()
  await isAt(page, 'Werklijst')
  await page.getByRole('link', { name: 'Dossiers' }).first().click()
  await page.getByRole('link', { name: /^Aanmelding \(/ }).click()
  await page.getByRole('link', { name: family }).click()
  await isAt(page, new RegExp(family))
  await page.getByText(/^Gegevens bijwerken/).click()
  await page.getByRole('link', { name: 'Naaste toevoegen' }).click()
  await page.getByLabel('Telefoonnummer').fill('0591 12 34 56')
  await page.getByRole('button', { name: 'Naaste toevoegen' }).click()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link', { name: 'Vul ‘Naam’ in.' })).toBeVisible()
  await expect(page).toHaveTitle('Fout: Naaste toevoegen · Thuistafel')
  await expect(page.getByLabel('Naam', { exact: true })).toHaveAccessibleDescription(/Vul ‘Naam’ in\./)
  await expect(page.getByLabel('Telefoonnummer')).toHaveValue('0591 12 34 56')
  await isAt(page, 'Naaste toevoegen')
  await fill(page, { Naam: 'Tante Zus', 'Relatie met de cliënt': 'Tante' })
  await page.getByRole('button', { name: 'Naaste toevoegen' }).click()
  await expect(page.getByText('Gelukt: Naaste toevoegen.')).toBeVisible()
  await page.getByRole('link', { name: 'Gegevens', exact: true }).click()
  await expect(page.getByText('Tante Zus')).toBeVisible()
  await page.getByRole('button', { name: 'Donker' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Compact' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact')
  await page.getByRole('button', { name: 'Uitloggen' }).first().click()
  await expect(page.getByText('U bent uitgelogd.')).toBeVisible()
  await page.goto('/cases')
  await expect(page).toHaveURL(/\/login$/)
})
