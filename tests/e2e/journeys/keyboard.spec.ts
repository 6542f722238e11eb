// Everything by keyboard: sign in, go to a case, take a step; it is always visible where one is.
import { expect, type Page } from '@playwright/test'
import { addressOf, signIn, signInAt, summaryOf, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { registration } from './answers'
import { fresh, register } from './client'
import { enter, fillByKeys, isVisiblyFocused, tabTo } from './keys'

const option = (page: Page, group: string, name: string) =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true })

test('a person signs in, skips to the content and takes a step with the keyboard alone', async ({
  browser,
}) => {
  const helper = await signIn(browser, 'Roos Ottens')
  const family = `Toetsstra-${fresh()}`
  const address = await register(helper, family)
  const page = await visitor(browser)
  await page.goto('/login')
  const button = page.locator('button', { hasText: 'Stefan Tuin · ' })
  const group = page.locator('main details', { has: button })
  await tabTo(page, group.locator('summary'))
  await page.keyboard.press('Enter')
  await tabTo(page, group.locator(button))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()

  await page.goto('/cases?stage=intake')
  await page.keyboard.press('Tab')
  await isVisiblyFocused(page, page.getByRole('link', { name: 'Naar de inhoud' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: family }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(family)
  expect(addressOf(page)).toBe(address)
  await describeSafety(page)
})

/** The step 'Veiligheid beschrijven', first without an answer, then with one. */
async function describeSafety(page: Page) {
  await tabTo(page, page.locator('summary', { hasText: 'Gegevens bijwerken' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('link', { name: 'Veiligheid beschrijven' }))
  await page.keyboard.press('Enter')
  const send = page.getByRole('button', { name: 'Veiligheid beschrijven' })
  await expect(send).toBeVisible()
  await tabTo(page, send)
  await page.keyboard.press('Enter')
  await isVisiblyFocused(page, summaryOf(page))
  await tabTo(page, summaryOf(page).getByRole('link').first())
  await page.keyboard.press('Enter')
  await isVisiblyFocused(page, option(page, 'Dreiging', 'Geen dreiging'))
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await isVisiblyFocused(page, option(page, 'Geheim adres', 'Niet geheim'))
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await isVisiblyFocused(page, option(page, 'Geheim adres', 'Beschermd adres'))
  await page.keyboard.press('ArrowUp')
  await expect(option(page, 'Geheim adres', 'Niet geheim')).toBeChecked()
  await tabTo(page, send)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Gelukt: Veiligheid beschrijven.')).toBeVisible()
}

test('a mentor registers a client with the keyboard alone', async ({ browser }) => {
  const page = await signIn(browser, 'Roos Ottens')
  const family = `Toetsstra-${fresh()}`
  await page.goto('/cases')
  await enter(page, page.getByRole('main').getByRole('link', { name: 'Nieuwe cliënt aanmelden' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Cliënt aanmelden' })).toBeVisible()
  await fillByKeys(page, registration(family))
  await enter(page, page.getByRole('button', { name: 'Cliënt aanmelden' }))
  await expect(page.getByText('Gelukt: Cliënt aanmelden.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(family)
})

/** A field for a day has a stop for each of its parts; this day reads the same in every order of them. */
async function typeDay(page: Page, label: string) {
  const field = page.getByLabel(label, { exact: true })
  await tabTo(page, field)
  await page.keyboard.type('01012026')
  await expect(field).toHaveValue('2026-01-01')
}

test('a privacy officer looks for a person, a period and a kind in the journal with the keyboard alone', async ({
  browser,
}) => {
  const page = await signIn(browser, 'Ilse Kamphuis')
  await page.goto('/journal')
  await enter(page, page.getByText('Kies persoon, periode of dossier'))
  await fillByKeys(page, { Persoon: 'Ilse Kamphuis' })
  await typeDay(page, 'Vanaf')
  await enter(page, page.getByRole('main').getByRole('button', { name: 'Toon' }))
  await expect(page).toHaveURL(/person=.+from=/)
  const rows = page.getByRole('main').locator('tbody tr')
  await expect(rows.first()).toContainText('Ilse Kamphuis')
  await enter(page, page.getByRole('navigation', { name: 'Soort' }).getByRole('link', { name: 'Gelezen' }))
  await expect(page).toHaveURL(/kind=read/)
  await enter(page, page.getByRole('link', { name: /^Ilse Kamphuis ?: filter weghalen$/ }))
  await expect(page).not.toHaveURL(/person=/)
})

test('an administrator gives someone access with the keyboard alone', async ({ browser }) => {
  const page = await signInAt(browser, 'Gemeente Emmen', 'Beheerder')
  const email = `${fresh().toLowerCase()}@voorbeeld.example`
  await page.goto('/organisation')
  await enter(page, page.getByRole('main').getByRole('link', { name: 'Iemand toegang geven' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Iemand toegang geven' })).toBeVisible()
  await fillByKeys(page, { Naam: 'Toets Nieuw', 'E-mailadres': email, Rol: 'Regisseur' })
  await enter(page, page.getByRole('button', { name: 'Iemand toegang geven' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Toets Nieuw' })).toBeVisible()
})
