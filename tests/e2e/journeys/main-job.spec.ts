import { expect, type Page } from '@playwright/test'
import { cannotYet, openStep, send, shows, take } from '../pages/page'
import { test } from '../pages/watched'
import { decision, dwelling, exclusion, parts, registration, signed } from './answers'
import { type Cast, castOf } from './cast'
import { choose } from './client'

const mark = Date.now().toString(36)
const family = `Proefstra-${mark}`
const houseNumber = mark.slice(-6)

async function register(mentor: Page): Promise<string> {
  await mentor.goto('/cases/new')
  await shows(mentor, 'Cliënt aanmelden')
  await mentor.getByRole('button', { name: 'Cliënt aanmelden' }).click()
  await expect(mentor.getByText('Er is nog iets nodig')).toBeVisible()
  await send(mentor, 'Cliënt aanmelden', registration(family))
  await shows(mentor, new RegExp(family))
  for (const [, step, answers] of [...parts, exclusion]) await take(mentor, step, answers)
  const address = mentor.url().split('?')[0] as string
  await mentor.getByRole('link', { name: 'Aanmelding versturen' }).click()
  await shows(mentor, 'Controleer de aanmelding')
  await send(mentor, 'Aanmelding versturen')
  return address
}

async function decide({ regisseur, chair, secretary }: Cast, address: string) {
  await regisseur.goto('/')
  await regisseur.getByRole('link', { name: `Noortje ${family}` }).click()
  await take(regisseur, 'Aanmelding is compleet')
  await secretary.goto('/tafels/new')
  await send(secretary, 'Uitstroomtafel plannen', {
    Datum: 'vandaag',
    Tijd: '9:30',
    Plaats: `Gemeentehuis ${mark}`,
  })
  const tafel = secretary.url().split('?')[0] as string
  await regisseur.goto(address)
  await openStep(regisseur, 'Op uitstroomtafel zetten')
  await shows(regisseur, 'Op uitstroomtafel zetten')
  await choose(regisseur, 'Uitstroomtafel', `Gemeentehuis ${mark}`)
  await send(regisseur, 'Op uitstroomtafel zetten')
  await chair.goto(tafel)
  await take(chair, 'Uitstroomtafel openen', {
    Gemeente: true,
    Corporatie: true,
    Zorgaanbieder: true,
    'Namen van de aanwezigen': 'Johan, Sunita, Femke',
  })
  await chair.getByRole('link', { name: new RegExp(family) }).click()
  await take(chair, 'Besluit vastleggen', decision)
  for (const who of [chair, secretary]) {
    await who.goto(tafel)
    await take(who, 'Besluiten vaststellen')
  }
}

async function match({ officer, mentor }: Cast, address: string) {
  await officer.goto('/dwellings/new')
  await send(officer, 'Woning toevoegen', dwelling(houseNumber))
  await shows(officer, new RegExp(houseNumber))
  await expect(officer.getByText(family)).toHaveCount(0)
  await officer
    .getByRole('link', { name: /voorstellen$/ })
    .first()
    .click()
  await shows(officer, /^Kandidaat/)
  await send(officer, 'Woning aanbieden')
  await mentor.goto(address)
  await mentor.getByRole('link', { name: new RegExp(`${houseNumber}, 7811 AB`) }).click()
  await take(mentor, 'Aanbod aannemen')
  await officer.reload()
  await take(officer, 'Aanbod bevestigen', {
    'Soort contract': 'Op naam, met driepartijenovereenkomst',
    'Huur begint op': 'vandaag',
  })
}

const plan = {
  Doelen: 'Thuis landen',
  Afspraken: 'Elke week bezoek',
  'Getekend op': 'vandaag',
  'Mate van begeleiding': 'Midden',
}

/** The day of the key has come, and not everybody signed the same text. */
async function noKeyYet(officer: Page, address: string) {
  await officer.goto(address)
  await cannotYet(officer, 'Er missen nog 2 handtekeningen.')
  await expect(officer.getByRole('link', { name: 'Sleutel geven' })).toHaveCount(0)
}

async function moveIn({ officer, mentor }: Cast, address: string) {
  await mentor.goto(address)
  await take(mentor, 'Begeleidingsplan maken', plan)
  await officer.goto(address)
  await openStep(officer, 'Huurovereenkomst tekenen')
  await expect(officer.getByRole('article').getByText(family).first()).toBeVisible()
  await send(officer, 'Huurovereenkomst tekenen', signed)
  await take(officer, 'Driepartijenovereenkomst tekenen', signed)
  await take(mentor, 'Begeleidingsovereenkomst tekenen', signed)
  await noKeyYet(officer, address)
  await take(mentor, 'Driepartijenovereenkomst tekenen met cliënt', signed)
  await officer.reload()
  await take(officer, 'Sleutel geven', { 'Sleutel gegeven op': 'vandaag' })
}

async function live({ officer, mentor }: Cast, address: string) {
  await mentor.goto(address)
  await expect(mentor.getByText('Volgende bezoeken')).toBeVisible()
  await take(mentor, 'Contact vastleggen', {
    'Datum van het contact': 'vandaag',
    'Soort contact': 'Bij de cliënt thuis',
    'Hoe gaat het': 'Groen: het gaat goed',
    Verslag: 'Een goed eerste gesprek.',
  })
  await officer.goto(address)
  await take(officer, 'Signaal over het wonen', {
    Waarover: 'Overlast',
    'Hoe snel': 'Gewoon',
    'Wat u ziet of hoort': 'Harde muziek in de avond',
  })
  await officer.goto(`${address}/file`)
  await expect(officer.getByText('Een goed eerste gesprek.')).toHaveCount(0)
  await expect(officer.getByText('Daar wonen oude bekenden')).toHaveCount(0)
}

async function answer({ mentor }: Cast) {
  await mentor.reload()
  await take(mentor, 'Signaal afronden', {
    'Hoe eindigt het': 'Er is iets gedaan',
    Antwoord: 'Besproken, het is nu rustig',
  })
  await take(mentor, 'Evaluatie vastleggen', {
    'Gehouden op': 'vandaag',
    'Huur op tijd betaald': 'Ja',
    'Woont zonder overlast': 'Ja',
    'Doelen gehaald': 'Op weg',
    Advies: 'Zo doorgaan',
    'Samenvatting van het gesprek': 'Het gaat goed.',
    'Was de cliënt erbij': 'Ja, erbij',
    'Wat de cliënt zegt': 'Ik woon hier graag.',
    'Leidinggevende bij het gesprek': 'Milan Perić',
    'Wat de leidinggevende zegt': 'De stappen passen.',
  })
  await mentor.getByRole('link', { name: 'Tijdlijn', exact: true }).click()
  await expect(mentor.getByText(/Sleutel/).first()).toBeVisible()
}

test('one client goes from registration to aftercare by the people of three parties', async ({ browser }) => {
  test.setTimeout(300_000)
  const cast = await castOf(browser)
  const address = await register(cast.mentor)
  await expect((await cast.officer.goto(address))?.status()).toBe(404)
  await decide(cast, address)
  await match(cast, address)
  await moveIn(cast, address)
  await live(cast, address)
  await answer(cast)
})
