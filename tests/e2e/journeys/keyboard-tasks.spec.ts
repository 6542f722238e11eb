// The tasks of a case by keyboard alone: checking, deciding, offering, signing, living there. A mouse only prepares.
import { type Browser, expect, type Page } from '@playwright/test'
import { addressOf, panelOf, signIn, signInAt } from '../pages/page'
import { test } from '../pages/watched'
import { decision } from './answers'
import { type Cast, castOf } from './cast'
import { fresh, planTafel, putOn } from './client'
import { bringIn } from './housed'
import { evaluated, giveKey, helpAndBack, live, signAll, visited } from './housed-by-keys'
import { enter, sendByKeys, takeByKeys } from './keys'
import { sentCase } from './meeting'

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

test('from a sent aanmelding to a home that lasts, everybody gets there with the keyboard alone', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const cast = await castOf(browser)
  const mark = fresh()
  const { address, name } = await sentCase(mark)
  await check(cast, name)
  const tafel = await planTafel(cast.secretary, `Toetstafel ${mark}`)
  await putOn(cast.regisseur, address, `Toetstafel ${mark}`)
  await decide(cast, tafel, name)
  await match(cast, address, mark.slice(-6))
  await signAll(cast, address)
  await giveKey(cast.officer, address)
  await live(cast, address)
})

const advice = { 'Advies over de omklap': 'Ja', 'Waarom?': 'Alles is op orde.' }

/** A client who has the key long enough, and was not yet found ready: the mentor opens cases until there is one. */
async function notYetReady(browser: Browser): Promise<Page> {
  const mentor = await signIn(browser, 'Roos Ottens')
  await mentor.goto('/cases?stage=aftercare')
  const links = mentor.getByRole('main').getByRole('rowheader').getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
  for (const address of addresses) {
    await mentor.goto(address)
    if (await panelOf(mentor).getByText('De laatste evaluatie moet het advies').count()) return mentor
  }
  throw new Error('No client of the demo waits for an evaluation only')
}

test('mentor and corporation bring a lease over to the client with the keyboard alone', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const mentor = await notYetReady(browser)
  const address = addressOf(mentor)
  await takeByKeys(mentor, 'Evaluatie vastleggen', evaluated)
  await helpAndBack(mentor)
  await takeByKeys(mentor, 'Omklap aanvragen')
  await takeByKeys(mentor, 'Advies over omklap geven', advice)
  const officer = await signInAt(browser, 'Lefier', 'Medewerker huisvesting')
  await officer.goto(address)
  await takeByKeys(officer, 'Advies over omklap geven', advice)
  await takeByKeys(officer, 'Besluiten over omklap', {
    Besluit: 'Ja, omklap',
    'Begeleiding na de omklap': 'Alleen de waakvlam',
    Datum: 'vandaag',
    Toelichting: 'Huurt al een jaar goed',
  })
  await mentor.reload()
  await takeByKeys(mentor, 'Waakvlam starten', {
    'De cliënt zei ja op': 'vandaag',
    'Hoe de cliënt instemde': 'In een gesprek',
  })
  await expect(mentor.getByText('Contact opnemen (waakvlam)')).toBeVisible()
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
  await sendByKeys(mentor, 'Contact vastleggen', visited)
})
