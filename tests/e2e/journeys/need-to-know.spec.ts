// One case, one address: every party finds there what its work needs, and nothing more.
import { expect, type Page } from '@playwright/test'
import type { Housed } from '../../support/housed-client'
import { shows } from '../pages/page'
import { test } from '../pages/watched'
import { takenBefore } from './before'
import { fresh } from './client'
import { threeOf } from './together'

/** The sections of the file in which something stands. */
const sectionOf = (page: Page, title: string) =>
  page.locator('section', { has: page.getByRole('heading', { level: 2, name: title, exact: true }) })

/** These parts are shown, with this in them. */
async function finds(page: Page, parts: Readonly<Record<string, string>>) {
  for (const [title, text] of Object.entries(parts)) await expect(sectionOf(page, title)).toContainText(text)
}

/** A page, and the data behind it. */
const asked: Record<string, string>[] = [{}, { RSC: '1' }]

/** These parts are named as not shared, have no section of their own, and no word of them is sent along. */
async function doesNotFind(page: Page, address: string, titles: readonly string[], words: readonly string[]) {
  for (const title of titles) {
    await expect(sectionOf(page, 'Niet met u gedeeld')).toContainText(title)
    await expect(sectionOf(page, title)).toHaveCount(0)
  }
  for (const path of [address, `${address}/file`, `${address}/timeline`])
    for (const headers of asked) {
      const body = await (await page.request.get(path, { headers })).text()
      for (const word of words) expect(body, `${path} says ${word}`).not.toContain(word)
    }
}

test('officer, regisseur and mentor open one address and each sees what is theirs', async ({ browser }) => {
  test.setTimeout(120_000)
  const [{ address, name, houseNumber, secret }, { mentor, officer, regisseur }] = await Promise.all([
    takenBefore<Housed>('housed-client', [fresh()]),
    threeOf(browser),
  ])
  for (const page of [mentor, officer, regisseur]) {
    await page.goto(`${address}/file`)
    await shows(page, new RegExp(name))
    await finds(page, { Huishouden: '1', 'Begeleiding in het kort': 'Vier uur per week, ook in de avond' })
  }
  await finds(mentor, {
    'Redenen van contra-indicaties': secret.reason,
    Gezondheid: secret.treatment,
    Schulden: secret.debtTotal,
    Verslagen: secret.visitNote,
  })
  await finds(officer, { Huur: houseNumber, Inkomensklasse: 'Laag' })
  await finds(regisseur, {
    'Begeleiding die nodig is': 'Hulp bij de administratie',
    Contactmomenten: 'Groen',
  })
  const own = ['Redenen van contra-indicaties', 'Gezondheid', 'Schulden', 'Verslagen']
  await doesNotFind(officer, address, [...own, 'Contactmomenten', 'Veiligheid'], Object.values(secret))
  await doesNotFind(regisseur, address, [...own, 'Huur'], Object.values(secret))
})
