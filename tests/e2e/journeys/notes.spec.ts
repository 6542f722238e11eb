// A note and a task between a mentor and a regisseur; and the palette that finds the way with the keyboard alone.
import { expect, type Page } from '@playwright/test'
import { axeFaults } from '../pages/axe'
import { press, send, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { fresh, register } from './client'

/** The palette finds this client, and gives the focus back. */
async function foundByKeys(mentor: Page, name: string) {
  await mentor.goto('/')
  await mentor.keyboard.press('Control+k')
  const field = mentor.getByRole('combobox', { name: 'Naam, nummer, adres of woord' })
  await expect(field).toBeFocused()
  await field.fill(name)
  const option = mentor.getByRole('option').filter({ hasText: name }).first()
  expect(await axeFaults(mentor)).toEqual([])
  await expect(option).toHaveAttribute('aria-selected', 'true')
  await mentor.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
}

test('a task is given with the reason, done by a partner, and found from the keyboard', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const name = `Zoekmans${fresh()}`
  const address = await register(mentor, name)
  await mentor.goto(`${address}/notes`)
  await mentor.getByRole('link', { name: 'Notitie schrijven' }).click()
  await mentor.getByLabel('Notitie', { exact: true }).fill('Belt liever niet voor tien uur. @Niemand Bestaat')
  await mentor.getByLabel('Alleen mijn eigen organisatie').check()
  await press(mentor, 'Notitie schrijven')
  await expect(
    mentor.getByText('Achter een @ staat een naam die niet bij de lezers hoort').first(),
  ).toBeVisible()
  await mentor.getByLabel('Notitie', { exact: true }).fill('Belt liever niet voor tien uur.')
  await send(mentor, 'Notitie schrijven')
  await expect(mentor.getByText('Belt liever niet voor tien uur.')).toBeVisible()
  expect(await axeFaults(mentor)).toEqual([])

  await mentor.goto(`${address}/steps/giveTask`)
  const what = `Kijk dit na voor ${name}`
  await mentor.getByLabel('Wat moet er gebeuren?').fill(what)
  await mentor.getByLabel('Voor wie').selectOption({ label: 'Femke Bruinsma (Gemeente Emmen) · Regisseur' })
  await mentor.getByLabel('Uiterlijk op').fill('morgen')
  await send(mentor, 'Taak geven')

  const regisseur = await signIn(browser, 'Femke Bruinsma')
  await regisseur.getByRole('link', { name: what }).click()
  await expect(regisseur.getByText('Belt liever niet voor tien uur.')).toHaveCount(0)
  await regisseur.getByRole('link', { name: 'Afronden' }).click()
  await send(regisseur, 'Taak afronden')

  await foundByKeys(mentor, name)
})
