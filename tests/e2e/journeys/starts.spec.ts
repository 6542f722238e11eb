// Everyone begins with their own work: each role finds the parts of its start, and none of those of another.
import { expect, type Page } from '@playwright/test'
import { shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { fresh, register } from './client'

/** What a start can have, by how it is found on the page. */
const parts = {
  tasks: (page: Page) =>
    page.getByText(/^Kies een soort taak$|^Er wacht niets op u$|Er wacht nu niets op u\.$/).first(),
  waiting: (page: Page) => page.getByRole('heading', { name: 'Wie te lang wacht', exact: true }),
  tafels: (page: Page) => page.getByRole('heading', { name: 'Volgende uitstroomtafels' }),
  load: (page: Page) => page.getByRole('heading', { name: 'Hoe lang het al open is' }),
  region: (page: Page) => page.getByRole('heading', { name: 'Bij wie het stilstaat' }),
  letting: (page: Page) => page.getByRole('heading', { name: 'Woningen die vrijkomen' }),
  offers: (page: Page) => page.getByRole('heading', { name: 'Aanbod zonder antwoord' }),
  keys: (page: Page) => page.getByRole('heading', { name: 'Sleutels deze week' }),
  visits: (page: Page) => page.getByRole('heading', { name: 'Bezoeken' }),
  clients: (page: Page) => page.getByRole('heading', { name: 'Uw cliënten' }),
  journal: (page: Page) => page.getByRole('heading', { name: 'Vraagt aandacht' }),
  counts: (page: Page) => page.getByRole('heading', { name: 'Gehuisvest' }),
}
type Part = keyof typeof parts

const work = 'Werklijst'
const people: readonly (readonly [name: string, role: RegExp, heading: string, has: readonly Part[]])[] = [
  ['Femke Bruinsma', /^Regisseur/, work, ['tasks', 'waiting', 'tafels']],
  ['Nienke Zwiers', /^Regiecoördinator/, work, ['region', 'tafels', 'tasks']],
  ['Johan Wiggers', /^Voorzitter/, work, ['tafels', 'tasks']],
  ['Sunita Ramdin', /^Secretaris/, work, ['tafels', 'tasks']],
  ['Aaltje Meppelink', /^Teamleider gemeente/, work, ['load']],
  ['Gea Wolters', /^Medewerker huisvesting/, work, ['tasks', 'letting', 'offers', 'keys', 'tafels']],
  ['Eline Reinders', /^Teamleider corporatie/, work, ['load']],
  ['Roos Ottens', /^Begeleider/, work, ['visits', 'tasks', 'tafels']],
  ['Milan Perić', /^Teamleider zorg/, work, ['load', 'tasks']],
  ['Frits Alberda', /^Medewerker wijkteam/, work, ['clients', 'tafels']],
  ['Ilse Kamphuis', /^Functionaris/, 'Journaal', ['journal']],
  ['Roelof Sikkens', /^Beheerder/, 'Mensen', []],
  ['Samira Benhaddou', /^Bestuurder/, 'Cijfers', ['counts']],
  ['Trudy Wiersema', /^Cliëntenraad/, 'Cijfers', ['counts']],
]

test('each of the fourteen roles begins with its own work, and with nobody else’s', async ({ browser }) => {
  test.setTimeout(180_000)
  for (const [name, role, heading, has] of people) {
    const page = await signIn(browser, name, role)
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1, name: heading }), name).toBeVisible()
    for (const [part, found] of Object.entries(parts))
      await expect(found(page), `${name}: ${part}`).toHaveCount(has.includes(part as Part) ? 1 : 0)
    const inMenu = page.getByRole('navigation', { name: 'Menu' }).first().getByRole('link', { name: work })
    await expect(inMenu, name).toHaveCount(heading === work ? 1 : 0)
    await page.context().close()
  }
})

test('a regisseur sees who waits too long and why in three presses', async ({ browser }) => {
  const page = await signIn(browser, 'Femke Bruinsma')
  await page.getByRole('link', { name: 'Dossiers' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dossiers' })).toBeVisible()
  await page.getByRole('link', { name: /^Te laat/ }).click()
  await expect(page).toHaveURL(/late=yes/)
  await page.getByRole('main').getByRole('rowheader').first().getByRole('link').click()
  await expect(page.getByRole('heading', { name: 'Wie is aan zet' })).toBeVisible()
  await expect(page.getByText('Te laat').first()).toBeVisible()
})

test('a mentor with a phone has one button for each visit, large enough for a thumb', async ({ browser }) => {
  const page = await signIn(browser, 'Roos Ottens')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/')
  const visits = page.locator('section', { has: page.getByRole('heading', { name: 'Bezoeken' }) })
  const buttons = visits.getByRole('link', { name: /^Leg contact vast voor / })
  expect(await buttons.count()).toBeGreaterThan(0)
  for (const button of await buttons.all())
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await buttons.first().click()
  await expect(page).toHaveURL(/\/steps\/recordVisit$/)
})

test('a list is chosen by code, put in another order and gone through page by page', async ({ browser }) => {
  const page = await signIn(browser, 'Nienke Zwiers')
  await page.goto('/cases')
  await expect(page.getByText(/^1–50 van \d+$/)).toBeVisible()
  await page.getByRole('link', { name: 'Volgende', exact: true }).click()
  await expect(page.getByText(/^51–\d+ van \d+$/)).toBeVisible()
  await page.getByRole('link', { name: 'Vorige', exact: true }).click()
  await expect(page.getByText(/^1–50 van \d+$/)).toBeVisible()
  await page.getByRole('columnheader', { name: 'Uiterlijk' }).getByRole('link').click()
  await expect(page.getByRole('columnheader', { name: 'Uiterlijk' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await page.getByText('Kies taak of partij').click()
  await page.getByLabel('Taak').selectOption({ label: 'Op huisbezoek gaan' })
  await page.getByLabel('Partij').selectOption({ label: 'Cosis' })
  await page.getByRole('button', { name: 'Toon' }).click()
  await shows(page, 'Dossiers')
  const chip = page.getByRole('link', { name: /^Cosis/ })
  await expect(chip).toBeVisible()
  expect(page.url()).not.toMatch(/cosis/i)
  const withParty = await page.getByRole('main').getByRole('row').count()
  await chip.click()
  await expect(chip).toHaveCount(0)
  expect(await page.getByRole('main').getByRole('row').count()).toBeGreaterThan(withParty)
})

test('a case is found by its number or a name, and neither stands in the address', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const family = `Vindstra-${fresh()}`
  const address = await register(mentor, family)
  const number =
    /ZOD-\d\d-\d{4,}/.exec(await mentor.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''
  const look = async (page: Page, typed: string) => {
    await page.goto('/cases')
    await page.getByLabel('Zoek op naam of dossiernummer').fill(typed)
    await page.getByRole('button', { name: 'Zoeken' }).click()
  }
  for (const typed of [`${family} noor`.toLowerCase(), number.toLowerCase()]) {
    await look(mentor, typed)
    await expect(mentor, typed).toHaveURL(new RegExp(`${address}$`))
  }
  await look(mentor, 'noortje')
  const hits = mentor.getByRole('search').getByRole('link')
  await expect(mentor.getByRole('status').filter({ hasText: /gevonden/ })).toBeVisible()
  if (await hits.count()) await expect(hits.first()).toContainText(/noortje/i)
  const stranger = await signIn(browser, 'Gea Wolters')
  for (const typed of [family, number]) {
    await look(stranger, typed)
    await expect(stranger.getByText('Niets gevonden.')).toBeVisible()
    expect(stranger.url()).toMatch(/\/cases$/)
  }
})
