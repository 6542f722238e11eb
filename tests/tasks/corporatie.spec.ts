// The tasks of an officer at a corporation: a home that came free, fifty homes from Excel, a proposal, an offer, and two who
// want the same home.
import { type Browser, expect, type Page } from '@playwright/test'
import writeXlsxFile from 'write-excel-file/node'
import { dwelling } from '../e2e/journeys/answers'
import { castOf } from '../e2e/journeys/cast'
import { does, fresh, registerAndSend } from '../e2e/journeys/client'
import { admit } from '../e2e/journeys/housed'
import { addressOf, panelOf, send, signIn } from '../e2e/pages/page'
import { test } from '../e2e/pages/watched'
import { within } from './budget'
import type { Hand } from './hand'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const emmen = { gemeente: 'Gemeente Emmen', postcode: '7811 AB' }

/** To a home on the list of what is not let. */
async function toHome(hand: Hand, home: string) {
  await hand.open('Woningen', 'Woningen', hand.page.getByRole('navigation', { name: 'Menu' }))
  await hand.press(hand.page.locator(`main a[href="${home}"]`).first(), panelOf(hand.page))
}

/** A home of this officer's that can be offered now. */
async function brought(officer: Page, houseNumber = fresh().slice(-6)): Promise<string> {
  await officer.goto('/dwellings/new')
  await send(officer, 'Woning toevoegen', { ...dwelling(houseNumber), 'Beschikbaar vanaf': 'vandaag' })
  return addressOf(officer)
}

/** One more client who looks for a home, so that there is somebody to offer it to. */
async function somebodySeeks(browser: Browser) {
  const cast = await castOf(browser)
  const mark = fresh()
  const address = await registerAndSend(cast.mentor, `Zoekstra-${mark}`)
  await admit(cast, address, mark, emmen)
  return cast
}

test('an officer brings a home back that was let before', async ({ browser }) => {
  const page = await signIn(browser, 'Gea Wolters')
  await page.goto('/dwellings?stage=let')
  await page.locator('main tbody a[href^="/dwellings/"]').first().click()
  await expect(panelOf(page)).toBeVisible()
  const home = addressOf(page)
  await does(page, home, [
    'receiveNotice',
    'Opzegging vastleggen',
    {
      'Opgezegd op': 'vandaag',
      'Laatste dag van de huur': 'vandaag',
      'Naar verwachting beschikbaar vanaf': 'vandaag',
    },
  ])
  await page.goto('/')
  await within('a home that came free', page, { presses: 8, seconds: 60 }, async (hand) => {
    await hand.open('Woningen', 'Woningen', page.getByRole('navigation', { name: 'Menu' }))
    await hand.press(
      page.getByRole('link', { name: 'Huur opgezegd', exact: true }),
      page.locator(`main a[href="${home}"]`).first(),
    )
    await hand.press(page.locator(`main a[href="${home}"]`).first(), panelOf(page))
    await hand.open('Woning beschikbaar maken', 'Woning beschikbaar maken', panelOf(page))
    await hand.type('Kale huur per maand', '640,00')
    await hand.send('Woning beschikbaar maken')
  })
})

/** Fifty homes of one street in a workbook, under the headings that a corporation has itself. */
async function workbook(street: string) {
  const headings =
    'Straatnaam;Huisnummer;Postcode;Gemeente;Soort woning;Kamers;Verdieping;Lift;Toegankelijkheid;Netto huur;Vrij per'
  const homes = Array.from({ length: 50 }, (_, at) => [
    street,
    `${at + 1}`,
    '7811 AB',
    'Emmen',
    'Portiekflat',
    '2',
    '1',
    'nee',
    'ZON',
    '612,50',
    '15-12-2026',
  ])
  const cells = [headings.split(';'), ...homes].map((row) => row.map((value) => ({ value })))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { name: 'woningen.xlsx', mimeType, buffer: await writeXlsxFile(cells).toBuffer() }
}

test('an officer brings fifty homes in from Excel', async ({ browser }) => {
  const page = await signIn(browser, 'Gea Wolters')
  const street = fresh().slice(-6)
  const file = await workbook(street)
  await within('fifty homes from Excel', page, { presses: 8, seconds: 90 }, async (hand) => {
    await hand.open('Woningen', 'Woningen', page.getByRole('navigation', { name: 'Menu' }))
    await hand.open('Woningen uit een bestand', 'Woningen uit een bestand')
    await hand.attach('Bestand', file)
    await hand.press(
      page.getByRole('button', { name: 'Bestand lezen' }),
      page.getByRole('heading', { name: 'Wat staat waar?' }),
    )
    const yes = page.getByRole('button', { name: 'Ja, neem 50 woningen over' })
    await hand.press(page.getByRole('button', { name: 'Rijen nakijken' }), yes)
    await hand.press(yes, page.getByText('50 woningen zijn overgenomen.'))
  })
  await page.getByRole('link', { name: 'Naar de woningen' }).click()
  await page
    .getByRole('link', { name: new RegExp(`^${street} `) })
    .first()
    .click()
  await expect(panelOf(page)).toBeVisible()
})

test('an officer agrees to a proposal', async ({ browser }) => {
  const { officer: page, regisseur } = await somebodySeeks(browser)
  const home = await brought(page)
  await regisseur.goto('/matching')
  const asked = regisseur.waitForResponse((response) => response.request().method() === 'POST')
  await regisseur.getByRole('button', { name: 'Nieuwe voorstellen berekenen' }).click()
  await asked
  const proposed = page.getByRole('heading', { name: /^Voorstel: kandidaat/ })
  await expect(async () => {
    await page.goto(home)
    await expect(proposed).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 90_000 })
  await page.goto('/')
  await within('a proposal, agreed to', page, { presses: 3, seconds: 20 }, async (hand) => {
    await toHome(hand, home)
    await hand.press(
      page.getByRole('button', { name: 'Akkoord, en verder naar het aanbod' }),
      page.getByRole('heading', { level: 1, name: /^Kandidaat|^Woning aanbieden/ }),
    )
  })
})

test('an officer offers a home, and a second one at the same moment reads that it was reserved', async ({
  browser,
}) => {
  const { officer: page } = await somebodySeeks(browser)
  const home = await brought(page)
  const second = await signIn(browser, 'Gea Wolters')
  await second.goto(home)
  await second
    .getByRole('link', { name: /voorstellen$/ })
    .first()
    .click()
  await expect(heading(second, /^Kandidaat/)).toBeVisible()
  await page.goto('/')
  await within('reserve and offer', page, { presses: 5, seconds: 30 }, async (hand) => {
    await toHome(hand, home)
    await hand.open(/voorstellen$/, /^Kandidaat/)
    await hand.send('Woning aanbieden')
  })
  await within('reserved by somebody else', second, { presses: 1, seconds: 4 }, (hand) =>
    hand.press(
      second.getByRole('button', { name: 'Woning aanbieden', exact: true }),
      second.getByText('Deze woning is net gereserveerd.'),
    ),
  )
})
