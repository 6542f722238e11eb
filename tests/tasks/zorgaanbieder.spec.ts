// The tasks of a mentor, on a telephone where they are done on one.
import { devices, type Page } from '@playwright/test'
import { parts } from '../e2e/journeys/answers'
import { castOf } from '../e2e/journeys/cast'
import { does, fresh, registerAndSend } from '../e2e/journeys/client'
import { admit, moveIn, offerHome } from '../e2e/journeys/housed'
import { type Answers, labelled, panelOf, signIn, visitor } from '../e2e/pages/page'
import { test } from '../e2e/pages/watched'
import { within } from './budget'
import type { Hand } from './hand'

/** Answers what is not there yet; what was taken over from an earlier registration is read. */
async function completes(hand: Hand, answers: Answers) {
  for (const [label, value] of Object.entries(answers)) {
    const group = hand.page.getByRole('radiogroup', { name: labelled(label) })
    const list = hand.page.getByRole('combobox', { name: labelled(label) })
    const field = hand.page.getByLabel(labelled(label))
    if (await group.count()) {
      if (!(await group.getByRole('radio', { checked: true }).count()))
        await hand.choose(label, String(value))
    } else if (!(await field.inputValue()))
      await ((await list.count()) > 0 ? hand.choose(label, String(value)) : hand.type(label, String(value)))
  }
}

test('a mentor registers a client from an earlier registration', async ({ browser }) => {
  const page = await signIn(browser, 'Roos Ottens')
  await page.goto('/cases?stage=aftercare')
  const name = (await page.locator('table tbody tr a').first().textContent())?.trim() ?? ''
  await page.goto('/')
  await within('a registration from an earlier one', page, { presses: 25, seconds: 360 }, async (hand) => {
    await hand.open('Dossiers', 'Dossiers')
    await hand.open('Nieuwe cliënt aanmelden', 'Cliënt aanmelden')
    await hand.open('Zoek een eerdere aanmelding', 'Zoek een eerdere aanmelding')
    await hand.type('Zoek op naam of dossiernummer', name)
    const found = page.locator('.ui-hits').getByRole('link', { name, exact: true }).first()
    await hand.press(page.getByRole('button', { name: 'Zoeken' }), found)
    await hand.press(found, page.getByText('Overgenomen uit de aanmelding van'))
    await hand.type('Uitstroomgereed sinds', 'vandaag')
    const next = page.getByRole('button', { name: 'Opslaan en naar het volgende onderdeel' })
    for (const [, label, answers] of parts) {
      await hand.press(next, page.getByRole('heading', { level: 1, name: label }))
      await completes(hand, answers)
    }
    await hand.press(next, page.getByRole('heading', { level: 1, name: 'Controleer de aanmelding' }))
    await hand.send('Aanmelding versturen')
  })
})

/** What stands in the plan already when it is evaluated. */
const firstPlan: Answers = {
  Huisvesting: true,
  Doelen: 'De post open',
  Stappen: 'Elke maandag samen',
  'De cliënt': true,
  'Uren begeleiding per week': '4',
  'Begeleiding bereikbaar': 'Overdag en ’s avonds',
  'Samen evalueren op': '+4w',
}

/** How it goes, and what becomes of the plan. */
async function evaluates(mentor: Page, address: string) {
  await within('an evaluation', mentor, { presses: 10, seconds: 120 }, async (hand) => {
    await mentor.goto(address)
    await hand.open('Evaluatie vastleggen', 'Evaluatie vastleggen', panelOf(mentor))
    await hand.type('Gehouden op', 'vandaag')
    await hand.choose('Huur op tijd betaald', 'Ja')
    await hand.choose('Woont zonder overlast', 'Ja')
    await hand.choose('Doelen gehaald', 'Op weg')
    await hand.choose('Advies', 'Zo doorgaan')
    await hand.type(
      'Samenvatting van het gesprek',
      'Het gaat goed. De huur is op tijd betaald en de buren zijn tevreden.',
    )
    await hand.choose('Was de cliënt erbij', 'Ja, erbij')
    await hand.type('Wat de cliënt zegt', 'Ik wil meer buiten de deur doen.')
    await hand.type('Leidinggevende bij het gesprek', 'Milan Perić')
    await hand.type('Wat de leidinggevende zegt', 'De stappen passen, de uren mogen omlaag.')
    await hand.send('Evaluatie vastleggen')
  })
  await does(mentor, address, ['revisePlan', 'Begeleidingsplan aanpassen', firstPlan])
  await mentor.goto(address)
  await within('the support plan, at an evaluation', mentor, { presses: 10, seconds: 120 }, async (hand) => {
    await hand.open('Begeleidingsplan aanpassen', 'Begeleidingsplan aanpassen', panelOf(mentor))
    await hand.type('Doelen', 'De post zelf bijhouden, en op woensdag koken in het buurthuis.')
    await hand.type('Stappen', 'De begeleider kijkt mee op de eerste maandag van de maand.')
    await hand.type('Uren begeleiding per week', '2')
    await hand.choose('Begeleiding bereikbaar', 'Tijdens kantooruren')
    await hand.send('Begeleidingsplan aanpassen')
  })
}

test('a mentor writes down a visit on the phone, and an evaluation', async ({ browser }) => {
  const cast = await castOf(browser)
  const [mark, town] = [fresh(), { gemeente: 'Gemeente Coevorden', postcode: '7741 AB' }]
  const address = await registerAndSend(cast.mentor, `Bezoekstra-${mark}`)
  await admit(cast, address, mark, town)
  await offerHome(cast, address, mark, town)
  await moveIn(cast, address)
  const phone = await visitor(browser, {
    ...devices['Pixel 7'],
    storageState: await cast.mentor.context().storageState(),
  })
  await phone.goto(address)
  await within('a visit, on the phone', phone, { presses: 6, seconds: 45 }, async (hand) => {
    await hand.open('Contact vastleggen', 'Contact vastleggen', panelOf(phone))
    await hand.type('Datum van het contact', 'vandaag')
    await hand.choose('Soort contact', 'Bij de cliënt thuis')
    await hand.choose('Hoe gaat het', 'Groen: het gaat goed')
    await hand.type('Verslag', 'Een goed gesprek.')
    await hand.send('Contact vastleggen')
  })
  await evaluates(cast.mentor, address)
})
