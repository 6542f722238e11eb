// What is typed is not lost on the way: too much of it, no connection, a form that is no longer one.
import { expect, type Page } from '@playwright/test'
import { fill, press, send, shows, signIn, summaryOf, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { profile } from './answers'
import { formOf, post } from './by-hand'
import { at, fresh, register } from './client'

const step = 'Woonprofiel schrijven'
const book = 'Een heel boek. '.repeat(80_000)

async function keepsTyped(page: Page) {
  await expect(page.getByLabel('Landen in de buurt')).toHaveValue(profile['Landen in de buurt'] as string)
  const stairs = page.getByRole('radiogroup', { name: 'Begane grond of lift' })
  await expect(stairs.getByRole('radio', { name: 'Nee' })).toBeChecked()
}

async function keepsAll(page: Page) {
  await expect(summaryOf(page)).toBeFocused()
  await keepsTyped(page)
}

test('a form with a whole book in it is not sent, and says so', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Boekstra-${fresh()}`)
  await at(mentor, address, 'writeProfile')
  await press(mentor, step, { ...profile, Woonomgeving: book })
  await expect(summaryOf(mentor)).toContainText('Er staat te veel tekst in dit formulier.')
  await keepsAll(mentor)
  await expect(mentor.getByLabel('Woonomgeving')).toHaveValue(book)
  await send(mentor, step, { Woonomgeving: 'Een rustige straat' })
})

test('without a connection the form stays as it is, and is sent later', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Lijnstra-${fresh()}`)
  await at(mentor, address, 'writeProfile')
  await mentor.route(`**${address}/**`, (route) =>
    route.request().method() === 'POST' ? route.abort('internetdisconnected') : route.continue(),
  )
  await press(mentor, step, profile)
  await expect(summaryOf(mentor)).toContainText('Dit is niet verstuurd. Wat u typte, staat er nog.')
  await keepsAll(mentor)
  await shows(mentor, step)
  await mentor.unrouteAll()
  await expect(mentor.getByText(`Gelukt: ${step}.`)).toBeVisible()
})

test('a form that is no longer one says what to do', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Valsstra-${fresh()}`)
  const path = `${address}/steps/writeProfile`
  const form = await formOf(mentor, path)
  const answer = await (await post(mentor, path, { ...form, step: 'bestaatNiet' })).text()
  expect(answer).toContain('Dit formulier is niet meer geldig. Laad de pagina opnieuw')
  expect(answer).not.toContain('meldingen bij de velden')
})

test('without JavaScript a form that is too large comes back as it was typed, and says what is wrong', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Dikstra-${fresh()}`)
  const path = `${address}/steps/writeProfile`
  const plain = await visitor(browser, { javaScriptEnabled: false })
  await plain.context().addCookies(await mentor.context().cookies())
  await plain.goto(path)
  const chapter = 'Een heel hoofdstuk. '.repeat(500)
  await fill(plain, { ...profile, Woonomgeving: chapter })
  await plain.getByRole('button', { name: step, exact: true }).click()
  await expect(summaryOf(plain)).toContainText('Woonomgeving')
  await keepsTyped(plain)
  await expect(plain.getByLabel('Woonomgeving')).toHaveValue(chapter)

  const form = await formOf(mentor, path)
  const sent = async (environment: string) => await post(mentor, path, { ...form, environment })
  // What a browser does with a page of four megabytes takes it many seconds: the answer is read as it came.
  const read = await sent(book)
  expect(read.status()).toBe(200)
  expect((await read.text()).split(`>${book}</textarea>`).length).toBe(2)
  const unread = await sent(book.repeat(4))
  expect(unread.status()).toBe(413)
  expect(await unread.text()).toContain('Er is niets verstuurd. Ga terug en maak de tekst korter.')
})
