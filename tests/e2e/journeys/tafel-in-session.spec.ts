// A tafel in session on five screens at once: each follows what is in hand, and sees of it what they may.
import { expect, type Page } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { addressOf, press, send, shows, signInAt, summaryOf } from '../pages/page'
import { test } from '../pages/watched'
import { castOf } from './cast'
import { at, choose, does, fresh, planTafel, putOn, registerAndSend } from './client'

/** In milliseconds: by then everybody sees what was done; a line that was down comes back a little later. */
const [SOON, BACK] = [1_000, 10_000]

const seats = { Gemeente: true, Corporatie: true, Zorgaanbieder: true } as const

/** The page listens: from here on it hears what others do. */
async function listens(page: Page, address: string) {
  const stream = page.waitForResponse((answer) => new URL(answer.url()).pathname === '/live')
  await page.goto(address)
  expect((await stream).status()).toBe(200)
}

const sees = (page: Page, what: string | RegExp, timeout = SOON) =>
  expect(page.getByRole('main').getByText(what).first()).toBeVisible({ timeout })
const seesNot = (page: Page, what: string | RegExp) =>
  expect(page.getByRole('main').getByText(what)).toHaveCount(0, { timeout: SOON })

/** Who leads the table has the answer: from here on the others have a second. */
const isUp = (chair: Page, what: string) =>
  expect(chair.getByRole('heading', { level: 1, name: what })).toBeVisible()

/** A phone that sleeps and has no connection, or wakes up and has one again: the line of its page is down meanwhile. */
async function asleep(page: Page, now: boolean) {
  if (!now) await page.context().setOffline(false)
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, now)
  if (now) await page.context().setOffline(true)
}

async function seat(secretary: Page, tafel: string, [party, who, standIn]: readonly string[]) {
  await at(secretary, tafel, 'nameDelegate')
  await choose(secretary, 'Partij', party as string)
  await choose(secretary, 'Afgevaardigde', who as string)
  if (standIn) await choose(secretary, 'Vervanger', standIn)
  await send(secretary, 'Afgevaardigde kiezen')
}

/** Two cases on a tafel of today: one to which Domesta was asked, and one to which no corporatie was. */
async function begun(people: Awaited<ReturnType<typeof castOf>>) {
  const { mentor, regisseur, chair, secretary } = people
  const mark = fresh()
  const place = `Zitting ${mark}`
  const tafel = await planTafel(secretary, place)
  const numbers: string[] = []
  for (const name of ['Eerstra', 'Tweestra']) {
    const address = await registerAndSend(mentor, `${name}-${mark}`)
    await does(regisseur, address, ['acceptIntake', 'Aanmelding is compleet', {}])
    await putOn(regisseur, address, place)
    if (name === 'Eerstra') {
      await at(regisseur, address, 'inviteParty')
      await choose(regisseur, 'Welke organisatie', 'Domesta')
      await send(regisseur, 'Partij uitnodigen')
    }
    await regisseur.goto(address)
    numbers.push((await regisseur.getByRole('main').textContent())?.match(/[A-Z]{3}-\d{2}-\d+/)?.[0] ?? '')
  }
  await seat(secretary, tafel, ['Gemeente', 'Femke Bruinsma'])
  await seat(secretary, tafel, ['Corporatie', 'Gea Wolters'])
  await seat(secretary, tafel, ['Zorgaanbieder', 'Cosis: '])
  const opening = { ...seats, 'Namen van de aanwezigen': 'Allen' }
  await does(chair, tafel, ['openTafel', 'Uitstroomtafel openen', opening])
  return { tafel, numbers, names: ['Eerstra', 'Tweestra'].map((name) => `${name}-${mark}`) }
}

type People = Awaited<ReturnType<typeof castOf>> & { readonly outside: Page }
type Begun = Awaited<ReturnType<typeof begun>>

/** The first case: Domesta was asked, so all who are there hear something of it, and nobody a name on the wall. */
async function firstInHand(
  { mentor, chair, secretary, officer, outside }: People,
  { numbers, names }: Begun,
) {
  const [first, second] = numbers as [string, string]
  await chair.getByRole('button', { name: 'Eerste dossier' }).click()
  await isUp(chair, first)
  await sees(mentor, `Dossier ${first}`)
  await sees(officer, `Dossier ${first}`)
  await sees(outside, 'Dossier 1 van de agenda')
  await seesNot(outside, first)
  await seesNot(officer, names[0] as string)
  await sees(mentor, new RegExp(names[0] as string))
  await shows(chair, new RegExp(first))
  await sees(chair, 'Woonprofiel')
  await seesNot(chair, names[0] as string)
  await seesNot(chair, second)
  for (const page of [mentor, officer, outside, secretary]) expect(await axeFaults(page)).toEqual([])
}

/** The second, by a key, while one of them sleeps: it is not for the corporatie, and the wall says nothing of it. */
async function secondInHand({ mentor, chair, officer, outside }: People, { numbers }: Begun) {
  const [first, second] = numbers as [string, string]
  await asleep(mentor, true)
  await chair.keyboard.press('n')
  await isUp(chair, 'Dossier 2')
  await sees(officer, 'Dossier 2 van de agenda')
  await seesNot(officer, second)
  await sees(chair, 'Niet iedereen aan tafel hoort bij dit dossier.')
  await sees(mentor, `Dossier ${first}`)
  await asleep(mentor, false)
  await sees(mentor, `Dossier ${second}`, BACK)
  await outside.reload()
  await sees(outside, 'Dossier 2 van de agenda')
}

const decision = {
  Uitkomst: 'Afgewezen',
  'Reden van afwijzen': 'Kan zelf een woning vinden',
  'Uitleg voor de cliënt': 'Wij leggen het u graag uit.',
  Motivering: 'Zo besloten.',
}

/** The corporatie leaves: more may be heard, and nothing can be decided until it is back. */
async function withoutQuorum({ chair, secretary }: People, { numbers, names }: Begun) {
  const link = secretary.locator('main a', { hasText: names[1] as string }).first()
  const address = (await link.getAttribute('href')) as string
  await secretary.getByRole('button', { name: 'Gea Wolters gaat weg' }).click()
  await expect(secretary.getByRole('button', { name: 'Gea Wolters komt binnen' })).toBeVisible()
  await sees(chair, numbers[1] as string)
  await sees(chair, 'Er kan nu niets worden besloten. Wat mist: Corporatie.')
  await at(chair, address, 'proposeDecision')
  await press(chair, 'Besluit vastleggen', decision)
  await expect(summaryOf(chair)).toContainText('Er mist nog een partij om te mogen besluiten: corporatie')
  await secretary.getByRole('button', { name: 'Gea Wolters komt binnen' }).click()
  await sees(secretary, 'Genoeg partijen om te besluiten', BACK)
  await chair.getByRole('button', { name: 'Besluit vastleggen', exact: true }).click()
  await expect(chair.getByText('Gelukt: Besluit vastleggen.')).toBeVisible()
  expect(addressOf(chair)).toBe(address)
}

test('everybody follows what is in hand within a second, each with their own rights, also after a lost line', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const outside = await signInAt(browser, 'Lefier', 'Medewerker huisvesting')
  const people = { ...(await castOf(browser)), outside }
  const { mentor, chair, secretary, officer } = people
  const table = await begun(people)
  for (const page of [mentor, officer, outside, secretary]) await listens(page, `${table.tafel}/session`)
  await sees(mentor, 'Er ligt nog geen dossier op tafel')
  await chair.goto(`${table.tafel}/room`)
  await shows(chair, 'Er ligt nog geen dossier op tafel')
  await firstInHand(people, table)
  await secondInHand(people, table)
  await withoutQuorum(people, table)
})

test('without a script the table is led by buttons in plain forms', async ({ browser }) => {
  test.setTimeout(240_000)
  const people = await castOf(browser)
  const { tafel, numbers } = await begun(people)
  const cookies = await people.chair.context().storageState()
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: cookies })
  const page = await plain.newPage()
  await page.goto(`${tafel}/room`)
  await page.getByRole('button', { name: 'Eerste dossier' }).click()
  await expect(page.getByRole('heading', { level: 1, name: numbers[0] as string })).toBeVisible()
  await page.getByRole('button', { name: 'Volgende dossier' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dossier 2' })).toBeVisible()
  await page.getByRole('button', { name: 'Vorige dossier' }).click()
  await expect(page.getByRole('heading', { level: 1, name: numbers[0] as string })).toBeVisible()
})
