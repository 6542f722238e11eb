// The pages that explain the house: who sees what, the process, the covenant, help, and what anyone may read.
import { expect, type Page } from '@playwright/test'
import { helpByKey, shows, signIn, signInAt, visitor } from '../pages/page'
import { test } from '../pages/watched'

/** The line of terms and facts with this name. */
const factOf = (page: Page, term: string) =>
  page.locator('dl > div', { has: page.getByText(term, { exact: true }) })
const sectionOf = (page: Page, title: string | RegExp) =>
  page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) }).last()

async function lookAs(page: Page, role: string) {
  await page.getByLabel('Bekijk als').selectOption({ label: role })
  await page.getByRole('button', { name: 'Bekijk', exact: true }).click()
  await expect(page.getByRole('heading', { name: `Wat deze rol ziet: ${role}` })).toBeVisible()
}

test('a support worker reads that the corporation never sees health, and the answer changes with the role', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  await mentor.getByRole('link', { name: 'Wie ziet wat' }).click()
  await shows(mentor, 'Wie ziet wat')
  await expect(mentor.getByRole('heading', { name: 'Wat u ziet als Begeleider' })).toBeVisible()
  await expect(factOf(mentor, 'Altijd').first()).toContainText('Gezondheid')
  const health = mentor.locator('li', { has: mentor.getByText('Gezondheid', { exact: true }) }).last()
  await expect(sectionOf(mentor, 'Dossier: altijd')).toContainText('de eigen zorgaanbieder')
  await expect(health).not.toContainText('corporatie')
  await lookAs(mentor, 'Medewerker huisvesting')
  await expect(factOf(mentor, 'Nooit').first()).toContainText('Gezondheid')
  await expect(factOf(mentor, 'Vanaf ‘Contract en sleutel’').first()).toContainText('Inkomen')
  await expect(factOf(mentor, 'Vanaf ‘Woning zoeken’, met toestemming').first()).toContainText('Schulden')
  await lookAs(mentor, 'Bestuurder')
  await expect(mentor.getByText('Deze rol ziet geen enkel gegeven van een cliënt.')).toBeVisible()
  await expect(factOf(mentor, 'Nooit').first()).toContainText('Alle gegevens van een cliënt')
})

test('the housing officer of Woonservice reads the same of themselves', async ({ browser }) => {
  const officer = await signInAt(browser, 'Woonservice', 'Medewerker huisvesting')
  await officer.goto('/rights')
  await expect(officer.getByRole('heading', { name: 'Wat u ziet als Medewerker huisvesting' })).toBeVisible()
  await expect(factOf(officer, 'Nooit').first()).toContainText('Gezondheid')
  await officer.goto('/rights?role=niemand')
  await expect(officer.getByRole('heading', { name: 'Wat u ziet als Medewerker huisvesting' })).toBeVisible()
})

test('a privacy officer prints the whole table and has a place to sign it', async ({ browser }) => {
  const page = await signIn(browser, 'Ilse Kamphuis', /^Functionaris/)
  await page.goto('/rights/table')
  const table = page.getByRole('region', { name: /^Dossier: per groep/ }).getByRole('table')
  const health = table.getByRole('row', { name: /^Gezondheid/ })
  const heads = await table.getByRole('columnheader').allTextContents()
  const cellOf = (role: string) => health.getByRole('cell').nth(heads.indexOf(role) - 1)
  await expect(cellOf('Begeleider')).toHaveText('ziet en schrijft')
  await expect(cellOf('Medewerker huisvesting')).toContainText('ziet dit niet')
  await page.emulateMedia({ media: 'print' })
  const sign = sectionOf(page, 'Gezien en akkoord')
  for (const line of ['Convenant zelfstandig wonen', 'Versie 1', 'Naam', 'Handtekening'])
    await expect(sign).toContainText(line)
  await expect(factOf(page, 'Kenmerk van deze rechten').locator('.ui-num')).toHaveText(/^[0-9a-f]{12}$/)
  await expect(page.getByRole('navigation', { name: 'Menu' }).first()).toBeHidden()
})

test('the process and the covenant are told with the terms of the own region', async ({ browser }) => {
  const drenthe = await signIn(browser, 'Femke Bruinsma', /^Regisseur/)
  const flevoland = await visitor(browser)
  await flevoland.goto('/login')
  const region = flevoland.getByRole('heading', { level: 3, name: /Flevoland/ }).locator('..')
  await region.locator('summary', { hasText: 'Gemeente Lelystad' }).click()
  await region
    .getByRole('button', { name: / · Regisseur$/ })
    .first()
    .click()
  await expect(flevoland.getByRole('heading', { level: 1 })).toBeVisible()
  for (const [page, days] of [
    [drenthe, 5],
    [flevoland, 8],
  ] as const) {
    await page.goto('/process')
    await shows(page, 'Het proces')
    await expect(
      page.getByText(`Regisseur: Aanmelding controleren, binnen ${days} werkdagen`).first(),
    ).toBeVisible()
    await page.goto('/covenant')
    const row = page.getByRole('row', { name: /^Aanmelding controleren/ })
    await expect(row).toContainText(`${days} werkdagen`)
  }
  await expect(drenthe.getByRole('row', { name: /^Gemeente Coevorden/ })).toContainText(
    'Gemeente Emmen voert dit uit',
  )
  await expect(flevoland.getByRole('heading', { level: 1 })).toHaveText(/Flevoland/)
  await expect(flevoland.getByText('Gemeente Coevorden')).toHaveCount(0)
})

test('help is that of the page that is open, also after going on; the menu marks where one is', async ({
  browser,
}) => {
  const page = await signIn(browser, 'Gea Wolters')
  const drawer = page.getByRole('dialog', { name: 'Hulp bij deze pagina' })
  const room = (name: string) => page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name })
  await helpByKey(page)
  await expect(drawer).toContainText('Hier staat wat op u wacht.')
  await room('Woningen').first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Woningen' })).toBeVisible()
  await expect(drawer).toContainText('U ziet de woningen die er zijn')
  await expect(drawer).not.toContainText('Hier staat wat op u wacht.')
  await expect(room('Woningen').first()).toHaveAttribute('aria-current', 'page')
  await expect(room('Werklijst').first()).not.toHaveAttribute('aria-current')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await page.getByRole('contentinfo').getByRole('link', { name: 'Hulp' }).click()
  await shows(page, 'Hulp bij Thuistafel')
  await expect(factOf(page, 'Beheerder van Domesta')).toContainText('@')
})

test('no browser is sent the texts of help that it did not ask for', async ({ browser }) => {
  const page = await visitor(browser)
  const sent: Promise<string>[] = []
  page.on('response', (response) => {
    if (/\.js(\?|$)/.test(response.url())) sent.push(response.text())
  })
  await page.goto('/login')
  await page.waitForLoadState('networkidle')
  const scripts = await Promise.all(sent)
  expect(scripts.length).toBeGreaterThan(0)
  for (const script of scripts) expect(script).not.toContain('Zelfredzaamheid')
  expect(await page.content()).not.toContain('Zelfredzaamheid')
})

test('without signing in and without JavaScript, privacy and accessibility can be read, and help is there', async ({
  browser,
}) => {
  const page = await visitor(browser, { javaScriptEnabled: false })
  await page.goto('/login')
  await page.getByText('Hulp', { exact: true }).click()
  await expect(page.getByText('U logt in met uw e-mailadres en wachtwoord.')).toBeVisible()
  await page.goto('/login')
  await page.getByRole('link', { name: 'Toegankelijkheid' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Toegankelijkheid' })).toBeVisible()
  await expect(page.getByText('wcag22aa')).toBeVisible()
  await page.getByRole('link', { name: 'Privacy' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible()
  await expect(page.getByText('privacy@zuidoost-drenthe.example')).toBeVisible()
})

test('the cookies that are told are the cookies that are set', async ({ browser }) => {
  const page = await signIn(browser, 'Roos Ottens')
  const cookies = async () => (await page.context().cookies()).map(({ name }) => name)
  for (const [n, choice] of ['Donker', 'Compact', 'English'].entries()) {
    await page.getByRole('button', { name: choice }).first().click()
    await expect.poll(async () => (await cookies()).length).toBe(n + 2)
  }
  await page.goto('/privacy')
  const table = page.getByRole('region', { name: /^Cookies/ }).getByRole('table')
  const told = await table.getByRole('rowheader').allTextContents()
  // The last two are there only while a page looks again by itself, and where a device may keep a visit.
  expect(told.sort()).toEqual([...(await cookies()), 'unattended', 'device'].sort())
})
