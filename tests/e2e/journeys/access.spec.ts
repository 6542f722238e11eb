// Somebody comes to work for an organisation, and leaves again: let in by its administrator, out in every browser at once.
import { expect } from '@playwright/test'
import { panelOf, press, send, shows, signInAt, summaryOf, take, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { fresh } from './client'

const PASSWORD = 'een lange zin als wachtwoord'

test('an administrator lets a colleague in, who signs in by the link, and ends the access again', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const email = `${fresh().toLowerCase()}@voorbeeld.example`
  const admin = await signInAt(browser, 'Gemeente Emmen', 'Beheerder')
  await admin.goto('/organisation')
  await shows(admin, 'Mensen')
  await admin.getByRole('link', { name: 'Iemand toegang geven' }).click()
  await shows(admin, 'Iemand toegang geven')
  await expect(
    admin.getByLabel('Rol', { exact: true }).getByRole('option', { name: 'Begeleider' }),
  ).toHaveCount(0)
  await press(admin, 'Iemand toegang geven', { Naam: 'Ilse Nieuw', 'E-mailadres': 'ilse', Rol: 'Regisseur' })
  await expect(summaryOf(admin)).toContainText('Schrijf bij ‘E-mailadres’ een e-mailadres')
  await send(admin, 'Iemand toegang geven', { 'E-mailadres': email })
  await shows(admin, 'Ilse Nieuw')

  const link = await admin.locator('code').innerText()
  const person = await visitor(browser)
  await person.goto(link)
  await person
    .getByLabel(/wachtwoord/i)
    .first()
    .fill(PASSWORD)
  await person
    .getByRole('button')
    .filter({ hasText: /wachtwoord/i })
    .click()
  await expect(person.getByRole('heading', { level: 1, name: 'Werklijst' })).toBeVisible()
  await expect(person.getByText('Regisseur, Gemeente Emmen').first()).toBeVisible()

  await admin.reload()
  await expect(admin.getByText('Deze persoon logt in met een eigen wachtwoord.')).toBeVisible()
  await take(admin, 'Toegang beëindigen', { 'Waarom eindigt de toegang': 'Uit dienst' })
  await expect(admin.getByText('Toegang beëindigd').first()).toBeVisible()
  // Their open page goes by itself.
  await expect(person).toHaveURL(/\/login/, { timeout: 5_000 })
})

test('an administrator cannot end their own access, and nobody else finds the people', async ({
  browser,
}) => {
  const admin = await signInAt(browser, 'Gemeente Emmen', 'Beheerder')
  await admin.goto('/organisation')
  await admin
    .getByRole('row', { name: /Beheerder/ })
    .getByRole('link')
    .first()
    .click()
  await expect(admin.getByText('Dit kunt u niet voor uzelf doen.').first()).toBeVisible()
  const seat = admin.url()
  const officer = await signInAt(browser, 'Domesta', 'Medewerker huisvesting')
  for (const path of ['/organisation', '/organisation/new']) {
    expect((await officer.goto(path))?.status()).toBe(403)
    await shows(officer, 'Hiervoor hebt u een andere rol nodig')
  }
  expect((await officer.goto(seat))?.status()).toBe(404)
  await shows(officer, 'Deze pagina is er niet')
})

test('a lead sees who works here, and says only who is away', async ({ browser }) => {
  const lead = await signInAt(browser, 'Gemeente Emmen', 'Teamleider gemeente')
  await lead.goto('/organisation')
  await expect(lead.getByRole('link', { name: 'Iemand toegang geven' })).toHaveCount(0)
  await lead
    .getByRole('row', { name: /Regisseur/ })
    .getByRole('link')
    .first()
    .click()
  await expect(lead.getByText('Persoon en rol')).toBeVisible()
  await expect(panelOf(lead).getByRole('link')).toHaveText(['Afwezigheid melden'])
})
