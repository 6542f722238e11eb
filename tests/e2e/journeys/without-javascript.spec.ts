// Without JavaScript everything still works: sign in, find the case, take a step, be told what is missing, leave.
import { type Browser, expect, type Page } from '@playwright/test'
import type { Waiting } from '../../support/waiting-cases'
import { fill, openStep, press, send, signIn, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { decision } from './answers'
import { fresh, planTafel, putOn, register, turnTo } from './client'
import { waitingCases } from './meeting'

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
  await turnTo(page, family)
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
  await expect(page).toHaveURL('/login?next=%2Fcases')
})

/** Someone of the demo, signed in without a script. */
async function signInPlainly(browser: Browser, name: string, start: string): Promise<Page> {
  const page = await visitor(browser, { javaScriptEnabled: false })
  await page.goto('/login')
  const button = page.locator('button', { hasText: `${name} · ` })
  const group = page.locator('main details', { has: button }).first()
  if (!(await group.locator(button).first().isVisible())) await group.locator('summary').click()
  await group.locator(button).first().click()
  await isAt(page, start)
  return page
}

/** Of a timeline one party's records are shown, with how many are not; then all of it, and all of it for paper. */
async function choosesStory(page: Page) {
  await page.getByRole('link', { name: 'Corporatie', exact: true }).click()
  await expect(page).toHaveURL(/timeline\?party=corporation$/)
  await expect(page.getByText(/passen niet bij uw keuze/)).toBeVisible()
  await page.getByRole('link', { name: 'Afdrukken' }).click()
  await isAt(page, /^Tijdlijn van dossier ZOD-/)
  await page.getByRole('link', { name: 'Terug naar de tijdlijn' }).click()
  await expect(page).toHaveURL(/timeline$/)
}

test('lists, their filters and pages, and all of a case can be read without JavaScript', async ({
  browser,
}) => {
  const page = await signInPlainly(browser, 'Femke Bruinsma', 'Werklijst')
  await page.goto('/cases')
  await page.getByRole('link', { name: 'Volgende', exact: true }).click()
  await expect(page).toHaveURL(/after=/)
  await isAt(page, 'Dossiers')
  await page
    .getByRole('link', { name: /^Nazorg \(/ })
    .first()
    .click()
  await expect(page).toHaveURL(/stage=aftercare/)
  await page.locator('main tbody a').first().click()
  for (const tab of ['Gegevens', 'Tijdlijn', 'Zoals anderen het zien', 'Overzicht']) {
    const link = page
      .getByRole('navigation', { name: 'Onderdelen van het dossier' })
      .getByRole('link', { name: tab })
    await link.first().click()
    await expect(page.locator(`main a[aria-current="page"]`, { hasText: tab }).first()).toBeVisible()
    if (tab === 'Tijdlijn') await choosesStory(page)
  }
})

test('the journal is narrowed without JavaScript', async ({ browser }) => {
  const page = await signInPlainly(browser, 'Carla Smid', 'Journaal')
  await page.goto('/journal')
  await page.getByText('Kies persoon, periode of dossier').click()
  await page.getByLabel('Persoon', { exact: true }).selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Toon', exact: true }).click()
  await expect(page).toHaveURL(/person=[0-9a-f-]{36}/)
  await isAt(page, 'Journaal')
})

test('a case is looked for, lists of dwellings and tafels are read and help is opened without JavaScript', async ({
  browser,
}) => {
  const page = await signInPlainly(browser, 'Gea Wolters', 'Werklijst')
  await page.goto('/cases')
  const number = await page.locator('main tbody tr').first().getByText(/^ZOD-/).innerText()
  await page.getByLabel('Zoek op naam of dossiernummer').fill(number)
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await expect(page).toHaveURL(/\/cases\/[0-9a-f-]{36}$/)
  await page.goto('/cases')
  await page.getByLabel('Zoek op naam of dossiernummer').fill('zzzz')
  await page.getByRole('button', { name: 'Zoeken' }).click()
  await expect(page.getByText('Niets gevonden.')).toBeVisible()
  await page.getByRole('link', { name: 'Woningen' }).first().click()
  await page.getByRole('link', { name: 'Beschikbaar', exact: true }).first().click()
  await expect(page).toHaveURL(/stage=available/)
  for (const list of ['Woningen', 'Uitstroomtafels']) {
    await page.getByRole('link', { name: list }).first().click()
    await isAt(page, list)
    await page.locator('main tbody a').first().click()
    await expect(page.getByRole('heading', { level: 1, name: list, exact: true })).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await page.getByText('Hulp', { exact: true }).first().click()
  await page.getByRole('link', { name: /Alle hulp/ }).click()
  await isAt(page, 'Hulp bij Thuistafel')
})

test('a tafel decides without JavaScript, and is told what a decision still needs', async ({ browser }) => {
  test.setTimeout(120_000)
  const regisseur = await signIn(browser, 'Femke Bruinsma')
  const secretary = await signIn(browser, 'Sunita Ramdin')
  const mark = fresh()
  const [{ address, name }] = (await waitingCases(1, mark)) as [Waiting]
  const tafel = await planTafel(secretary, `Tafel ${mark}`)
  await putOn(regisseur, address, `Tafel ${mark}`)
  const chair = await signInPlainly(browser, 'Johan Wiggers', 'Werklijst')
  await chair.goto(tafel)
  await openStep(chair, 'Uitstroomtafel openen')
  const seats = { Gemeente: true, Corporatie: true, Zorgaanbieder: true } as const
  await send(chair, 'Uitstroomtafel openen', { ...seats, 'Namen van de aanwezigen': 'Johan, Sunita' })
  await chair.getByRole('link', { name }).click()
  await openStep(chair, 'Besluit vastleggen')
  const words = { 'Uitleg voor de cliënt': 'Wij leggen het uit.', Motivering: 'Zo besloten.' }
  await press(chair, 'Besluit vastleggen', { ...words, Uitkomst: 'Afgewezen' })
  await expect(chair.getByRole('alert')).toContainText('Kies waarom de uitstroomtafel afwijst.')
  await expect(chair.getByLabel('Motivering')).toHaveValue('Zo besloten.')
  await send(chair, 'Besluit vastleggen', decision)
})
