// The tasks of a regisseur, and of a chair who decides.
import { type Browser, expect, type Page } from '@playwright/test'
import { castOf } from '../e2e/journeys/cast'
import { does, fresh, planTafel, putOn, registerAndSend } from '../e2e/journeys/client'
import { panelOf, signIn } from '../e2e/pages/page'
import { test } from '../e2e/pages/watched'
import { within } from './budget'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** A tafel today on which one case waits for its decision. */
async function inSession(browser: Browser) {
  const cast = await castOf(browser)
  const [mark, seats] = [fresh(), { Gemeente: true, Corporatie: true, Zorgaanbieder: true } as const]
  const address = await registerAndSend(cast.mentor, `Taakstra-${mark}`)
  await does(cast.regisseur, address, ['acceptIntake', 'Aanmelding is compleet', {}])
  const tafel = await planTafel(cast.secretary, `Tafel ${mark}`)
  await putOn(cast.regisseur, address, `Tafel ${mark}`)
  await does(cast.chair, tafel, [
    'openTafel',
    'Uitstroomtafel openen',
    { ...seats, 'Namen van de aanwezigen': 'Johan' },
  ])
  return { ...cast, address, tafel, name: new RegExp(`Taakstra-${mark}`) }
}

test('a regisseur assesses a complete aanmelding and puts it on the next tafel', async ({ browser }) => {
  await planTafel(await signIn(browser, 'Sunita Ramdin'), 'Gemeentehuis', '+2w')
  const page = await signIn(browser, 'Femke Bruinsma', /^Regisseur/)
  await within('assess and put on the tafel', page, { presses: 9, seconds: 75 }, async (hand) => {
    const waiting = page.getByRole('row', { name: 'Aanmelding controleren' })
    if (!(await waiting.count())) {
      await hand.press(page.locator('main summary').first(), page.getByLabel('Taak', { exact: true }))
      await hand.choose('Taak', 'Aanmelding controleren')
      await hand.press(page.getByRole('button', { name: 'Toon' }), waiting.first())
    }
    await hand.press(waiting.first().getByRole('link'), panelOf(page))
    await hand.open('Aanmelding is compleet', 'Aanmelding is compleet', panelOf(page))
    await hand.send('Aanmelding is compleet')
    await hand.open('Op uitstroomtafel zetten', 'Op uitstroomtafel zetten', panelOf(page))
    await hand.choose('Uitstroomtafel', /Gemeentehuis/)
    await hand.send('Op uitstroomtafel zetten')
  })
})

test('a chair records a decision, and the regisseur has its letter', async ({ browser }) => {
  const { chair: page, secretary, regisseur, tafel, address, name } = await inSession(browser)
  await page.goto('/')
  await within('a decision', page, { presses: 12, seconds: 120 }, async (hand) => {
    await hand.press(page.locator(`main a[href="${tafel}"]`).first(), panelOf(page))
    await hand.press(page.getByRole('link', { name }), heading(page, name))
    await hand.open('Besluit vastleggen', 'Besluit vastleggen', panelOf(page))
    await hand.choose('Uitkomst', 'Toegelaten')
    await hand.choose('Gemeente', 'Gemeente Emmen')
    await hand.choose('Voorrang', 'Spoed')
    await hand.choose('Contractvorm', 'Op naam, met driepartijenovereenkomst')
    await hand.type('Uitleg voor de cliënt', 'U komt in aanmerking voor een woning in Emmen.')
    await hand.type('Motivering', 'Voldoet aan alle voorwaarden.')
    await hand.send('Besluit vastleggen')
  })
  await does(page, tafel, ['adoptList', 'Besluiten vaststellen', {}])
  await does(secretary, tafel, ['adoptList', 'Besluiten vaststellen', {}])
  await regisseur.goto(address)
  await within('the letter', regisseur, { presses: 2, seconds: 15 }, (hand) =>
    hand.open('Brief voor de cliënt', 'Wat de uitstroomtafel besloot'),
  )
})

test('a regisseur sees who waits too long and why, and asks how it is going', async ({ browser }) => {
  const page = await signIn(browser, 'Femke Bruinsma', /^Regisseur/)
  await within('a follow-up', page, { presses: 4, seconds: 15 }, async (hand) => {
    const waiting = page.locator('section', { has: page.getByRole('heading', { name: 'Wie te lang wacht' }) })
    await hand.open(/^Vraag hoe het staat/, 'Taak geven', waiting)
    await expect(page.getByLabel('Wat moet er gebeuren?')).toHaveValue(
      /^De taak ‘.+’ had klaar moeten zijn op /,
    )
    await hand.send('Taak geven')
  })
})
