// A run is asked and answered by each side; a home is offered, told, seen and refused, and goes to who is next in reserve.
import { createHash } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import type { Admitted } from '../../support/admitted-pair'
import { addressOf, openStep, send, shows, signIn, signInAt, take } from '../pages/page'
import { test } from '../pages/watched'
import { dwelling } from './answers'
import { takenBefore } from './before'
import { fresh } from './client'

/** A home larger than any other of the demo: it fits two clients, and nobody else who is proposed one. */
const large = (houseNumber: string) => ({ ...dwelling(houseNumber), 'Aantal kamers': '10' })

type Client = Admitted
type Cast = Record<'mentor' | 'regisseur' | 'officer', Page>

/** How a client is called for this home, by the ids that stand in the addresses. */
const calledFor = (client: Client, home: string) => {
  const [id, of] = [client.address, home].map((address) => address.split('/').at(-1))
  return createHash('sha256').update(`${id} ${of}`).digest('hex').slice(0, 8).toUpperCase()
}

const ASK = 'Nieuwe voorstellen berekenen'
const stopped = (page: Page) => page.getByText('Gestopt', { exact: true })

/** Asks for a run and thinks better of it: it stays in the list. A run that was faster than the hand is asked once more. */
async function asksAndStops(page: Page) {
  await page.goto('/matching')
  const before = await stopped(page).count()
  await expect(async () => {
    await page.getByRole('button', { name: ASK }).click()
    await page.getByRole('button', { name: 'Stoppen' }).click({ timeout: 2_000 })
    await expect(page.getByRole('button', { name: ASK })).toBeVisible()
    await expect(stopped(page)).toHaveCount(before + 1, { timeout: 1_000 })
  }).toPass()
}

/** Asks for new proposals, sees how far they are, and waits until they are there. */
async function ask(page: Page) {
  await page.getByRole('button', { name: ASK }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(async () => {
    await page.goto('/matching')
    await expect(page.getByRole('button', { name: ASK })).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 40_000 })
  await shows(page, 'Voorstellen')
}

const lineOf = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })

/** What the rules leave no question about is agreed to in one press. Says whom the run proposed for this home, and whom it did not. */
async function agreedInBulk(page: Page, clients: readonly [Client, Client], houseNumber: string) {
  const line = lineOf(page, `Weiersstraat ${houseNumber}`)
  await expect(line).toContainText('Nieuw')
  await expect(line).toContainText('alle regels passen')
  await page.getByRole('button', { name: /^Akkoord met .* waarin alle regels passen$/ }).click()
  await expect(line).toContainText('Akkoord')
  await expect(page.getByRole('button', { name: /waarin alle regels passen$/ })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Wie beslist' })).toBeVisible()
  const address = await line.getByRole('link').first().getAttribute('href')
  const at = clients.findIndex((client) => address?.includes(client.address))
  return [clients[at] as Client, clients[1 - at] as Client] as const
}

/** Gives an answer that needs a reason: sent without one it stays open and says so; then the row says what was answered. */
async function answerWithReason(page: Page, name: string, [open, send, why, reason]: readonly string[]) {
  await page.getByText(open as string, { exact: true }).click()
  await page.getByRole('button', { name: send as string, exact: true }).click()
  await expect(page.getByText('Kies een reden uit de lijst.')).toBeVisible()
  await page.getByLabel(why as string).selectOption({ label: reason as string })
  await page.getByRole('button', { name: send as string, exact: true }).click()
  await expect(page.getByText(reason as string, { exact: true })).toBeVisible()
  await page.goto('/matching')
  await expect(lineOf(page, name)).toContainText(reason as string)
}

/** Of two other proposals one is left for now, and one is decided otherwise, each with a reason from its list. */
async function answerOthers(page: Page, houseNumber: string) {
  const others = lineOf(page, /alle regels passen|bekijk de regels/i)
    .filter({ hasNotText: `Weiersstraat ${houseNumber}` })
    .getByRole('link', { name: /^ZOD-/ })
  const [first, second] = (await others.allTextContents()) as [string, string]
  await page.getByRole('link', { name: first, exact: true }).first().click()
  const skip = ['Nu overslaan', 'Overslaan', 'Waarom slaat u dit over?', 'Ik overleg eerst']
  await answerWithReason(page, first, skip)
  await page.getByRole('link', { name: second, exact: true }).first().click()
  const otherwise = [
    'Anders besluiten',
    'Vastleggen',
    'Waarom besluit u anders?',
    'De cliënt wil iets anders',
  ]
  await answerWithReason(page, second, otherwise)
}

const gives404 = async (page: Page, address: string) => expect((await page.goto(address))?.status()).toBe(404)

/** The officer reads who is proposed by another name, agrees, and offers the home. */
async function offered(officer: Page, home: string, chosen: Client) {
  await gives404(officer, chosen.address)
  await officer.goto(home)
  await shows(officer, /Weiersstraat/)
  await expect(officer.getByText(chosen.name)).toHaveCount(0)
  const called = calledFor(chosen, home)
  await expect(officer.getByRole('heading', { name: `Voorstel: kandidaat ${called}` })).toBeVisible()
  await expect(officer.getByText('De gemeente is akkoord')).toBeVisible()
  await officer.getByRole('button', { name: 'Akkoord, en verder naar het aanbod' }).click()
  await shows(officer, `Kandidaat ${called}`)
  await send(officer, 'Woning aanbieden')
  return addressOf(officer)
}

/** Told, shown to a client, and refused for a reason that lies in the home. */
async function toldSeenRefused({ mentor, officer }: Cast, offer: string) {
  await mentor.goto(offer)
  await take(mentor, 'Cliënt weet van het aanbod', {
    'Wanneer hoorde de cliënt het?': 'vandaag',
    'Hoe hoorde de cliënt het?': 'In een gesprek',
  })
  await take(mentor, 'Bezichtiging plannen', {
    'Dag van de bezichtiging': '+1w',
    'Tijd van de bezichtiging': '10:00',
  })
  await officer.goto(offer)
  await take(officer, 'Bezichtiging vastleggen', { 'Hoe ging het?': 'De cliënt zag de woning' })
  await mentor.goto(offer)
  await take(mentor, 'Aanbod weigeren', { Reden: 'Huur te hoog' })
}

/** Who stands in reserve is offered the home, and takes it. */
async function nextTakesIt({ mentor, officer }: Cast, home: string, next: Client) {
  await officer.goto(home)
  const propose = `Kandidaat ${calledFor(next, home)} voorstellen`
  await officer.getByRole('link', { name: propose }).first().click()
  await send(officer, 'Woning aanbieden')
  const offer = addressOf(officer)
  await mentor.goto(offer)
  await take(mentor, 'Aanbod aannemen')
  await officer.reload()
  await openStep(officer, 'Aanbod bevestigen')
  await expect(officer.getByRole('button', { name: 'Aanbod bevestigen' })).toBeVisible()
}

/** An officer of another corporation, a mentor of another provider and the client council find nothing there. */
async function nobodyElseReads(browser: Browser, addresses: readonly string[]) {
  const others = [
    await signInAt(browser, 'Woonservice', 'Medewerker huisvesting'),
    await signIn(browser, 'Anouk Slagter', /^Begeleider/),
    await signIn(browser, 'Trudy Wiersema'),
  ]
  for (const page of others) for (const address of addresses) await gives404(page, address)
}

/** Of who was proposed nothing, the regisseur reads what nearly fits, and that one thing is against it. */
async function readsWhatNearlyFits(page: Page, { address }: Client) {
  await page.goto(`${address}/homes`)
  const near = page.locator('section', { has: page.getByRole('heading', { name: 'Bijna passend' }) }).last()
  await expect(near.getByText(/^Eén ding past niet: /).first()).toBeVisible()
}

/** After the next run: what was proposed and is not any more is told, with why. */
async function seesWhatChanged(page: Page, { address }: Client) {
  await page.goto('/matching')
  await ask(page)
  const gone = page.locator('section', {
    has: page.getByRole('heading', { name: 'Niet meer voorgesteld', exact: true }),
  })
  const line = gone.last().locator('li', { has: page.locator(`a[href="${address}/homes"]`) })
  await expect(line).toContainText('De woning is niet meer vrij')
}

test('a run proposes, each side answers by its own rights, and what one refuses goes to who is next', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const mark = fresh()
  const houseNumber = mark.slice(-6)
  const [clients, mentor, regisseur, officer] = await Promise.all([
    takenBefore<readonly [Client, Client]>('admitted-pair', [mark]),
    signIn(browser, 'Roos Ottens'),
    signIn(browser, 'Femke Bruinsma', /^Regisseur/),
    signIn(browser, 'Gea Wolters'),
  ])
  const cast = { mentor, regisseur, officer }
  await asksAndStops(regisseur)
  await officer.goto('/dwellings/new')
  await send(officer, 'Woning toevoegen', large(houseNumber))
  const home = addressOf(officer)
  await ask(regisseur)
  await answerOthers(regisseur, houseNumber)
  const [chosen, next] = await agreedInBulk(regisseur, clients, houseNumber)
  await readsWhatNearlyFits(regisseur, next)
  const offer = await offered(officer, home, chosen)
  await nobodyElseReads(browser, [offer, home])
  await toldSeenRefused(cast, offer)
  await gives404(officer, chosen.address)
  await nextTakesIt(cast, home, next)
  await gives404(officer, chosen.address)
  await seesWhatChanged(regisseur, chosen)
})
