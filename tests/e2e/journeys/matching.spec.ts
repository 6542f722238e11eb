// A run is asked and answered by each side; a home is offered, told, seen and refused, and goes to who is next in reserve.
import { createHash } from 'node:crypto'
import { type Browser, expect, type Page } from '@playwright/test'
import { addressOf, openStep, send, shows, signIn, take } from '../pages/page'
import { test } from '../pages/watched'
import { decision, dwelling, parts, profile } from './answers'
import { type Cast, castOf } from './cast'
import { does, fresh, planTafel, putOn, register } from './client'
import { decide } from './housed'

/** A home larger than any other client of the demo is given, and who cannot do with less. */
const large = (houseNumber: string) => ({ ...dwelling(houseNumber), 'Aantal kamers': '10' })
const wide = { ...profile, 'Minimaal aantal kamers': '10' }

type Client = { readonly name: string; readonly address: string }

/** How a client is called for this home, by the ids that stand in the addresses. */
const calledFor = (client: Client, home: string) => {
  const [id, of] = [client.address, home].map((address) => address.split('/').at(-1))
  return createHash('sha256').update(`${id} ${of}`).digest('hex').slice(0, 8).toUpperCase()
}

/** An aanmelding that the gemeente accepted. */
async function accepted({ mentor, regisseur }: Cast, name: string): Promise<Client> {
  const address = await register(mentor, name)
  for (const [step, label, answers] of parts)
    await does(mentor, address, [step, label, step === 'writeProfile' ? wide : answers])
  await mentor.goto(`${address}/check`)
  await send(mentor, 'Aanmelding versturen')
  await does(regisseur, address, ['acceptIntake', 'Aanmelding is compleet', {}])
  return { name, address }
}

/** Two clients whom the tafel admitted. */
async function twoAdmitted(cast: Cast, mark: string): Promise<readonly [Client, Client]> {
  const first = await accepted(cast, `Eerstra-${mark}`)
  const second = await accepted(cast, `Tweestra-${mark}`)
  const tafel = await planTafel(cast.secretary, `Tafel ${mark}`)
  for (const { address } of [first, second]) await putOn(cast.regisseur, address, `Tafel ${mark}`)
  const normal = { ...decision, Voorrang: 'Normaal' }
  await decide(cast, tafel, [
    [first.address, normal],
    [second.address, normal],
  ])
  return [first, second]
}

/** Asks for new proposals, sees how far they are, and waits until they are there. */
async function ask(page: Page) {
  await page.goto('/matching')
  await page.getByRole('button', { name: 'Nieuwe voorstellen berekenen' }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Stoppen' })).toBeVisible()
  await expect(async () => {
    await page.goto('/matching')
    await expect(page.getByRole('heading', { name: 'De computer rekent' })).toHaveCount(0, { timeout: 500 })
  }).toPass({ timeout: 40_000 })
  await shows(page, 'Voorstellen')
}

const lineOf = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })

/** What the rules leave no question about is agreed to in one press. Says whom the run proposed for this home, and whom it did not. */
async function agreedInBulk(page: Page, clients: readonly [Client, Client], houseNumber: string) {
  const line = lineOf(page, `Weiersstraat ${houseNumber}`)
  await expect(line).toContainText('Nieuw')
  await expect(line).toContainText('Alle regels passen')
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
  const others = lineOf(page, /Alle regels passen|Bekijk de regels/)
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
    'Wanneer hoorde de cliënt het\\?': 'vandaag',
    'Hoe hoorde de cliënt het\\?': 'In een gesprek',
  })
  await take(mentor, 'Bezichtiging plannen', {
    'Dag van de bezichtiging': '+1w',
    'Tijd van de bezichtiging': '10:00',
  })
  await officer.goto(offer)
  await take(officer, 'Bezichtiging vastleggen', { 'Hoe ging het\\?': 'De cliënt zag de woning' })
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

async function mayNotRead(browser: Browser, addresses: readonly string[], names: readonly string[]) {
  for (const name of names) {
    const page = await signIn(browser, name)
    for (const address of addresses) await gives404(page, address)
  }
}

test('a run proposes, each side answers by its own rights, and what one refuses goes to who is next', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const cast = await castOf(browser)
  const mark = fresh()
  const houseNumber = mark.slice(-6)
  const clients = await twoAdmitted(cast, mark)
  await cast.officer.goto('/dwellings/new')
  await send(cast.officer, 'Woning toevoegen', large(houseNumber))
  const home = addressOf(cast.officer)
  await ask(cast.regisseur)
  await answerOthers(cast.regisseur, houseNumber)
  const [chosen, next] = await agreedInBulk(cast.regisseur, clients, houseNumber)
  const offer = await offered(cast.officer, home, chosen)
  await mayNotRead(browser, [offer, home], ['Anouk Slagter', 'Trudy Wiersema'])
  await toldSeenRefused(cast, offer)
  await gives404(cast.officer, chosen.address)
  await nextTakesIt(cast, home, next)
  await gives404(cast.officer, chosen.address)
})
