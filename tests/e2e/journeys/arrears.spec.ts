// The rent stays out, the tenant objects, the gemeente helps, and it is green again: what each party learns of it, and when.
import { expect, type Page } from '@playwright/test'
import { cannotYet, panelOf, take } from '../pages/page'
import { test } from '../pages/watched'
import { fresh } from './client'
import { learns, learnsNothing, quietHome, type Three, threeOf } from './together'

const mark = fresh()
const AMOUNT = '613,57'
const words = { answer: `Betaalt vrijdag ${mark}`, visit: `Verslag ${mark}` }

/** The landlord writes down one thing that it did about the arrears, or what the tenant said. */
async function note(officer: Page, done: string) {
  await take(officer, 'Huurachterstand bijhouden', { 'Wat is er gedaan': done, 'Op welke dag': 'vandaag' })
}

/** The landlord cannot tell others yet, and the panel says why. */
async function cannotTell(officer: Page, why: string) {
  const panel = panelOf(officer)
  await expect(panel.getByRole('link', { name: 'Huurachterstand melden', exact: true })).toHaveCount(0)
  await cannotYet(officer, why)
}

/** The gemeente and the provider each do what is theirs; the landlord reads the answer, and not the help. */
async function helped({ mentor, regisseur, officer }: Three, address: string) {
  await regisseur.goto(address)
  await take(regisseur, 'Hulp bij schulden vastleggen', {
    'Wat kwam ervan': 'Cliënt neemt de hulp aan',
    'Gesproken op': 'vandaag',
  })
  await learns(mentor, address, 'Cliënt neemt de hulp aan')
  await learnsNothing(
    officer,
    address,
    'Cliënt neemt de hulp aan',
    'Hulp bij schulden aangeboden door de gemeente',
  )
  await mentor.goto(address)
  await take(mentor, 'Reageren op huurachterstand', { Antwoord: words.answer })
  await learns(officer, address, words.answer)
}

/** It is paid, and a visit says so: who knew of it hears it, and each reads of the visit what is theirs. */
async function green({ mentor, regisseur, officer }: Three, address: string) {
  await officer.goto(address)
  await take(officer, 'Huurachterstand afsluiten', {
    'Hoe eindigde de achterstand': 'Alles is betaald',
    'Voorbij op': 'vandaag',
  })
  for (const page of [mentor, regisseur]) await learns(page, address, 'Huurachterstand voorbij')
  await mentor.goto(address)
  await take(mentor, 'Contact vastleggen', {
    'Datum van het contact': 'vandaag',
    'Soort contact': 'Bij de cliënt thuis',
    'Hoe gaat het': 'Groen: het gaat goed',
    Verslag: words.visit,
  })
  await learns(regisseur, address, 'Groen')
  for (const page of [regisseur, officer]) await learnsNothing(page, address, words.visit)
  await officer.goto(address)
  await cannotTell(officer, 'schriftelijke herinnering')
}

const done = ['Schriftelijk herinnerd', 'Persoonlijk contact gezocht', 'Hulp bij schulden aangeboden']
const hers = ['Schriftelijk herinnerd', 'bezwaar tegen doorgeven', 'chterstand bijgehouden']

/** Reminder, contact and help first; while the tenant objects nobody else learns a word of it. */
async function inOrder({ mentor, regisseur, officer }: Three, address: string) {
  await cannotTell(officer, 'schriftelijke herinnering')
  for (const one of done) await note(officer, one)
  await note(officer, 'Huurder maakt bezwaar tegen doorgeven')
  await cannotTell(officer, 'De huurder maakt bezwaar')
  for (const page of [mentor, regisseur]) await learnsNothing(page, address, ...hers)
}

/** Provider and gemeente each get a task of their own, and neither learns of the objection or of the amount. */
async function told({ mentor, regisseur, officer }: Three, address: string) {
  await note(officer, 'Huurder trekt bezwaar in')
  await take(officer, 'Huurachterstand melden', {
    'Bedrag van de achterstand': AMOUNT,
    'Maanden achterstand': '1',
  })
  await learns(mentor, address, 'Reageren op huurachterstand')
  await learns(regisseur, address, 'Hulp bij schulden aanbieden')
  for (const page of [mentor, regisseur])
    await learnsNothing(page, address, 'bezwaar tegen doorgeven', AMOUNT)
  // That silence is a signal by itself is told to who reads of it, and a landlord does not.
  await learns(mentor, address, 'komt er vanzelf een signaal')
  await learnsNothing(officer, address, 'komt er vanzelf een signaal')
}

test('arrears are told in the order of the law, never against an objection, and end in help', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const three = await threeOf(browser)
  const address = await quietHome(three)
  await three.officer.goto(address)
  await inOrder(three, address)
  await told(three, address)
  await helped(three, address)
  await green(three, address)
})
