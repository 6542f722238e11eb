// The tasks of a team leader: what is too late, the work of somebody who is away, and who stands in.
import { expect, type Page } from '@playwright/test'
import { send, signIn, signInAt } from '../e2e/pages/page'
import { test } from '../e2e/pages/watched'
import { within } from './budget'

/** Somebody new to spread work over; that is no part of a task. */
async function letIn(admin: Page, name: string) {
  await admin.goto('/organisation')
  await admin.getByRole('link', { name: 'Iemand toegang geven' }).click()
  const email = `${name.replace(' ', '.').toLowerCase()}@voorbeeld.example`
  await send(admin, 'Iemand toegang geven', { Naam: name, 'E-mailadres': email, Rol: 'Begeleider' })
}

test('a team leader sees what is too late', async ({ browser }) => {
  const page = await signIn(browser, 'Aaltje Meppelink', /^Teamleider/)
  await within('what is too late', page, { presses: 1, seconds: 5 }, () =>
    expect(page.getByRole('heading', { name: /te laat/i }).first()).toBeVisible(),
  )
})

test('a team leader hands over the work of a colleague who is away', async ({ browser }) => {
  const page = await signInAt(browser, 'Cosis', 'Teamleider zorg')
  await within('the work of who is away', page, { presses: 6, seconds: 30 }, async (hand) => {
    const all = page.getByRole('checkbox', { name: 'Kies alle dossiers op deze bladzijde' })
    await hand.press(page.getByRole('link', { name: /^Draag over.*Roos Ottens/ }), all)
    await hand.press(all, page.getByRole('button', { name: 'Draag over aan een collega' }))
    await hand.press(
      page.getByRole('button', { name: 'Draag over aan een collega' }),
      page.getByText(/^Dit kan bij \d+ van \d+/),
    )
    await hand.choose('Naam van de begeleider', 'Stefan Tuin')
    await hand.press(
      page.getByRole('button', { name: /\(\d+\)$/ }),
      page.getByText(/^Bij \d+ dossiers? gedaan\./),
    )
  })
})

test('a team leader spreads the work of a colleague who is away over several others', async ({ browser }) => {
  const admin = await signInAt(browser, 'Cosis', 'Beheerder')
  for (const name of ['Anouk Vos', 'Bram Kok', 'Carlijn Ras']) await letIn(admin, name)
  const page = await signInAt(browser, 'Cosis', 'Teamleider zorg')
  await within('the work of who is away, spread', page, { presses: 6, seconds: 30 }, async (hand) => {
    const all = page.getByRole('checkbox', { name: 'Kies alle dossiers op deze bladzijde' })
    const spread = page.getByRole('button', { name: 'Verdeel over collega’s' })
    await hand.press(page.getByRole('link', { name: /^Draag over.*Stefan Tuin/ }), all)
    await hand.press(all, spread)
    await hand.press(spread, page.getByRole('heading', { name: 'Wie krijgt hoeveel' }))
    await hand.press(
      page.getByRole('button', { name: /^Verdeel over collega’s \(\d+\)$/ }),
      page.getByText(/^Bij \d+ dossiers? gedaan\./),
    )
  })
})

test('a team leader says that somebody is away and who stands in', async ({ browser }) => {
  const page = await signInAt(browser, 'Cosis', 'Teamleider zorg')
  await within('somebody who stands in', page, { presses: 5, seconds: 30 }, async (hand) => {
    await hand.open('Mensen', 'Mensen')
    await hand.open(/^Meld afwezig.*Roos Ottens/, 'Afwezigheid melden')
    await hand.type('Laatste dag afwezig', '+2w')
    await hand.choose('Wie vervangt', /Stefan Tuin/)
    await hand.send('Afwezigheid melden')
  })
})
