// Two people at once, one person twice: one of them counts, the other is told so and loses nothing.
import { type Browser, expect, type Page } from '@playwright/test'
import { fill, openStep, press, send, shows, signIn, summaryOf } from '../pages/page'
import { test } from '../pages/watched'
import { profile, registration } from './answers'
import { formOf, post } from './by-hand'
import { at, fresh, register, turnTo } from './client'
import { bringIn } from './housed'

const changed = 'Dit is intussen veranderd'

/** How often the timeline of this case tells this. */
async function told(page: Page, address: string, sentence: string) {
  await page.goto(`${address}/timeline`)
  return page.getByRole('main').getByText(sentence, { exact: true })
}

/** Two colleagues who wrote the same profile; the first one sent it, the second one is told so. */
async function bothWrote(browser: Browser, family: string): Promise<[Page, Page, string]> {
  const first = await signIn(browser, 'Roos Ottens')
  const second = await signIn(browser, 'Stefan Tuin')
  const address = await register(first, `${family}-${fresh()}`)
  for (const page of [first, second]) await at(page, address, 'writeProfile')
  await send(first, 'Woonprofiel schrijven', profile)
  const mine = { ...profile, Woonomgeving: 'Vlak bij haar zus', 'Extra zorgvuldig zoeken': 'Ja' }
  await press(second, 'Woonprofiel schrijven', mine)
  await expect(summaryOf(second)).toContainText(changed)
  await expect(summaryOf(second)).toBeFocused()
  await shows(second, 'Woonprofiel schrijven')
  return [first, second, address]
}

test('the second of two colleagues chooses, for each answer that differs, and overwrites nothing unseen', async ({
  browser,
}) => {
  const [first, second, address] = await bothWrote(browser, 'Tweestra')
  await expect(await told(first, address, 'Woonprofiel geschreven')).toHaveCount(1)
  await first.goto(`${address}/file`)
  await expect(first.getByText('Vlak bij haar zus')).toHaveCount(0)
  // What is the same is not asked; what differs says whose it is.
  await expect(second.getByRole('radio')).toHaveCount(4)
  const where = second.getByRole('group', { name: 'Woonomgeving' })
  await expect(where.getByRole('radio', { name: /^Wat u typte/ })).toHaveAccessibleDescription(
    'Vlak bij haar zus',
  )
  const theirs = where.getByRole('radio', { name: /^Wat er nu staat, van Roos Ottens, / })
  await expect(theirs).toHaveAccessibleDescription('Een rustige straat')
  await expect(second.locator('main :checked')).toHaveCount(0)
  await theirs.check()
  const careful = second.getByRole('group', { name: 'Extra zorgvuldig zoeken' })
  await careful.getByRole('radio', { name: /^Wat u typte/ }).check()
  await send(second, 'Woonprofiel schrijven')
  await second.goto(`${address}/file`)
  await expect(second.getByText('Een rustige straat')).toBeVisible()
  await expect(second.getByText('Vlak bij haar zus')).toHaveCount(0)
})

test('or goes back to the form with what was chosen, and writes on', async ({ browser }) => {
  const [, second, address] = await bothWrote(browser, 'Naaststra')
  for (const name of ['Woonomgeving', 'Extra zorgvuldig zoeken'])
    await second
      .getByRole('group', { name })
      .getByRole('radio', { name: /^Wat u typte/ })
      .check()
  await second.getByRole('button', { name: 'Terug naar het formulier' }).click()
  await expect(second.getByLabel('Woonomgeving')).toHaveValue('Vlak bij haar zus')
  await send(second, 'Woonprofiel schrijven', { Woonomgeving: 'Vlak bij haar zus, op de begane grond' })
  await second.goto(`${address}/file`)
  await expect(second.getByText('Vlak bij haar zus, op de begane grond')).toBeVisible()
})

test('a form that is sent twice counts once', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const family = `Dubbelstra-${fresh()}`
  await mentor.goto('/cases/new')
  await fill(mentor, registration(family))
  await mentor.getByRole('button', { name: 'Cliënt aanmelden' }).dblclick()
  await expect(mentor.getByText('Gelukt: Cliënt aanmelden.')).toBeVisible()
  const address = new URL(mentor.url()).pathname
  const consent = await formOf(mentor, `${address}/steps/addNetwork`)
  const form = { ...consent, name: `Buur van ${family}`, relation: 'Buur' }
  const answers = await Promise.all(
    [1, 2, 3, 4, 5].map(() => post(mentor, `${address}/steps/addNetwork`, form)),
  )
  expect(answers.filter((a) => a.headers().location?.includes('done=addNetwork'))).toHaveLength(1)
  for (const answer of answers) expect(answer.status()).toBeLessThan(500)
  await expect(await told(mentor, address, 'Netwerk bijgewerkt')).toHaveCount(1)
  await mentor.goto('/cases?stage=intake')
  await turnTo(mentor, family)
  await expect(mentor.getByRole('link', { name: family })).toHaveCount(1)
})

test('an aanmelding that is sent again opens no second case', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const family = `Nogmaals-${fresh()}`
  await mentor.goto('/cases/new')
  const chosen = mentor.getByRole('radiogroup', { name: 'Verantwoordelijke gemeente' })
  const gemeente = await chosen.getByRole('radio', { name: 'Gemeente Emmen' }).getAttribute('value')
  const form = {
    ...(await formOf(mentor, '/cases/new')),
    givenName: 'Noortje',
    familyName: family,
    birthDate: '3-5-1991',
    setting: 'BW',
    facility: 'De Linde',
    law: 'wmo',
    readySince: '3-3-2024',
    gemeente: gemeente ?? '',
  }
  expect((await post(mentor, '/cases/new', form)).headers().location).toContain('done=openCase')
  const again = await post(mentor, '/cases/new', form)
  expect(await again.text()).toContain('Dit formulier is al verstuurd')
  await mentor.goto('/cases?stage=intake')
  await turnTo(mentor, family)
  await expect(mentor.getByRole('link', { name: family })).toHaveCount(1)
})

test('the way back after a step leads to the form with what is known now', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const address = await register(mentor, `Terugstra-${fresh()}`)
  await at(mentor, address, 'writeProfile')
  await send(mentor, 'Woonprofiel schrijven', profile)
  await mentor.goBack()
  await shows(mentor, 'Woonprofiel schrijven')
  await expect(mentor.getByLabel('Woonomgeving')).toHaveValue(profile.Woonomgeving as string)
  await send(mentor, 'Woonprofiel schrijven', { Woonomgeving: 'Bij het park' })
  await expect(await told(mentor, address, 'Woonprofiel geschreven')).toHaveCount(2)
})

test('of two officers who offer one dwelling, one does and the other is told', async ({ browser }) => {
  const first = await signIn(browser, 'Gea Wolters')
  const second = await signIn(browser, 'Bart Lubbers')
  const town = { gemeente: 'Gemeente Borger-Odoorn', postcode: '9531 AB' }
  const dwelling = await bringIn(first, fresh().slice(-6), town)
  for (const page of [first, second]) {
    await page.goto(dwelling)
    // The last in the order: the first ones belong to other tests.
    await page
      .getByRole('link', { name: /voorstellen$/ })
      .last()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: /^Kandidaat/ })).toBeVisible()
  }
  const why = { 'Waarom toch deze kandidaat': 'Wil zelf graag in dit dorp wonen' }
  await send(first, 'Woning aanbieden', why)
  await press(second, 'Woning aanbieden', why)
  await expect(summaryOf(second)).toBeVisible()
  await expect(summaryOf(second)).toContainText(
    /net een ander aanbod gekregen|net gereserveerd|kandidaat is niet meer vrij|intussen veranderd/,
  )
  await expect(second.getByLabel('Waarom toch deze kandidaat')).toHaveValue(
    'Wil zelf graag in dit dorp wonen',
  )
  await second.goto(dwelling)
  await expect(second.getByText(/ · Gereserveerd$/)).toBeVisible()
  await openStep(first, 'Aanbod intrekken')
  await send(first, 'Aanbod intrekken', {
    'Reden van intrekken': 'Papieren ontbreken',
    'Toelichting bij het intrekken': 'De papieren zijn er niet',
  })
  await second.reload()
  await expect(second.getByText(/ · Beschikbaar$/)).toBeVisible()
})
