// The tasks of a case by keyboard alone: checking, deciding, offering, answering, visiting. A mouse only prepares.
import { expect } from '@playwright/test'
import { signIn } from '../pages/page'
import { test } from '../pages/watched'
import { decision } from './answers'
import { type Cast, castOf } from './cast'
import { fresh, planTafel, putOn, registerAndSend } from './client'
import { bringIn } from './housed'
import { enter, sendByKeys, takeByKeys } from './keys'

const town = { gemeente: 'Gemeente Borger-Odoorn', postcode: '9531 AB' }
const seats = { Gemeente: true, Corporatie: true, Zorgaanbieder: true } as const

/** The regisseur finds the aanmelding among what waits, and finds it complete. */
async function check({ regisseur }: Cast, client: string) {
  await regisseur.goto('/?task=checkIntake')
  await enter(regisseur, regisseur.getByRole('main').getByRole('link', { name: client }))
  await takeByKeys(regisseur, 'Aanmelding is compleet')
}

/** The chair opens the tafel, decides from its agenda, and adopts the list with the secretary. */
async function decide({ chair, secretary }: Cast, tafel: string, client: string) {
  await chair.goto(tafel)
  await takeByKeys(chair, 'Uitstroomtafel openen', { ...seats, 'Namen van de aanwezigen': 'Johan, Sunita' })
  await enter(chair, chair.getByRole('main').getByRole('link', { name: client }))
  await takeByKeys(chair, 'Besluit vastleggen', { ...decision, Gemeente: town.gemeente })
  for (const who of [chair, secretary]) {
    await who.goto(tafel)
    await takeByKeys(who, 'Besluiten vaststellen')
  }
}

/** The officer offers the dwelling to the first in its order; the mentor takes the offer. */
async function match({ officer, mentor }: Cast, address: string, mark: string) {
  await bringIn(officer, mark, town)
  await enter(officer, officer.getByRole('link', { name: /voorstellen$/ }).first())
  await expect(officer.getByRole('heading', { level: 1, name: /^Kandidaat/ })).toBeVisible()
  await sendByKeys(officer, 'Woning aanbieden')
  await mentor.goto(address)
  await enter(mentor, mentor.getByRole('main').getByRole('link', { name: new RegExp(mark) }))
  await takeByKeys(mentor, 'Aanbod aannemen')
}

test('from a sent aanmelding to an accepted home, everybody gets there with the keyboard alone', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const cast = await castOf(browser)
  const mark = fresh()
  const address = await registerAndSend(cast.mentor, `Tabstra-${mark}`)
  await check(cast, `Tabstra-${mark}`)
  const tafel = await planTafel(cast.secretary, `Toetstafel ${mark}`)
  await putOn(cast.regisseur, address, `Toetstafel ${mark}`)
  await decide(cast, tafel, `Tabstra-${mark}`)
  await match(cast, address, mark.slice(-6))
})

test('a mentor records a visit with the keyboard alone', async ({ browser }) => {
  const mentor = await signIn(browser, 'Roos Ottens')
  await enter(
    mentor,
    mentor
      .getByRole('main')
      .getByRole('link', { name: /^Leg contact vast voor / })
      .first(),
  )
  await expect(mentor.getByRole('heading', { level: 1, name: 'Contact vastleggen' })).toBeVisible()
  await sendByKeys(mentor, 'Contact vastleggen', {
    'Datum van het contact': 'vandaag',
    'Soort contact': 'Bij de cliënt thuis',
    'Hoe gaat het': 'Groen: het gaat goed',
    Verslag: 'Een goed gesprek.',
  })
})
