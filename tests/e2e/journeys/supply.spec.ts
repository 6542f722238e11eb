// A corporation takes its dwellings over from a file, and moves the day of one of them.
import { expect, type Page } from '@playwright/test'
import { paths } from '@/paths'
import { pdf, photo } from '../../support/files'
import { openStep, press, send, shows, signIn, summaryOf } from '../pages/page'
import { test } from '../pages/watched'
import { fresh } from './client'

const TITLE = 'Woningen uit een bestand'
/** What may be said of a day today, and in every year. */
const YEAR = new Date().getFullYear() + 1
const click = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

/** A file as a corporation has it: its own headings, one good dwelling, one with two mistakes, and the good one once more. */
const fileWith = (street: string) => {
  const row = (number: string, type: string, rent: string) =>
    `${street};${number};7811 AB;Emmen;${type};2;1;nee;ZON;${rent};15-12-${YEAR}`
  return [
    'Straatnaam;Huisnummer;Postcode;Gemeente;Soort woning;Kamers;Verdieping;Lift;Toegankelijkheid;Netto huur;Vrij per',
    row(street, 'Portiekflat', '612,50'),
    row('2', 'Kasteel', '-5'),
    row(street, 'Portiekflat', '612,50'),
  ].join('\r\n')
}

async function bring(page: Page, street: string) {
  await page.goto(paths.list('dwelling'))
  await page.getByRole('link', { name: TITLE }).click()
  await shows(page, TITLE)
  const sent = { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(fileWith(street)) }
  await page.getByLabel('Bestand', { exact: true }).setInputFiles(sent)
  await click(page, 'Bestand lezen')
  await expect(page.getByRole('heading', { name: 'Wat staat waar?' })).toBeVisible()
  await click(page, 'Rijen nakijken')
}

const ADD = 'Foto toevoegen'
const inWords = { 'Wat is het?': 'Foto', 'Wat staat erop?': 'Woonkamer met twee ramen' }

/** A photo is refused where it is none, and is then seen, with its words, at the dwelling. */
async function addsPhoto(page: Page) {
  await openStep(page, ADD)
  const file = page.getByLabel('Foto', { exact: true }).and(page.locator('[type=file]'))
  await file.setInputFiles({ name: 'huis.jpg', mimeType: 'image/jpeg', buffer: pdf() })
  await press(page, ADD, inWords)
  await expect(summaryOf(page)).toContainText('De naam van dit bestand past niet bij wat erin zit.')
  await file.setInputFiles({ name: 'huis.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await send(page, ADD)
  const seen = page.getByRole('img', { name: inWords['Wat staat erop?'] })
  await expect.poll(() => seen.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0)
}

test('a dwelling comes in from a file, what is wrong is said by row and column, its day is moved with a reason, and it is seen on a photo', async ({
  browser,
}) => {
  const page = await signIn(browser, 'Gea Wolters')
  const street = fresh().slice(-6)
  await bring(page, street)
  await expect(page.getByRole('link', { name: 'Dubbel (1)' })).toBeVisible()
  await expect(page.getByText(/^Kolom E \(Soort woning\)\. Schrijf bij/)).toBeVisible()
  await expect(page.getByText(/^Kolom J \(Kale huur per maand\)\./)).toBeVisible()
  await shows(page, TITLE)
  await click(page, 'Ja, neem 1 woning over')
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('1 woning is overgenomen.')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await page.getByRole('link', { name: 'Naar de woningen' }).click()
  await page.getByRole('link', { name: new RegExp(`^${street} `) }).click()
  await page.getByRole('link', { name: 'Andere dag beschikbaar' }).click()
  await page.getByLabel('Beschikbaar vanaf').fill(`31-12-${YEAR}`)
  await page.getByLabel('Er is schade').check()
  await click(page, 'Andere dag beschikbaar')
  await expect(page.getByText(`31 december ${YEAR} (Er is schade)`)).toBeVisible()
  await addsPhoto(page)
})

test('what comes free is shown beside what is looked for, to whoever reads dwellings', async ({
  browser,
}) => {
  const page = await signIn(browser, 'Femke Bruinsma')
  await page.goto(paths.list('dwelling'))
  await page.getByRole('link', { name: 'Wat er vrijkomt' }).click()
  await shows(page, 'Wat er vrijkomt')
  await expect(page.getByRole('row', { name: /^4 of meer kamers/ })).toBeVisible()
  const square = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Coevorden' }) })
  await expect(square).toContainText(/vrij/)
  await expect(square).toContainText(/zoek/)
  await square.getByRole('link').click()
  await expect(page.getByText('Alleen woningen in Gemeente Coevorden.')).toBeVisible()
  await expect(page.getByRole('cell', { name: 'Gemeente Emmen' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Toon alle gemeenten' }).click()
  await expect(page.getByRole('cell', { name: 'Gemeente Emmen' }).first()).toBeVisible()
})
