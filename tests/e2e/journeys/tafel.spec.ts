// The uitstroomtafel: when it may decide, what a decision must say, and who may make it count.
import { type Browser, expect, type Page } from '@playwright/test'
import type { Waiting } from '../../support/waiting-cases'
import {
  type Answers,
  labelled,
  openStep,
  panelOf,
  press,
  send,
  shows,
  signIn,
  summaryOf,
} from '../pages/page'
import { test } from '../pages/watched'
import { at, does, fresh, planTafel, putOn } from './client'
import { knowsBoth } from './known-then'
import { waitingCases } from './meeting'

const seats = { Gemeente: true, Corporatie: true, Zorgaanbieder: true } as const
const words = { 'Uitleg voor de cliënt': 'Wij leggen het u graag uit.', Motivering: 'Zo besloten.' }

const peopleOf = async (browser: Browser) => ({
  mentor: await signIn(browser, 'Roos Ottens'),
  regisseur: await signIn(browser, 'Femke Bruinsma'),
  chair: await signIn(browser, 'Marieke Oosterhof', /^Voorzitter,/),
  secretary: await signIn(browser, 'Sunita Ramdin'),
})

/** The form is not taken; it says this, on top and at its field. */
async function objects(page: Page, step: string, answers: Answers, sentence: string | RegExp) {
  await press(page, step, answers)
  await expect(summaryOf(page)).toContainText(sentence)
  await expect(summaryOf(page)).toBeFocused()
  await expect(page.locator('form').getByText(sentence)).toHaveCount(2)
}

/** The step is there, closed, with this reason. */
async function isClosed(page: Page, step: string, reason: string | RegExp) {
  const item = panelOf(page).getByRole('listitem').filter({ hasText: step })
  await expect(item).toContainText(reason)
  await expect(item.getByRole('link')).toHaveCount(0)
}

test('a tafel decides neither before its day nor below its quorum', async ({ browser }) => {
  test.setTimeout(120_000)
  const people = await peopleOf(browser)
  const { regisseur, chair, secretary } = people
  const mark = fresh()
  const [{ address }] = (await waitingCases(1, mark)) as [Waiting]
  const early = await planTafel(secretary, `Morgen ${mark}`, 'morgen')
  await putOn(regisseur, address, `Morgen ${mark}`)
  await chair.goto(early)
  await isClosed(chair, 'Uitstroomtafel openen', 'De uitstroomtafel is pas op')
  await chair.goto(address)
  await isClosed(chair, 'Besluit vastleggen', 'De uitstroomtafel is pas op')
  await at(chair, address, 'proposeDecision')
  await expect(chair.getByRole('main').getByRole('button')).toHaveCount(0)
  await does(regisseur, address, ['takeOffTafel', 'Van agenda halen', {}])
  const tafel = await planTafel(secretary, `Vandaag ${mark}`)
  await chair.goto(tafel)
  await isClosed(chair, 'Uitstroomtafel openen', 'Er staan geen dossiers op de agenda')
  await putOn(regisseur, address, `Vandaag ${mark}`)
  await at(chair, tafel, 'openTafel')
  const few = { Gemeente: true, 'Namen van de aanwezigen': 'Marieke' } as const
  await objects(
    chair,
    'Uitstroomtafel openen',
    few,
    'Er mist nog een partij om te mogen besluiten: corporatie, en nog 1 andere.',
  )
  await expect(chair.getByLabel('Namen van de aanwezigen')).toHaveValue('Marieke')
  await send(chair, 'Uitstroomtafel openen', seats)
})

/** The chair tries to adjourn without saying until when and who goes on, and then says so. */
async function adjourn(chair: Page, address: string) {
  const step = 'Besluit vastleggen'
  await at(chair, address, 'proposeDecision')
  await expect(chair.getByLabel('Reden van afwijzen')).toBeHidden()
  const answers: Answers = { ...words, Uitkomst: 'Aangehouden' }
  await objects(chair, step, answers, 'Kies op welke dag de vraag moet zijn opgelost.')
  await objects(chair, step, { 'Uiterlijk op': 'gisteren' }, 'Kies een dag na vandaag.')
  await objects(chair, step, { 'Uiterlijk op': '+2w' }, 'Kies wie verdergaat')
  await shows(chair, step)
  await send(chair, step, { 'Wie gaat verder': 'De zorgaanbieder' })
}

async function refuse(chair: Page, address: string) {
  const step = 'Besluit vastleggen'
  await at(chair, address, 'proposeDecision')
  await objects(chair, step, { ...words, Uitkomst: 'Afgewezen' }, 'Kies waarom de uitstroomtafel afwijst.')
  await send(chair, step, { 'Reden van afwijzen': 'Kan zelf een woning vinden' })
}

/** The form names what it replaces, and holds the decision as it counts now: whatever a refusal asks, and no more. */
async function showsDecision(chair: Page) {
  await shows(chair, 'Besluit corrigeren')
  await expect(chair.getByText(/^Het besluit van .+: Afgewezen\.$/)).toBeVisible()
  await expect(chair.getByRole('radio', { name: 'Kan zelf een woning vinden' })).toBeChecked()
  await expect(chair.getByText(labelled('Reden van afwijzen')).first()).toBeVisible()
  for (const label of ['Gemeente', 'Voorrang', 'Contractvorm', 'Geldig tot en met'])
    await expect(chair.locator('form').getByText(labelled(label))).toHaveCount(0)
  await expect(chair.getByLabel('Uitleg voor de cliënt')).toHaveValue(words['Uitleg voor de cliënt'])
  await expect(chair.getByLabel('Motivering')).toHaveValue(words.Motivering)
  await expect(chair.getByLabel('Wat er niet klopte')).toHaveValue('')
}

/** What the client reads was wrong: the chair proposes other words, and the secretary sees and confirms them. */
async function correct(chair: Page, secretary: Page, address: string) {
  await at(chair, address, 'correctDecision')
  await showsDecision(chair)
  await send(chair, 'Besluit corrigeren', {
    'Uitleg voor de cliënt': 'Wij leggen het u graag anders uit.',
    'Wat er niet klopte': 'De uitleg was te kort.',
  })
  await at(secretary, address, 'confirmCorrection')
  await shows(secretary, 'Correctie vaststellen')
  const changes = [
    'Wij leggen het u graag anders uit.',
    'Nu staat er: Wij leggen het u graag uit.',
    'De uitleg was te kort.',
  ]
  for (const change of changes) await expect(secretary.getByText(change)).toBeVisible()
  await expect(secretary.getByText(words.Motivering)).toHaveCount(0)
  await send(secretary, 'Correctie vaststellen')
}

/** One of the two adopts: that person cannot do it again in any role, nor can the other chair. */
async function adoptOnce(browser: Browser, chair: Page, tafel: string) {
  await does(chair, tafel, ['adoptList', 'Besluiten vaststellen', {}])
  await isClosed(chair, 'Besluiten vaststellen', 'De voorzitter heeft de lijst al vastgesteld')
  const otherChair = await signIn(browser, 'Johan Wiggers')
  await otherChair.goto(tafel)
  await isClosed(otherChair, 'Besluiten vaststellen', 'Nu is de secretaris aan de beurt.')
  const otherRole = await signIn(browser, 'Marieke Oosterhof', /^Regisseur,/)
  await otherRole.goto(tafel)
  await expect(panelOf(otherRole).getByText('Besluiten vaststellen')).toHaveCount(0)
  await at(otherRole, tafel, 'adoptList')
  await expect(otherRole.getByText('Deze stap hoort niet bij uw rol.')).toBeVisible()
}

test('what is adjourned comes back with a day and an owner, what is refused closes with a ground', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const people = await peopleOf(browser)
  const { mentor, regisseur, chair, secretary } = people
  const mark = fresh()
  const [later, never] = (await waitingCases(2, mark)).map(({ address }) => address) as [string, string]
  const tafel = await planTafel(secretary, `Tafel ${mark}`)
  for (const address of [later, never]) await putOn(regisseur, address, `Tafel ${mark}`)
  const opening = { ...seats, 'Namen van de aanwezigen': 'Marieke, Sunita' }
  await does(chair, tafel, ['openTafel', 'Uitstroomtafel openen', opening])
  await adjourn(chair, later)
  await at(chair, tafel, 'adoptList')
  await press(chair, 'Besluiten vaststellen')
  await expect(summaryOf(chair)).toContainText(/heeft nog geen besluit/)
  await refuse(chair, never)
  await adoptOnce(browser, chair, tafel)
  await chair.goto(never)
  await isClosed(chair, 'Besluit vastleggen', 'De lijst is al door een van de twee vastgesteld')
  await does(secretary, tafel, ['adoptList', 'Besluiten vaststellen', {}])
  await mentor.goto(never)
  await expect(mentor.getByText('Besluit van de uitstroomtafel: afgewezen')).toBeVisible()
  await correct(chair, secretary, never)
  await mentor.goto(`${tafel}/minutes`)
  await shows(mentor, /^Verslag van de uitstroomtafel/)
  await expect(mentor.getByText('Wij leggen het u graag anders uit.')).toBeVisible()
  await expect(mentor.getByText('Vervangt het besluit van')).toBeVisible()
  await mentor.goto(`${never}/file`)
  await expect(mentor.locator('#decision').getByText('Kan zelf een woning vinden')).toBeVisible()
  await regisseur.goto(later)
  await isClosed(regisseur, 'Op uitstroomtafel zetten', 'De zorgaanbieder moet eerst nog iets aanvullen')
  await expect(regisseur.getByText('Staat stil')).toBeVisible()
  await knowsBoth(mentor, later)
  await mentor.goto(later)
  await openStep(mentor, 'Aanvulling doorgeven')
  await send(mentor, 'Aanvulling doorgeven')
  await regisseur.reload()
  await expect(panelOf(regisseur).getByRole('link', { name: 'Op uitstroomtafel zetten' })).toBeVisible()
})
