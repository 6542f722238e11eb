// From the confirmed offer to a home that lasts, each step with the keyboard alone.
import { expect, type Page } from '@playwright/test'
import { helpByKey } from '../pages/page'
import { signed } from './answers'
import type { Cast } from './cast'
import { enter, isVisiblyFocused, tabTo, takeByKeys } from './keys'

export const visited = {
  'Datum van het contact': 'vandaag',
  'Soort contact': 'Bij de cliënt thuis',
  'Hoe gaat het': 'Groen: het gaat goed',
  Verslag: 'Een goed gesprek.',
}

/** The officer, who has the offer open, confirms it; each party signs for itself; the mentor writes the plan. */
export async function signAll({ officer, mentor }: Cast, address: string) {
  await officer.reload()
  await takeByKeys(officer, 'Aanbod bevestigen', {
    'Soort contract': 'Op naam, met driepartijenovereenkomst',
    'Huur begint op': 'vandaag',
  })
  await officer.goto(address)
  for (const step of ['Huurovereenkomst tekenen', 'Driepartijenovereenkomst tekenen'])
    await takeByKeys(officer, step, signed)
  await mentor.goto(address)
  await takeByKeys(mentor, 'Begeleidingsplan maken', {
    Doelen: 'Thuis landen',
    Afspraken: 'Elke week bezoek',
    'Getekend op': 'vandaag',
    'Mate van begeleiding': 'Midden',
  })
  for (const step of ['Begeleidingsovereenkomst tekenen', 'Driepartijenovereenkomst tekenen met cliënt'])
    await takeByKeys(mentor, step, signed)
}

/** What cannot be undone says so before it is done; Enter in its only field is enough to do it. */
export async function giveKey(officer: Page, address: string) {
  await officer.goto(address)
  await enter(officer, officer.getByRole('link', { name: 'Sleutel geven', exact: true }))
  await expect(officer.getByText('Let op: dit draait u daarna niet zomaar terug.')).toBeVisible()
  await tabTo(officer, officer.getByLabel('Sleutel gegeven op'))
  await officer.keyboard.press('Enter')
  await isVisiblyFocused(officer, officer.getByRole('alert').filter({ has: officer.getByRole('heading') }))
  await tabTo(officer, officer.getByLabel('Sleutel gegeven op'))
  await officer.keyboard.type('vandaag')
  await officer.keyboard.press('Enter')
  await expect(officer.getByText('Gelukt: Sleutel geven.')).toBeVisible()
}

/** The officer gives a signal and reports arrears. */
async function report(officer: Page) {
  await takeByKeys(officer, 'Signaal over het wonen', {
    Waarover: 'Overlast',
    'Hoe snel': 'Gewoon',
    'Wat u ziet of hoort': 'Harde muziek in de avond',
  })
  for (const done of [
    'Schriftelijk herinnerd',
    'Persoonlijk contact gezocht',
    'Hulp bij schulden aangeboden',
  ])
    await takeByKeys(officer, 'Huurachterstand bijhouden', {
      'Wat is er gedaan': done,
      'Op welke dag': 'vandaag',
    })
  await takeByKeys(officer, 'Huurachterstand melden', {
    'Bedrag van de achterstand': '612,50',
    'Maanden achterstand': '1',
  })
}

/** The mentor visits and answers, and gives more support. */
export async function live({ officer, mentor }: Cast, address: string) {
  await report(officer)
  await mentor.goto(address)
  await takeByKeys(mentor, 'Contact vastleggen', visited)
  await takeByKeys(mentor, 'Signaal afronden', {
    'Hoe eindigt het': 'Er is iets gedaan',
    Antwoord: 'Besproken, het is nu rustig',
  })
  await takeByKeys(mentor, 'Reageren op huurachterstand', { Antwoord: 'Betaling is geregeld' })
  await officer.goto(address)
  await takeByKeys(officer, 'Huurachterstand afsluiten', {
    'Hoe eindigde de achterstand': 'Alles is betaald',
    'Voorbij op': 'vandaag',
  })
  await takeByKeys(mentor, 'Begeleiding aanpassen', {
    'Nieuwe begeleiding': 'Intensief',
    'Gaat in op': 'vandaag',
    Reden: 'Extra steun bij de start',
    'Opnieuw kijken op': '+4w',
  })
}

/** A talk after which the lease can go over to the client. */
export const evaluated = {
  'Gehouden op': 'vandaag',
  'Huur op tijd betaald': 'Ja',
  'Woont zonder overlast': 'Ja',
  'Doelen gehaald': 'Gehaald',
  Advies: 'Klaar voor de omklap',
  'Samenvatting van het gesprek': 'Het gaat al lang goed.',
  'Was de cliënt erbij': 'Ja, erbij',
  'Wat de cliënt zegt': 'Ik woon hier graag.',
  'Leidinggevende bij het gesprek': 'Milan Perić',
  'Wat de leidinggevende zegt': 'De stappen passen.',
}

/** Help opens over the page by its own key and leaves by Escape; where one was, one is again. */
export async function helpAndBack(page: Page) {
  const help = page.getByRole('dialog', { name: 'Hulp bij deze pagina' })
  await helpByKey(page)
  await expect(help).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
}
