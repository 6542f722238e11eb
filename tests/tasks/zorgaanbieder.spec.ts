// The tasks of a mentor, on a telephone where they are done on one.
import { devices } from '@playwright/test'
import { castOf } from '../e2e/journeys/cast'
import { fresh, registerAndSend } from '../e2e/journeys/client'
import { admit, moveIn, offerHome } from '../e2e/journeys/housed'
import { panelOf, visitor } from '../e2e/pages/page'
import { test } from '../e2e/pages/watched'
import { within } from './budget'

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
  await within('an evaluation', cast.mentor, { presses: 10, seconds: 120 }, async (hand) => {
    await cast.mentor.goto(address)
    await hand.open('Evaluatie vastleggen', 'Evaluatie vastleggen', panelOf(cast.mentor))
    await hand.type('Gehouden op', 'vandaag')
    await hand.choose('Huur op tijd betaald', 'Ja')
    await hand.choose('Woont zonder overlast', 'Ja')
    await hand.choose('Doelen gehaald', 'Op weg')
    await hand.choose('Advies', 'Zo doorgaan')
    await hand.type(
      'Samenvatting van het gesprek',
      'Het gaat goed. De huur is op tijd betaald en de buren zijn tevreden.',
    )
    await hand.send('Evaluatie vastleggen')
  })
})
