// Names are what people are called: script, formulas, other scripts and long words are shown as they are, also on a phone.
import { expect, type Page } from '@playwright/test'
import { fitsOnPhone } from '../pages/objection'
import { addressOf, openStep, send, shows, signIn } from '../pages/page'
import { test } from '../pages/watched'
import { dwelling } from './answers'
import { fresh, register } from './client'

/** Given names and family names; each with a mark, so that it is found again. */
const namesOf = (mark: string): [string, string][] => [
  [`<script>alert('${mark}')</script>`, `=cmd|' /C calc'!A0${mark}`],
  [`😀 Ann👩‍👩‍👧 ${mark}`, `"><img src=x onerror=alert(1)>`],
  [`\u0633\u0627\u0631\u0629 ${mark}`, '\u05d1\u05df \u05d9\u05d5\u05e1\u05e3'],
  [`${'W'.repeat(60 - mark.length)}${mark}`, 'M'.repeat(60)],
]

/** A script that ran would have opened a dialog. */
function staysQuiet(page: Page) {
  const opened: string[] = []
  page.on('dialog', async (dialog) => {
    opened.push(dialog.message())
    await dialog.dismiss()
  })
  return () => expect(opened).toEqual([])
}

test('odd names of clients are shown as they are, in headings and lists, also on a phone', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const mentor = await signIn(browser, 'Roos Ottens')
  const quiet = staysQuiet(mentor)
  const mark = fresh()
  const cases: [string, string][] = []
  for (const [given, family] of namesOf(mark)) {
    const address = await register(mentor, family, { Voornaam: given })
    cases.push([address, `${given} ${family}`])
    await expect(mentor.getByRole('heading', { level: 1 })).toContainText(`${given} ${family}`)
  }
  await fitsOnPhone(mentor)
  for (const [address, name] of cases)
    for (const path of [address, `${address}/file`, `${address}/steps/describeIdentity`]) {
      await mentor.goto(path)
      await expect(mentor.getByRole('main')).toBeVisible()
      await fitsOnPhone(mentor)
      if (path === address) await expect(mentor.getByRole('heading', { level: 1 })).toContainText(name)
    }
  await mentor.goto('/')
  await expect(mentor.getByRole('heading', { level: 1 })).toBeVisible()
  await fitsOnPhone(mentor)
  await mentor.goto('/cases?stage=intake')
  for (const [address, name] of cases)
    await expect(mentor.locator(`main a[href="${address}"]`)).toHaveText(name)
  await fitsOnPhone(mentor)
  await shows(mentor, 'Dossiers')
  quiet()
})

test('odd names of dwellings and places are shown as they are, also on a phone', async ({ browser }) => {
  const officer = await signIn(browser, 'Hilde Pranger')
  const secretary = await signIn(browser, 'Harm Veltkamp')
  const quiet = [staysQuiet(officer), staysQuiet(secretary)]
  const mark = fresh().slice(-8)
  for (const street of [`<b>${mark}</b>=1+1`, `${'W'.repeat(72)}${mark}`]) {
    await officer.goto('/dwellings/new')
    await send(officer, 'Woning toevoegen', {
      ...dwelling('1'),
      Straat: street,
      'Naam van het complex': street,
    })
    const address = addressOf(officer)
    await expect(officer.getByRole('heading', { level: 1 })).toContainText(street)
    await fitsOnPhone(officer)
    await officer.goto('/dwellings')
    await expect(officer.locator(`main a[href="${address}"]`)).toContainText(street)
    await fitsOnPhone(officer)
  }
  const place = `${'L'.repeat(120)}<script>${mark}</script>`
  await secretary.goto('/tafels/new')
  await send(secretary, 'Uitstroomtafel plannen', { Datum: '30-12-2099', Tijd: '9:30', Plaats: place })
  await expect(secretary.getByText(place).first()).toBeVisible()
  await fitsOnPhone(secretary)
  await openStep(secretary, 'Uitstroomtafel afzeggen')
  await send(secretary, 'Uitstroomtafel afzeggen')
  await secretary.goto('/tafels')
  await fitsOnPhone(secretary)
  for (const calm of quiet) calm()
})
