// What happened for somebody: a bell that rings while the page is open, read and gone; and when they hear by mail.
import { expect } from '@playwright/test'
import { shows, signIn, visitor } from '../pages/page'
import { test } from '../pages/watched'
import { fresh } from './client'
import { sentCase } from './meeting'

test('an aanmelding that is sent rings the bell of the gemeente, leads to the case and is read', async ({
  browser,
}) => {
  const regisseur = await signIn(browser, 'Femke Bruinsma', /^Regisseur/)
  const stream = regisseur.waitForResponse((answer) => new URL(answer.url()).pathname === '/live')
  await regisseur.goto('/notices')
  await stream
  await shows(regisseur, 'Meldingen')
  const { address, name } = await sentCase(fresh())
  const line = regisseur.getByRole('listitem').filter({ hasText: name })
  await expect(line).toContainText('Cosis')
  await expect(regisseur.getByRole('link', { name: /^Meldingen \d+\+? ongelezen$/ }).first()).toBeVisible()
  await expect(line.getByRole('link')).toHaveAttribute('href', address)
  await line.getByRole('button', { name: /^Markeer als gelezen/ }).click()
  await expect(line.getByRole('button')).toHaveCount(0)
})

test('when one hears by mail is chosen without JavaScript, beside a link for one’s own calendar', async ({
  browser,
}) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  const plain = await visitor(browser, {
    javaScriptEnabled: false,
    storageState: await mentor.context().storageState(),
  })
  await plain.goto('/notices')
  await plain.getByRole('link', { name: 'Meldingen en mail kiezen' }).click()
  await plain.getByLabel('Een keer per dag, in een overzicht').check()
  await plain.getByLabel('Vanaf').selectOption('20:00 uur')
  await plain.getByText('Kies het anders per soort nieuws').click()
  await expect(plain.getByText(/^Altijd meteen\. Dit moet/).first()).toBeVisible()
  await plain.getByRole('button', { name: 'Keuze bewaren' }).click()
  await expect(plain.getByText('Uw keuze is bewaard')).toBeVisible()
  await expect(plain.getByLabel('Een keer per dag, in een overzicht')).toBeChecked()
  await plain.getByRole('button', { name: 'Link maken' }).click()
  const link = plain.getByText(/\/calendar\/[\w-]{43}\.ics$/)
  const answer = await plain.request.get((await link.textContent()) ?? '')
  expect(answer.headers()['content-type']).toBe('text/calendar; charset=utf-8')
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
  await plain.getByRole('button', { name: 'Link intrekken' }).click()
  expect((await plain.request.get(answer.url())).status()).toBe(404)
})
