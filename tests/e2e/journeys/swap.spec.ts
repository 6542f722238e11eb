// Two clients change homes: proposed for both, agreed to for each, and everybody finds their own side of it.
import { expect, type Page } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { openStep, send, shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { takenBefore } from './before'
import { fresh } from './client'

type Offered = { readonly offer: string; readonly name: string; readonly street: string }

const swap = (page: Page) =>
  page.locator('section', { has: page.getByRole('heading', { name: 'Ruil van woningen' }) })

/** The corporation reads that its home would go to somebody else, and nothing of the home that its client would get. */
async function agrees(officer: Page, mine: Offered, other: Offered) {
  await officer.goto(mine.offer)
  await expect(swap(officer)).toContainText('Nog geen akkoord')
  await expect(swap(officer)).not.toContainText(other.street)
  await officer.getByRole('link', { name: 'Akkoord met de ruil (corporatie)', exact: true }).click()
  await send(officer, 'Akkoord met de ruil (corporatie)')
}

test('two homes change clients once everybody agreed', async ({ browser }) => {
  const [one, two, regisseur, officer, mentor] = await Promise.all([
    takenBefore<Offered>('offered-home', [fresh()]),
    takenBefore<Offered>('offered-home', [fresh()]),
    signIn(browser, 'Femke Bruinsma', /^Regisseur/),
    signIn(browser, 'Gea Wolters'),
    signIn(browser, 'Roos Ottens'),
  ])
  await regisseur.goto(one.offer)
  await openStep(regisseur, 'Ruil van woningen voorstellen')
  const other = await regisseur
    .getByText(new RegExp(`^${two.street},`))
    .first()
    .textContent()
  await send(regisseur, 'Ruil van woningen voorstellen', {
    'Ruilen met': other ?? '',
    'Reden van de ruil': 'De woningen passen zo beter',
  })
  await expect(swap(regisseur)).toContainText(two.street)
  expect(await axeFaults(regisseur)).toEqual([])
  await agrees(officer, one, two)
  await agrees(officer, two, one)
  await officer.goto(one.offer)
  await shows(officer, one.street)
  await expect(officer.getByText('Geruild', { exact: false }).first()).toBeVisible()
  await mentor.goto(one.offer)
  await expect(swap(mentor)).toHaveCount(0)
  await expect(mentor.getByText('Geruild', { exact: false }).first()).toBeVisible()
})
