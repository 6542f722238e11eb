// The omklap: the corporation decides what the mentor asked for, and a light contact goes on without an end date.
import { type Browser, expect, type Page } from '@playwright/test'
import {
  addressOf,
  cannotYet,
  openStep,
  panelOf,
  press,
  send,
  shows,
  signInAt,
  summaryOf,
} from '../pages/page'
import { test } from '../pages/watched'
import { at } from './client'

const officer = 'Medewerker huisvesting'

/** The corporation that was asked for an omklap, as one of its officers, with the case open. */
async function askedForOmklap(browser: Browser): Promise<Page> {
  for (const corporation of ['Woonservice', 'Lefier', 'Domesta']) {
    const page = await signInAt(browser, corporation, officer)
    const row = page.getByRole('row').filter({ hasText: 'Besluiten over de omklap' }).first()
    if (await row.isVisible()) {
      await row.getByRole('link').click()
      await expect(page.getByRole('heading', { name: 'Wat u nu kunt doen' })).toBeVisible()
      return page
    }
  }
  throw new Error('No corporation of the demo was asked for an omklap')
}

/** What the head of a case says of a party. */
const partyOf = async (page: Page, part: string) =>
  (await page
    .locator('dt', { hasText: new RegExp(`^${part}$`) })
    .locator('+ dd')
    .textContent()) ?? ''

/** Reads what stands at this name in the file. */
const placementOf = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name: 'Plaatsing', exact: true }) })

/** Gives the advice of this party, where it is not there yet. */
async function advise(page: Page, address: string) {
  await page.goto(address)
  const asked = panelOf(page).getByRole('link', { name: 'Advies over omklap geven' })
  if (!(await page.getByText('Adviseren over omklap').count())) return
  await expect(asked).toBeVisible()
  await openStep(page, 'Advies over omklap geven')
  await send(page, 'Advies over omklap geven', {
    'Advies over de omklap': 'Ja',
    'Waarom?': 'Alles is op orde.',
  })
}

/** First without the reason that a "not yet" needs, then yes. */
async function agree(landlord: Page) {
  await openStep(landlord, 'Besluiten over omklap')
  await shows(landlord, 'Besluiten over omklap')
  await press(landlord, 'Besluiten over omklap', { Besluit: 'Nog niet', Datum: 'vandaag' })
  await expect(summaryOf(landlord)).toContainText('Schrijf op waarom de omklap nog niet kan')
  await expect(landlord.getByLabel('Datum')).toHaveValue('vandaag')
  await send(landlord, 'Besluiten over omklap', {
    Besluit: 'Ja, omklap',
    'Begeleiding na de omklap': 'Minder begeleiding',
    Toelichting: 'Huurt al een jaar goed',
  })
  await expect(panelOf(landlord).getByRole('link', { name: 'Besluiten over omklap' })).toHaveCount(0)
}

test('the corporation agrees to an omklap, the mentor starts the waakvlam, the contact goes on', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const landlord = await askedForOmklap(browser)
  const address = addressOf(landlord)
  const mentor = await signInAt(browser, await partyOf(landlord, 'Zorgaanbieder'), 'Begeleider')
  await mentor.goto(address)
  await cannotYet(mentor, 'De waakvlam start pas als het contract op naam van de cliënt')
  await expect(panelOf(mentor).getByRole('link', { name: 'Waakvlam starten' })).toHaveCount(0)

  await advise(mentor, address)
  await advise(landlord, address)
  await agree(landlord)
  await mentor.goto(`${address}/file`)
  await expect(placementOf(mentor)).toContainText('Op eigen naam')
  await mentor.goto(address)
  await openStep(mentor, 'Waakvlam starten')
  await shows(mentor, 'Waakvlam starten')
  await send(mentor, 'Waakvlam starten', {
    'De cliënt zei ja op': 'vandaag',
    'Hoe de cliënt instemde': 'In een gesprek',
  })
  await expect(mentor.getByText('Contact opnemen (waakvlam)')).toBeVisible()
  await expect(mentor.getByText('Volgende bezoeken')).toHaveCount(0)
  await at(mentor, address, 'recordVisit')
  await send(mentor, 'Contact vastleggen', {
    'Datum van het contact': 'vandaag',
    'Soort contact': 'Telefoon',
    'Hoe gaat het': 'Groen: het gaat goed',
    Verslag: 'Het gaat goed, belt zelf als er iets is.',
  })
  await expect(mentor.getByText('Contact opnemen (waakvlam)')).toBeVisible()
  await mentor.goto(`${address}/timeline`)
  for (const told of ['Waakvlam gestart', /^Akkoord met de omklap op/, /^Contact met de cliënt op/])
    await expect(mentor.getByText(told).first()).toBeVisible()
})
