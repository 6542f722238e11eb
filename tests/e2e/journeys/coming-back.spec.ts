// Signing in leads back to where somebody was going; nothing that was typed is lost when a session ends under it.
import { type Browser, expect, type Page } from '@playwright/test'
import { press, send, shows, signIn, summaryOf, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { profile } from './answers'
import { at, fresh, register } from './client'

const step = 'Woonprofiel schrijven'

/** Signs in on the page that is open, as somebody who is listed on it. */
async function enter(page: Page, name: string) {
  const named = page.locator('button', { hasText: `${name} · ` })
  const group = page.locator('main details', { has: named }).first()
  await group.locator('summary').click()
  await group.locator(named).first().click()
}

test('whoever opens a link signs in first and is then where the link led', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/cases?stage=aftercare')
  await expect(page).toHaveURL('/login?next=%2Fcases%3Fstage%3Daftercare')
  await expect(page.getByText('Daarna gaat u verder op de pagina die u vroeg.')).toBeVisible()
  await enter(page, 'Roos Ottens')
  await expect(page).toHaveURL('/cases?stage=aftercare')
})

test('and with more than one role also after choosing one', async ({ browser }) => {
  const page = await visitor(browser)
  await page.goto('/tafels')
  await enter(page, 'Marieke Oosterhof')
  await expect(page).toHaveURL('/login/membership?next=%2Ftafels')
  await page.getByRole('button', { name: /^Regisseur,/ }).click()
  await expect(page).toHaveURL('/tafels')
})

test('a link never leads to another site, nor to a wrong password', async ({ browser }) => {
  const page = await visitor(browser)
  for (const next of [
    '//elders.example',
    '/\\elders.example',
    'https://elders.example',
    '/.//elders.example',
  ]) {
    await page.goto(`/login?${new URLSearchParams({ next })}`)
    for (const kept of await page.locator('input[name="next"]').all()) await expect(kept).toHaveValue('/')
  }
  await page.goto('/login?next=/tafels')
  await page.getByLabel('E-mailadres').fill('niemand@voorbeeld.example')
  await page.getByLabel('Wachtwoord').fill('niet het wachtwoord')
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
  await expect(summaryOf(page)).toContainText('horen niet bij elkaar')
  await expect(
    page.locator('form', { has: page.getByLabel('Wachtwoord') }).locator('input[name="next"]'),
  ).toHaveValue('/tafels')
})

/** A form of a new client with everything filled in, of which the session has ended meanwhile. */
async function filledIn(browser: Browser, javaScriptEnabled = true): Promise<[Page, string]> {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Eindstra-${fresh()}`)
  const page = javaScriptEnabled ? mentor : await visitor(browser, { javaScriptEnabled })
  if (!javaScriptEnabled) await page.context().addCookies(await mentor.context().cookies())
  await at(page, address, 'writeProfile')
  return [page, address]
}

test('a session that ends under a form: sign in on a second tab, and send it as it was', async ({
  browser,
}) => {
  const [page] = await filledIn(browser)
  await page.context().clearCookies()
  await press(page, step, profile)
  await expect(summaryOf(page)).toContainText('U bent uitgelogd')
  await expect(summaryOf(page)).toBeFocused()
  await expect(page.getByLabel('Woonomgeving')).toHaveValue(profile.Woonomgeving as string)
  await shows(page, step)
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Inloggen op een nieuw tabblad' }).click()
  const second = await opened
  await enter(second, 'Roos Ottens')
  await shows(second, 'U bent weer ingelogd')
  await second.close()
  await send(page, step)
})

test('without JavaScript it is said that nothing was kept, and signing in leads back to the form', async ({
  browser,
}) => {
  const [page, address] = await filledIn(browser, false)
  await page.context().clearCookies()
  await press(page, step, profile)
  await expect(page).toHaveURL(/\/login\?next=.*lost=1$/)
  await expect(page.getByText('Wat u net verstuurde, is niet bewaard.')).toBeVisible()
  await enter(page, 'Roos Ottens')
  await expect(page).toHaveURL(`${address}/steps/writeProfile`)
})

test('a page for another role says so; a page that is not there says no more than that, in the frame', async ({
  browser,
}) => {
  const officer = await signIn(browser, 'Gea Wolters')
  expect((await officer.goto('/cases/new'))?.status()).toBe(403)
  await shows(officer, 'Hiervoor hebt u een andere rol nodig')
  await expect(officer.getByText('Uw rol is nu: Medewerker huisvesting.')).toBeVisible()
  for (const path of ['/bestaat-niet', `/cases/${crypto.randomUUID()}`]) {
    expect((await officer.goto(path))?.status()).toBe(404)
    await shows(officer, 'Deze pagina is er niet')
    await expect(officer.getByRole('link', { name: 'Woningen' }).first()).toBeVisible()
  }
  await officer.getByRole('link', { name: 'Naar de werklijst' }).click()
  await shows(officer, 'Werklijst')
})
