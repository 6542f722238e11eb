// A client who comes back: nothing is typed twice, what was wrong is taken back, and another provider takes over.
import { expect, type Page } from '@playwright/test'
import { fill, send, signIn, signInAt } from '../pages/page'
import { test } from '../pages/watched'

/** The form of a registration that begins with the earlier one of this client. */
async function beginWith(mentor: Page, name: string) {
  await mentor.goto('/cases/new')
  await mentor.getByRole('link', { name: 'Zoek een eerdere aanmelding' }).click()
  await mentor.getByLabel('Zoek op naam of dossiernummer').fill(name)
  await mentor.getByRole('button', { name: 'Zoeken' }).click()
  await mentor.locator('.ui-hits').getByRole('link', { name, exact: true }).first().click()
  await expect(mentor.getByText('Overgenomen uit de aanmelding van')).toBeVisible()
}

async function proposeHandover(mentor: Page, address: string) {
  await mentor.goto(`${address}/steps/proposeHandover`)
  await mentor.getByLabel('Nieuwe zorgaanbieder').selectOption({ label: 'Leger des Heils' })
  await mentor.getByLabel('De cliënt wil het').check()
  await mentor.getByLabel('In een gesprek').check()
  await fill(mentor, { 'De cliënt stemde in op': 'vandaag' })
  await mentor.getByRole('button', { name: 'Andere zorgaanbieder voorstellen' }).click()
  await expect(mentor.getByText('Leger des Heils is gevraagd om deze cliënt over te nemen')).toBeVisible()
}

test('a client who returns is registered from what is known, and handed over', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  await mentor.goto('/cases')
  const known = mentor.locator('table tbody tr a').first()
  const name = (await known.textContent())?.trim() ?? ''
  await beginWith(mentor, name)
  expect(name).toContain(await mentor.getByLabel('Achternaam').inputValue())
  await fill(mentor, { 'Uitstroomgereed sinds': 'vandaag' })
  await mentor.getByRole('button', { name: 'Cliënt aanmelden' }).click()
  await expect(mentor.getByText('Deze cliënt was eerder aangemeld')).toBeVisible()
  const address = new URL(mentor.url()).pathname

  await mentor.goto(`${address}/steps/addNetwork`)
  await fill(mentor, { Naam: 'Jet', 'Relatie met de cliënt': 'zus' })
  await send(mentor, 'Naaste toevoegen')
  await mentor.goto(`${address}/steps/takeBackRow`)
  await mentor.getByLabel(/Jet/).check()
  await mentor.getByLabel('Vergissing').check()
  await mentor.getByRole('button', { name: 'Iets terugnemen' }).click()
  await expect(mentor.locator('s').first()).toBeVisible()

  await proposeHandover(mentor, address)
  const next = await signInAt(browser, 'Leger des Heils', 'Begeleider')
  await next.goto(address)
  await next.getByRole('link', { name: 'Cliënt overnemen' }).click()
  await fill(next, {
    'Kennisgemaakt op': 'vandaag',
    'Kennisgemaakt met de cliënt': true,
    'Afspraken en begeleiding': true,
    'Signalen van terugval en wat helpt': true,
    'Geldzaken en bewind': true,
  })
  await next.getByRole('button', { name: 'Cliënt overnemen' }).click()
  await expect(next.getByText('Gelukt: Cliënt overnemen.')).toBeVisible()
  expect((await mentor.goto(address))?.status()).toBe(404)
})
