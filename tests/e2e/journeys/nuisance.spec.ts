// Nuisance, a yellow card, more support, a time-out and back: the ladder of one home, and what each party reads of every rung.
import { expect, type Page } from '@playwright/test'
import { type Answers, openStep, panelOf, press, send, summaryOf, take } from '../pages/page'
import { test } from '../pages/watched'
import { fresh } from './client'
import { learns, learnsNothing, quietHome, type Three, threeOf } from './together'

const mark = fresh()
const word = (what: string) => `${what} ${mark}`
const said = {
  nuisance: word('Muziek na elf uur'),
  yellow: word('Geen muziek na tien uur'),
  objection: word('Het was een keer'),
  prevention: word('Vaste contactpersoon voor de buren'),
  support: word('Elke dag iemand langs'),
  place: 'De Brink (Cosis, Emmen)',
  plan: word('Samen terug met de begeleider'),
  quiet: word('De buren bellen zelf eerst'),
}

/** Fills in a form that is refused with this, and keeps what was typed. */
async function refused(page: Page, step: string, answers: Answers, why: string) {
  await openStep(page, step)
  await press(page, step, answers)
  await expect(summaryOf(page)).toContainText(why)
}

async function signalled({ mentor, regisseur, officer }: Three, address: string) {
  await take(officer, 'Signaal over het wonen', {
    Waarover: 'Overlast',
    'Hoe snel': 'Gewoon',
    'Wat u ziet of hoort': said.nuisance,
  })
  await learns(mentor, address, said.nuisance)
  await learns(regisseur, address, 'Signaal gegeven over overlast')
  await learnsNothing(regisseur, address, said.nuisance)
  await mentor.goto(address)
  await take(mentor, 'Signaal oppakken', { 'Wanneer is het gedaan': 'vandaag' })
  await learns(officer, address, 'Signaal opgepakt, gereed op')
}

/** No yellow card at once: a milder one comes first, and what prevents homelessness is written down. */
async function yellow({ mentor, regisseur, officer }: Three, address: string) {
  await officer.goto(address)
  const card = { 'Wat wordt gezegd': said.yellow, 'Geldt tot en met': '+12w' }
  const step = 'Afspraak of kaart geven'
  await refused(officer, step, { ...card, 'Wat geeft u': 'Gele kaart' }, 'Kies eerst een mildere stap')
  await send(officer, step, { 'Wat geeft u': 'Waarschuwing' })
  await refused(officer, step, { ...card, 'Wat geeft u': 'Gele kaart' }, 'wat dakloosheid voorkomt')
  await send(officer, step, { 'Wat voorkomt dakloosheid': said.prevention })
  for (const page of [mentor, regisseur]) await learns(page, address, 'Gele kaart gegeven', said.prevention)
  await mentor.goto(address)
  await take(mentor, 'Bezwaar van de cliënt', { 'Wat wordt gezegd': said.objection })
  await officer.goto(address)
  await expect(panelOf(officer).getByRole('link', { name: step, exact: true })).toHaveCount(0)
  await take(officer, 'Bezwaar beantwoorden', {
    'Wat is uw antwoord': 'Het blijft staan',
    'Wat wordt gezegd': said.yellow,
  })
}

/** Rung by rung: none is skipped, and the gemeente holds the one on which it sits at the table. */
async function upTheLadder({ regisseur, officer }: Three, address: string) {
  const rung = { 'Wat is al geprobeerd': 'Samen gepraat', Afspraken: said.yellow }
  await officer.goto(address)
  await refused(officer, 'Opschalen', { ...rung, Stap: 'Overleg met de gemeente' }, 'Sla geen trede over')
  await send(officer, 'Opschalen', { Stap: 'Gesprek met de cliënt' })
  await take(officer, 'Opschalen', { ...rung, Stap: 'Gezamenlijk bezoek' })
  await take(officer, 'Opschalen', {
    ...rung,
    Stap: 'Gele kaart',
    'Wat voorkomt dakloosheid': said.prevention,
  })
  await regisseur.goto(address)
  await take(regisseur, 'Opschalen', { ...rung, Stap: 'Overleg met de gemeente' })
  await learns(officer, address, 'Opgeschaald naar overleg met de gemeente')
}

/** More support and a few days elsewhere: the landlord reads neither why nor where, the gemeente not where. */
async function awayAndBack({ mentor, regisseur, officer }: Three, address: string) {
  await mentor.goto(address)
  await take(mentor, 'Begeleiding aanpassen', {
    'Nieuwe begeleiding': 'Intensief',
    'Gaat in op': 'vandaag',
    Reden: said.support,
    'Opnieuw kijken op': '+4w',
  })
  await learns(regisseur, address, said.support)
  await take(mentor, 'Time-outplek reserveren', { 'Vrije plek': said.place })
  await learnsNothing(regisseur, address, said.place)
  await take(mentor, 'Time-out starten', {
    'Weg sinds': 'vandaag',
    'Plek uit de lijst': said.place,
    'Uiterlijk terug op': '+1w',
    'Plan om terug te gaan': said.plan,
    'De huur loopt door': 'Geregeld',
    'Huisdieren verzorgd': 'Niet nodig',
    'Post en planten': 'Geregeld',
    'Sleutels bij iemand': 'Geregeld',
    'Energie en verwarming': 'Geregeld',
  })
  await learns(regisseur, address, 'Weg sinds')
  await learnsNothing(regisseur, address, said.place, said.plan)
  await learnsNothing(officer, address, said.support, said.place, said.plan, 'Weg sinds')
  await take(mentor, 'Time-out beëindigen', { 'Hoe het ging': 'Weer thuis', 'Terug op': 'vandaag' })
  await learnsNothing(officer, address, said.place, 'Weer thuis')
}

async function quietAgain({ mentor, regisseur, officer }: Three, address: string) {
  await take(mentor, 'Signaal afronden', { 'Hoe eindigt het': 'Er is iets gedaan', Antwoord: said.quiet })
  await learns(officer, address, said.quiet)
  await regisseur.goto(address)
  await take(regisseur, 'Opschaling stoppen', { Afspraken: said.quiet })
  for (const page of [mentor, officer]) await learns(page, address, 'Opschaling gestopt')
}

test('nuisance climbs the ladder rung by rung, and comes down again', async ({ browser }) => {
  test.setTimeout(180_000)
  const three = await threeOf(browser)
  const address = await quietHome(three, 'Intensief')
  await three.officer.goto(address)
  await signalled(three, address)
  await yellow(three, address)
  await upTheLadder(three, address)
  await awayAndBack(three, address)
  await quietAgain(three, address)
})
