import { expect } from '@playwright/test'
import { send, shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { debts } from './answers'
import { does, fresh, register } from './client'

test('what must be arranged beside the home has somebody who sees to it, and a day', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const family = `Spoorstra-${fresh()}`
  const address = await register(mentor, family)
  await mentor.goto(address)
  await mentor.getByRole('link', { name: 'Inrichting', exact: true }).click()
  await shows(mentor, 'Spoor bijhouden')
  // Which track it is about, is known already.
  await expect(mentor.getByLabel('Spoor', { exact: true })).toHaveValue('inrichting')
  await send(mentor, 'Spoor bijhouden', {
    'Hoe het staat': 'Loopt',
    'Wie ervoor zorgt': 'De gemeente',
    'Klaar op': '+3w',
    Toelichting: 'Aanvraag voor bijzondere bijstand is gedaan',
  })
  await shows(mentor, new RegExp(family))
  await expect(
    mentor.getByText(/De gemeente · klaar op .* · Aanvraag voor bijzondere bijstand/),
  ).toBeVisible()
  await expect(mentor.getByText('Inrichting: loopt')).toBeVisible()

  const regisseur = await signIn(browser, 'Femke Bruinsma')
  await regisseur.goto(address)
  await expect(regisseur.getByText('U bent aan zet')).toBeVisible()
  await regisseur.getByRole('link', { name: 'Inrichting', exact: true }).click()
  // Nothing is typed twice: what was said before stands there, and only the state changes.
  await expect(regisseur.getByLabel(/^Toelichting/)).toHaveValue(
    'Aanvraag voor bijzondere bijstand is gedaan',
  )
  await send(regisseur, 'Spoor bijhouden', { 'Hoe het staat': 'Klaar' })
  await expect(regisseur.getByText('U bent aan zet')).toHaveCount(0)

  const officer = await signIn(browser, 'Gea Wolters')
  expect((await officer.goto(address))?.status()).toBe(404)
})

test('the client has a copy of what is kept about them, and only of what its reader reads', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const family = `Kopiestra-${fresh()}`
  const address = await register(mentor, family)
  const secret = `Toeslag teruggevorderd ${fresh()}`
  await does(mentor, address, ['describeDebts', 'Geldzaken beschrijven', { ...debts, Toelichting: secret }])
  await mentor.goto(`${address}/file`)
  await mentor.getByRole('link', { name: 'Kopie voor de cliënt' }).click()
  await shows(mentor, 'Kopie voor de cliënt')
  await expect(mentor.getByText(`Dit staat er over Noortje ${family} in Thuistafel`)).toBeVisible()
  await expect(mentor.getByText(secret)).toBeVisible()
  await expect(mentor.getByText('Gelezen: naam, dag en handtekening van de cliënt')).toBeVisible()

  const regisseur = await signIn(browser, 'Femke Bruinsma')
  await regisseur.goto(`${address}/copy`)
  await shows(regisseur, 'Kopie voor de cliënt')
  await expect(regisseur.getByText(secret)).toHaveCount(0)

  // Whoever does not answer to the client has no copy to give.
  const coordinator = await signIn(browser, 'Johan Wiggers')
  expect((await coordinator.goto(`${address}/copy`))?.status()).toBe(404)
})
