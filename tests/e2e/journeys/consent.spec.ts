// A client chooses what is shared: asked with the text of that day, listed for whom, and taken back at once.
import { expect } from '@playwright/test'
import { fill, send, shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { fresh, register } from './client'

test('a client says yes to the gemeente, and takes it back: the overview says what stops', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const name = `Jaenneema-${fresh()}`
  const address = await register(mentor, name)
  await mentor.goto(`${address}/steps/recordConsent`)
  await shows(mentor, new RegExp(name))
  await mentor.getByRole('link', { name: 'Verslaving' }).click()
  await shows(mentor, 'Toestemming: Verslaving')
  await expect(mentor.getByText('Mag Gemeente Emmen een korte samenvatting lezen')).toBeVisible()
  await send(mentor, 'Toestemming vastleggen', {
    'Zegt de cliënt ja?': 'Ja',
    'Hoe koos de cliënt?': 'In een gesprek',
    'Taal van de tekst': 'Nederlands',
  })

  await mentor.getByRole('link', { name: 'Toestemming', exact: true }).click()
  const row = mentor.getByRole('row', { name: /Verslaving/ })
  await expect(row).toContainText('Ja')
  await expect(row).toContainText('Roos Ottens, Cosis')
  await row.getByRole('link').click()
  await shows(mentor, 'Toestemming: Verslaving')
  await expect(mentor.getByText('leest Gemeente Emmen niet meer: Verslaving in het kort')).toBeVisible()
  await fill(mentor, { 'Hoe zei de cliënt dit?': 'In een gesprek' })
  await send(mentor, 'Toestemming intrekken')
  await expect(mentor.getByText(/leest Gemeente Emmen niet meer: Verslaving in het kort\.$/)).toBeVisible()

  await mentor.getByRole('link', { name: 'Gedeeld', exact: true }).click()
  await shows(mentor, new RegExp(name))
  await expect(mentor.getByRole('heading', { name: 'Wat is met wie gedeeld' })).toBeVisible()
  await expect(mentor.getByRole('row', { name: /Persoonsgegevens/ }).first()).toBeVisible()
})
