// Nothing typed is lost: it is kept while it is typed, for its author alone, until it is sent or thrown away.
import { type Browser, expect, type Page } from '@playwright/test'
import { paths } from '../../../src/paths'
import { send, shows, signIn, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { profile } from './answers'
import { formOf, post } from './by-hand'
import { at, fresh, register } from './client'

const step = 'Woonprofiel schrijven'
/** Three seconds after the last key it is kept, and the form says so. */
async function kept(page: Page) {
  await page.waitForTimeout(3000)
  await expect(
    page.locator('form p', { hasText: /^Concept opgeslagen om \d\d:\d\d\.$/ }).first(),
  ).toBeVisible()
}

/** The line of this draft on the work list. */
const draftOf = (page: Page, address: string) => page.locator(`a[href="${address}/steps/writeProfile"]`)

/** A mentor at an empty form of a new client. */
async function atForm(browser: Browser, family: string): Promise<[Page, string]> {
  const page = await signIn(browser, 'Roos Ottens')
  const address = await register(page, `${family}-${fresh()}`)
  await at(page, address, 'writeProfile')
  return [page, address]
}

/** The same person in another browser. */
async function elsewhere(browser: Browser, page: Page, javaScriptEnabled = true): Promise<Page> {
  const other = await visitor(browser, { javaScriptEnabled })
  await other.context().addCookies(await page.context().cookies())
  return other
}

test('what is typed on one device is there on another, also half a date, and is gone when it is sent', async ({
  browser,
}) => {
  const [page, address] = await atForm(browser, 'Verderstra')
  await page.getByLabel('Woonomgeving').fill('Bij het par')
  await page.getByLabel('Cliënt akkoord op').fill('12-1')
  await kept(page)
  const other = await elsewhere(browser, page)
  await other.goto('/')
  await expect(other.getByRole('heading', { name: /^Concepten: \d+$/ })).toBeVisible()
  await shows(other, 'Werklijst')
  await draftOf(other, address).click()
  await expect(other).toHaveURL(`${address}/steps/writeProfile`)
  await shows(other, step)
  await expect(other.getByText(/^U was hier op \S+ \d+ \S+ om \d\d:\d\d gebleven\./)).toBeVisible()
  await expect(other.getByLabel('Woonomgeving')).toHaveValue('Bij het par')
  await expect(other.getByLabel('Cliënt akkoord op')).toHaveValue('12-1')
  await send(other, step, { ...profile, 'Cliënt akkoord op': 'vandaag' })
  await other.goto('/')
  await expect(draftOf(other, address)).toHaveCount(0)
  await other.goto(`${address}/steps/writeProfile`)
  await expect(other.getByText('U was hier op')).toHaveCount(0)
})

test('a colleague sees nothing of it', async ({ browser }) => {
  const [page, address] = await atForm(browser, 'Alleenstra')
  await page.getByLabel('Woonomgeving').fill('Nog niet voor anderen')
  await kept(page)
  const colleague = await signIn(browser, 'Stefan Tuin')
  await at(colleague, address, 'writeProfile')
  await expect(colleague.getByLabel('Woonomgeving')).toHaveValue('')
  await expect(colleague.getByText('U was hier op')).toHaveCount(0)
  await colleague.goto('/')
  await expect(draftOf(colleague, address)).toHaveCount(0)
})

test('it is thrown away, and comes back when that was a mistake', async ({ browser }) => {
  const [page] = await atForm(browser, 'Wegstra')
  await page.getByLabel('Woonomgeving').fill('Weg hiermee')
  await kept(page)
  await page.reload()
  await page.getByRole('button', { name: 'Weggooien en opnieuw beginnen' }).click()
  await expect(page.getByText('Wat u hier had getypt, is weggegooid.')).toBeVisible()
  await expect(page.getByLabel('Woonomgeving')).toHaveValue('')
  await shows(page, step)
  await page.getByRole('button', { name: 'Haal het terug' }).click()
  await expect(page.getByText('U was hier op')).toBeVisible()
  await expect(page.getByLabel('Woonomgeving')).toHaveValue('Weg hiermee')
})

test('without a connection it says so, and keeps it when the connection is back', async ({ browser }) => {
  const [page] = await atForm(browser, 'Lijnloos')
  await page.getByLabel('Woonomgeving').fill('Eerst')
  await kept(page)
  await page.context().setOffline(true)
  await page.getByLabel('Woonomgeving').fill('Eerst en daarna')
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: 'Niet opgeslagen: geen verbinding. We proberen het opnieuw.' }),
  ).toHaveCount(1)
  await page.context().setOffline(false)
  await kept(page)
  await page.reload()
  await expect(page.getByLabel('Woonomgeving')).toHaveValue('Eerst en daarna')
})

test('when the session ended it says so, and keeps it as soon as somebody has signed in', async ({
  browser,
}) => {
  const [page] = await atForm(browser, 'Sessiestra')
  const before = await page.context().cookies()
  await page.getByLabel('Woonomgeving').fill('Eerst')
  await kept(page)
  await page.context().clearCookies()
  await page.getByLabel('Woonomgeving').fill('Eerst en daarna')
  await expect(page.getByText('Niet opgeslagen: u bent uitgelogd.').first()).toBeVisible()
  await page.context().addCookies(before)
  await page.getByLabel('Ondersteuning thuis').fill('Bellen')
  await kept(page)
  await page.reload()
  await expect(page.getByLabel('Woonomgeving')).toHaveValue('Eerst en daarna')
})

test('two tabs of one person: both are kept, and one chooses', async ({ browser }) => {
  const [page, address] = await atForm(browser, 'Tabstra')
  const other = await elsewhere(browser, page)
  await at(other, address, 'writeProfile')
  await page.getByLabel('Woonomgeving').fill('Van links')
  await page.getByLabel('Type woning').fill('Flat')
  await kept(page)
  await other.getByLabel('Woonomgeving').fill('Van rechts')
  await expect(other.locator('form p', { hasText: 'Beide zijn bewaard.' }).first()).toBeVisible()
  await page.reload()
  await shows(page, step)
  const where = page.getByRole('group', { name: 'Woonomgeving' })
  await expect(where.getByRole('radio')).toHaveCount(2)
  await where.getByRole('radio', { name: /^Wat u op een andere plek typte/ }).check()
  await page.getByRole('button', { name: 'Terug naar het formulier' }).click()
  await expect(page.getByLabel('Woonomgeving')).toHaveValue('Van links')
  // What only one of them had is not asked.
  await expect(page.getByLabel('Type woning')).toHaveValue('Flat')
  await send(page, step, profile)
  await page.goto('/')
  await expect(draftOf(page, address)).toHaveCount(0)
})

test('without JavaScript it is kept by a button, and what two people wrote is chosen from', async ({
  browser,
}) => {
  const [page, address] = await atForm(browser, 'Knopstra')
  const plain = await elsewhere(browser, page, false)
  await at(plain, address, 'writeProfile')
  await plain.getByLabel('Woonomgeving').fill('Straks verder')
  await plain.getByRole('button', { name: 'Bewaren en later verder' }).click()
  await expect(plain.getByText(/^Bewaard om \d\d:\d\d\./).first()).toBeVisible()
  await plain.getByLabel('Woonomgeving').fill('Straks weer verder')
  await plain.getByRole('button', { name: 'Bewaren en later verder' }).click()
  await at(plain, address, 'writeProfile')
  await expect(plain.getByLabel('Woonomgeving')).toHaveValue('Straks weer verder')
  const colleague = await signIn(browser, 'Stefan Tuin')
  await at(colleague, address, 'writeProfile')
  await send(colleague, step, profile)
  await at(plain, address, 'writeProfile')
  const where = plain.getByRole('group', { name: 'Woonomgeving' })
  await where.getByRole('radio', { name: /^Wat er nu staat, van Stefan Tuin/ }).check()
  await plain.getByRole('button', { name: step, exact: true }).click()
  await expect(plain.getByText(`Gelukt: ${step}.`)).toBeVisible()
  await plain.goto(`${address}/file`)
  await expect(plain.getByText('Een rustige straat')).toBeVisible()
})

test('what the form sends by itself is taken from nobody else, of nothing else, and no larger than a form', async ({
  browser,
}) => {
  const [page, address] = await atForm(browser, 'Vreemdstra')
  const form = {
    ...(await formOf(page, `${address}/steps/writeProfile`)),
    environment: 'Mijn tekst',
    seq: '1',
  }
  const status = async (who: Page, sent: Record<string, string>, headers?: Record<string, string>) =>
    (await post(who, paths.drafts, sent, headers)).status()
  expect(await status(page, form)).toBe(200)
  expect(await status(page, { ...form, subject: crypto.randomUUID() })).toBe(404)
  expect(await status(page, { ...form, step: 'handOverKey' })).toBe(404)
  expect(await status(page, { ...form, key: 'geen sleutel' })).toBe(400)
  expect(await status(page, { ...form, 'draft.from': '{' })).toBe(400)
  expect(await status(page, { ...form, environment: 'x'.repeat(1_000_001) })).toBe(413)
  expect(await status(page, form, { origin: 'https://elders.example' })).toBe(403)
  expect(await status(page, form, {})).toBe(403)
  const officer = await signIn(browser, 'Gea Wolters')
  expect(await status(officer, form)).toBe(404)
  const colleague = await signIn(browser, 'Stefan Tuin')
  expect(await status(colleague, { ...form, seq: '9', environment: 'Van een ander' })).toBe(200)
  await colleague.context().clearCookies()
  expect(await status(colleague, form)).toBe(401)
  await page.reload()
  await expect(page.getByLabel('Woonomgeving')).toHaveValue('Mijn tekst')
})
